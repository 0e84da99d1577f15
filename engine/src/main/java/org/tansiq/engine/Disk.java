package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One folder of files.
 *
 * <p>What is written is durable only once {@link DiskFile#sync} of that file returned; what is created, moved
 * or deleted is durable when the call returns.
 */
public interface Disk extends AutoCloseable {
    /** What the name of a file ends in while {@link #replace} writes it; one left over by a crash may go. */
    String PART = ".part";

    /** The names of the files that are there, sorted; files in folders as {@code folder/name}. */
    List<String> names() throws IOException;

    /** Opens a file to read and write; made empty where there is none. Folders in the name are made too. */
    DiskFile open(String name) throws IOException;

    /** Gives a file another name, in place of whatever had that name. All at once, or not at all. */
    void move(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    /** Whether anything may be changed; where not, whatever would change something throws. */
    boolean writable();

    /** Bytes that may still be written. */
    long free() throws IOException;

    /** Bytes that the whole disk holds. */
    long total() throws IOException;

    /** Puts a whole file in place of whatever had that name, or leaves all as it was. */
    default void replace(String name, List<ByteBuffer> content) throws IOException {
        try (DiskFile part = open(name + PART)) {
            part.truncate(0);
            long at = 0;
            for (ByteBuffer piece : content) {
                int bytes = piece.remaining();
                part.write(at, piece);
                at += bytes;
            }
            part.sync();
        }
        move(name + PART, name);
    }

    @Override
    void close() throws IOException;
}
