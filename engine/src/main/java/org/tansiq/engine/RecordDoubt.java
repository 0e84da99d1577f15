package org.tansiq.engine;

/**
 * An entry on disk that does not follow from those before it, though its checksums hold. Nothing was changed.
 */
public final class RecordDoubt extends Exception {
    private static final long serialVersionUID = 1;

    /** What does not hold at an entry. */
    public enum Kind {
        /** It cannot be read. */
        UNREADABLE,
        /** It bears another index than its place. */
        INDEX,
        /** Its leaf's hash is not that of its content. */
        LEAF,
        /** The root of the tree differs. */
        ROOT,
        /** The bytes are not those that its content has. */
        BYTES,
        /** Its signature does not hold, or a digest. */
        SIGNATURE,
        /** Its note was not next in its key's chain. */
        CHAIN,
        /** Its time is not later than the entry's before. */
        TIME,
        /** The rules make something else of its cause. */
        DECISION,
        /** The world has another hash than it says. */
        WORLD
    }

    private final long index;
    private final Kind kind;

    RecordDoubt(long index, Kind kind, String what) {
        super("entry " + index + ": " + kind + (what.isEmpty() ? "" : ": " + what));
        this.index = index;
        this.kind = kind;
    }

    public long index() {
        return index;
    }

    public Kind kind() {
        return kind;
    }
}
