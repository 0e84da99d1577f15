package org.tansiq.geometry;

/**
 * A height over a reference, in whole millimetres.
 *
 * <p>A band's floor is rounded down and its ceiling up, so that a height given in feet (0.3048 m each) never
 * shrinks its band.
 */
public record Height(Reference reference, long millimetres) {
    /** The highest height a declaration may name, and the lowest, in metres. */
    public static final long METRES_MAX = 100_000;

    public static final long METRES_MIN = -12_000;

    public static final double METRES_PER_FOOT = 0.3048;

    public Height {
        if (millimetres > METRES_MAX * 1000) throw new Unfit(Fault.HEIGHT, millimetres / 1000.0, METRES_MAX);
        if (millimetres < METRES_MIN * 1000) throw new Unfit(Fault.HEIGHT, millimetres / 1000.0, METRES_MIN);
    }

    public static Height floor(Reference reference, double metres) {
        return new Height(reference, (long) StrictMath.floor(checked(metres) * 1000));
    }

    public static Height ceiling(Reference reference, double metres) {
        return new Height(reference, (long) StrictMath.ceil(checked(metres) * 1000));
    }

    /** The floor at some whole feet, exact: one foot is 1524 fifths of a millimetre. */
    public static Height floorFeet(Reference reference, long feet) {
        return new Height(reference, Math.floorDiv(checkedFeet(feet) * 1524, 5));
    }

    /** The ceiling at some whole feet. */
    public static Height ceilingFeet(Reference reference, long feet) {
        return new Height(reference, Math.ceilDiv(checkedFeet(feet) * 1524, 5));
    }

    private static double checked(double metres) {
        if (!Double.isFinite(metres)) throw new Unfit(Fault.NOT_FINITE, metres);
        if (metres > METRES_MAX) throw new Unfit(Fault.HEIGHT, metres, METRES_MAX);
        if (metres < METRES_MIN) throw new Unfit(Fault.HEIGHT, metres, METRES_MIN);
        return metres;
    }

    private static long checkedFeet(long feet) {
        checked(feet * METRES_PER_FOOT);
        return feet;
    }
}
