package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Makes a journal that holds nothing doubtful ready to be appended to. Done again after a crash, it ends the
 * same.
 */
final class Recovery {
    private static final String TORN = "torn/";

    private final Disk disk;
    private final DiskFile file;
    private final Frames frames;

    Recovery(Disk disk, DiskFile file, Scanned scanned) {
        this.disk = disk;
        this.file = file;
        this.frames = scanned.frames();
    }

    /**
     * Moves what lies after the last good frame to a file of its own. It is durable there before it goes
     * here.
     */
    Optional<Torn> moveTail(long tail, ToLongFunction<ByteBuffer> notes) throws IOException {
        if (tail == 0) return Optional.empty();
        ByteBuffer torn = read(frames.end(), (int) tail);
        String name = unused(TORN + frames.end());
        try (DiskFile copy = disk.open(name)) {
            copy.write(0, torn.duplicate());
            copy.sync();
        }
        file.truncate(frames.end());
        return Optional.of(new Torn(name, tail, notes.applyAsLong(torn.asReadOnlyBuffer())));
    }

    private String unused(String name) throws IOException {
        List<String> taken = disk.names();
        int n = 0;
        while (taken.contains(name + "-" + n)) n++;
        return name + "-" + n;
    }

    /**
     * Writes the last frame over itself. A process may have died of a sync that failed, and then the system
     * shows from memory what the disk does not hold: now it does.
     */
    void writeLastAgain() throws IOException {
        if (frames.count() > 0) {
            Frames.Place last = frames.place(frames.next() - 1);
            file.write(last.from(), read(last.from(), (int) last.bytes()));
        }
        file.sync();
    }

    private ByteBuffer read(long at, int bytes) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(bytes);
        file.read(at, all);
        return all.flip();
    }
}
