package org.tansiq.engine;

/** A broken promise: the body of one entry is not what was appended. Only {@code main} catches it. */
public final class BodyLost extends Error {
    private static final long serialVersionUID = 1;

    private final long index;

    public BodyLost(long index) {
        super("the body of entry " + index + " fails its checksum");
        this.index = index;
    }

    /** The entry whose body it is. */
    public long index() {
        return index;
    }
}
