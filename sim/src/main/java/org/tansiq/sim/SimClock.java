package org.tansiq.sim;

import org.tansiq.engine.Clock;

/** Stands still unless it is told how much time passes; each look at it takes a microsecond. */
final class SimClock implements Clock {
    private long wall;
    private long steady;

    SimClock(long wall) {
        this.wall = wall;
    }

    void pass(long micros) {
        wall += micros;
        steady += micros;
    }

    /** Somebody sets the clock on the wall. */
    void set(long to) {
        wall = to;
    }

    /** The time on the wall, without a look at it. */
    long now() {
        return wall;
    }

    @Override
    public long wall() {
        pass(1);
        return wall;
    }

    @Override
    public long steady() {
        pass(1);
        return steady;
    }
}
