package org.tansiq.engine;

/** Why a journal was not opened: something that no crash explains. Nothing on the disk was changed. */
public final class JournalDoubt extends Exception {
    private static final long serialVersionUID = 1;

    /** What is doubted. Each says what {@link #expected} and {@link #found} count. */
    public enum Kind {
        /** The file does not begin as a journal does. */
        NOT_A_JOURNAL,
        /** A frame of a version that this program does not read: the version read here, and the frame's. */
        OTHER_VERSION,
        /**
         * A header whose checksum holds and whose lengths contradict each other: its length, as counted and
         * as told.
         */
        LENGTHS_DIFFER,
        /** A frame that begins at another index than the one before it ended at. */
        INDEX_GAP,
        /** A frame that does not name the header before it: its first index, twice. */
        CHAIN_BROKEN,
        /** A body that fails its checksum in a frame that was made durable: the entry, twice. */
        BODY_DIFFERS,
        /**
         * A frame that checks after one that does not: where the bad one begins, and where the good one does.
         */
        FRAME_AFTER_FAULT,
        /** More bytes after the last good frame than one frame may have: the most, and how many. */
        TAIL_TOO_LONG,
        /** Fewer entries than a snapshot has seen: the index asked for, and the one that comes next. */
        BEHIND_SNAPSHOT
    }

    private final Kind kind;
    private final long at;
    private final long expected;
    private final long found;

    JournalDoubt(Kind kind, long at, long expected, long found) {
        super(kind + " at byte " + at + ": " + expected + ", " + found);
        this.kind = kind;
        this.at = at;
        this.expected = expected;
        this.found = found;
    }

    public Kind kind() {
        return kind;
    }

    /** Bytes from the start of the journal to the frame in doubt. */
    public long at() {
        return at;
    }

    public long expected() {
        return expected;
    }

    public long found() {
        return found;
    }
}
