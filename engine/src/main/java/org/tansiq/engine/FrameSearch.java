package org.tansiq.engine;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Looks for a frame where none is known to begin. */
final class FrameSearch {
    private static final int STEP = Window.BYTES / 2;

    private FrameSearch() {}

    /** Where the first header from a place on begins whose checksum holds; -1 where there is none. */
    static long header(Window window, long from, long size) throws IOException {
        long at = from;
        while (at < size) {
            ByteBuffer part = window.at(at, STEP);
            int found = magic(part);
            at += found;
            if (found <= part.limit() - Long.BYTES) {
                if (FrameHeader.at(window.at(at, FrameHeader.LENGTH_MAX)).isPresent()) return at;
                at++;
            } else if (part.limit() < STEP) return -1;
        }
        return -1;
    }

    /** The place of the first magic; where there is none, the first place that one might still begin at. */
    private static int magic(ByteBuffer part) {
        int at = 0;
        while (at <= part.limit() - Long.BYTES && part.getLong(at) != FrameHeader.MAGIC) at++;
        return at;
    }
}
