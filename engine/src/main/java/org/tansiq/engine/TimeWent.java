package org.tansiq.engine;

/**
 * A broken promise: the clock stepped further than any order of entries could hide. Only {@code main} stops
 * on it.
 */
public final class TimeWent extends Error {
    private static final long serialVersionUID = 1;

    private final long micros;

    TimeWent(long micros) {
        super("the clock stepped by " + micros + " microseconds");
        this.micros = micros;
    }

    /** How far the clock stepped, below 0 when back. */
    public long micros() {
        return micros;
    }
}
