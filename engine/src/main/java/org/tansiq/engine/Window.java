package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A part of a file held in memory, moved along as its reader goes on: few reads for many small questions. */
final class Window {
    static final int BYTES = 256 << 10;

    private final DiskFile file;
    private final ByteBuffer held = ByteBuffer.allocate(BYTES);
    private long from;

    Window(DiskFile file) {
        this.file = file;
        held.limit(0);
    }

    /**
     * At most {@link #BYTES} bytes at a place, fewer only where the file ends. Good until the next question.
     */
    ByteBuffer at(long at, int bytes) throws IOException {
        if (at < from || at + bytes > from + held.limit()) fill(at);
        int skip = (int) (at - from);
        return held.slice(skip, Math.min(bytes, held.limit() - skip));
    }

    private void fill(long at) throws IOException {
        held.clear();
        from = at;
        file.read(at, held);
        held.flip();
    }
}
