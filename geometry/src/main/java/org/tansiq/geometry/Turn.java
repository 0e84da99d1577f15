package org.tansiq.geometry;

/**
 * Sine and cosine of an angle in radians, to the last bit or the one before. Most arcs here are short: for
 * those the first terms of the series say all that a double holds, in a tenth of the time.
 */
final class Turn {
    /** Radians up to which the series are summed: the next term is below 2e-18 of the sum. */
    static final double SHORT = 0.03;

    private Turn() {}

    static double sin(double angle) {
        if (Math.abs(angle) > SHORT) return StrictMath.sin(angle);
        double square = angle * angle;
        return angle - angle * square * (1 / 6.0 - square * (1 / 120.0 - square / 5040));
    }

    static double cos(double angle) {
        if (Math.abs(angle) > SHORT) return StrictMath.cos(angle);
        double square = angle * angle;
        return 1 - square * (0.5 - square * (1 / 24.0 - square * (1 / 720.0 - square / 40_320)));
    }
}
