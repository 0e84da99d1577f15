package org.tansiq.engine;

import java.io.IOException;

/**
 * Whether a disk has room for new work. Asked of the disk once for each frame, and each time while there is
 * none.
 */
final class Room {
    /** Bytes kept free on a large disk. */
    static final long RESERVE_MAX = 1L << 30;

    /** A smaller disk keeps one part in so many free. */
    static final int RESERVE_PART = 20;

    private final Disk disk;
    private volatile boolean last;

    Room(Disk disk) {
        this.disk = disk;
        look();
    }

    /** Asks the disk. A disk that does not answer has no room. */
    void look() {
        try {
            last = disk.free() >= Math.min(RESERVE_MAX, disk.total() / RESERVE_PART);
        } catch (IOException _) {
            last = false;
        }
    }

    boolean there() {
        if (!last) look();
        return last;
    }
}
