package org.tansiq.engine;

/**
 * Gives each entry its time: that of the clock, and always later than the entry before.
 *
 * <p>The clock may step back at most {@link #BACK_MAX}, and run ahead of the steady clock at most
 * {@link #AHEAD_MAX} between two stamps; more is {@link TimeWent}.
 */
final class Stamp {
    /** In microseconds. */
    static final long BACK_MAX = 1_000_000;

    static final long AHEAD_MAX = 5_000_000;

    private final Clock clock;
    private long wall;
    private long steady;
    private long last;

    /** {@code last}: when the last entry on the record was stamped. */
    Stamp(Clock clock, long last) {
        this.clock = clock;
        this.last = last;
        this.wall = Math.max(clock.wall(), last - BACK_MAX);
        this.steady = clock.steady();
        check(clock.wall() - last);
    }

    /** What the clock says, without stamping. */
    long now() {
        long now = clock.wall();
        long run = clock.steady();
        check(now - wall);
        if (now - wall - (run - steady) > AHEAD_MAX) throw new TimeWent(now - wall - (run - steady));
        wall = now;
        steady = run;
        return now;
    }

    long next() {
        last = Math.max(now(), last + 1);
        return last;
    }

    private static void check(long step) {
        if (step < -BACK_MAX) throw new TimeWent(step);
    }
}
