package org.tansiq.app.check;

/**
 * A change of one side that clears it of the other at every time: the whole part higher, or later, by so
 * much.
 *
 * <p>The one lower is the other higher by as much, and the one earlier the other later. The amount is in
 * whole steps of its unit and is the least such that nothing meets any more, not even at a border.
 */
record Clearing(boolean first, Kind kind, long amount, Step step) {
    enum Kind {
        HIGHER,
        LATER
    }

    /** What an amount is counted in: feet by hundreds, metres by tens, minutes. */
    enum Step {
        FEET(100, 304_800 / 10),
        METRES(10, 10_000),
        MINUTES(1, 60_000_000);

        private final long amount;
        private final long finest;

        Step(long amount, long finest) {
            this.amount = amount;
            this.finest = finest;
        }

        /** One step, in this unit. */
        long amount() {
            return amount;
        }

        /** One step, in millimetres or microseconds. */
        long finest() {
            return finest;
        }
    }

    /** The amount in millimetres or microseconds. */
    long finest() {
        return amount / step.amount() * step.finest();
    }
}
