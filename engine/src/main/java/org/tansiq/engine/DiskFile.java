package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One open file. Positions are bytes from its start. */
public interface DiskFile extends AutoCloseable {
    long size() throws IOException;

    /** Reads until the buffer is full or the file ends; gives how many bytes. */
    int read(long at, ByteBuffer into) throws IOException;

    /** Writes all that the buffer has left. */
    void write(long at, ByteBuffer from) throws IOException;

    /** Returns once all that was written before is durable. After a failure nothing is known: stop. */
    void sync() throws IOException;

    /** Cuts the file off; durable when the call returns. */
    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;
}
