package org.tansiq.engine;

/** A broken promise: what is on disk is not known any more. Only {@code main} catches it, and stops. */
public final class JournalLost extends Error {
    private static final long serialVersionUID = 1;

    public JournalLost(String what) {
        super(what);
    }

    public JournalLost(String what, Throwable cause) {
        super(what, cause);
    }
}
