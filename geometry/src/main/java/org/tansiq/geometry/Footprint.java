package org.tansiq.geometry;

/**
 * All that lies within a radius of a core, good to a precision; both in metres on WGS84.
 *
 * <p>A disc is a spot and its radius, a corridor or an orbit a chain and half its width, a polygon a ring and
 * 0. A buffer adds to the radius. Precision is how far any point of the true outline may lie from the one
 * given.
 */
public record Footprint(Core core, double radius, double precision) {
    /** The largest radius, in metres. */
    public static final double RADIUS_MAX = 1_000_000;

    /** The coarsest precision, in metres: a position given in whole degrees. */
    public static final double PRECISION_MAX = 120_000;

    public Footprint {
        if (!Double.isFinite(radius)) throw new Unfit(Fault.NOT_FINITE, radius);
        if (radius < 0 || radius > RADIUS_MAX) throw new Unfit(Fault.RADIUS, radius, RADIUS_MAX);
        if (!Double.isFinite(precision)) throw new Unfit(Fault.NOT_FINITE, precision);
        if (precision < 0 || precision > PRECISION_MAX) throw new Unfit(Fault.PRECISION, precision, PRECISION_MAX);
    }

    public Footprint(Core core, double radius) {
        this(core, radius, 0);
    }

    /** The same with a margin of some metres all round. */
    public Footprint buffered(double metres) {
        return new Footprint(core, radius + metres, precision);
    }

    /** How far from the core something may lie and still possibly meet this, in metres. */
    public double reach() {
        return radius + precision;
    }
}
