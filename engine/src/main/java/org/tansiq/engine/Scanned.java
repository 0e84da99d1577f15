package org.tansiq.engine;

import org.tansiq.core.Hash;

/**
 * What a journal holds: its frames, the hash of the last one's header, and what lies after them up to its
 * size.
 */
record Scanned(Frames frames, Hash last, long size) {
    /** Bytes of a frame, the most that a crash can have cut short. */
    static final long TAIL_MAX = (long) FrameHeader.LENGTH_MAX + Journal.BATCH_BYTES_MAX;

    long tail() {
        return size - frames.end();
    }
}
