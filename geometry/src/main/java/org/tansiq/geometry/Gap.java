package org.tansiq.geometry;

/**
 * Metres between two footprints, as an interval that holds the true value; below 0 they overlap that deep.
 *
 * <p>The depth of an overlap is the most that can be reached, over all points, by the distance to the border
 * of the one plus the distance to the border of the other, outside counting as negative: how far either must
 * move, or both together, before nothing is left. Two discs: both radii less the distance of their centres.
 * Two crossing bars: half of each width. Gap and depth are one law, since for footprints apart the same sum
 * is minus their distance.
 */
public record Gap(double lower, double upper) {
    /** Footprints with no larger gap meet, in metres. */
    public static final double TOUCH_MAX = 0.001;

    /** An overlap no deeper than this only touches, in metres: neighbours that share a border. */
    public static final double TOUCHING_DEPTH_MAX = 1;

    public Gap {
        if (!(lower <= upper)) throw new IllegalArgumentException(lower + " is above " + upper);
    }

    /** The middle, for showing. */
    public double metres() {
        return lower + (upper - lower) / 2;
    }

    Gap minus(double metres) {
        return new Gap(lower - metres, upper - metres);
    }
}
