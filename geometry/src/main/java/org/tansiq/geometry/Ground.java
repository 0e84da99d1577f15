package org.tansiq.geometry;

/**
 * Between which heights over W84 the ground under a whole footprint lies, in millimetres.
 *
 * <p>{@link #UNKNOWN} spans the Earth: from the shore of the Dead Sea to the top of Everest, as heights over
 * sea level.
 */
public record Ground(long lowest, long highest) {
    public static final Ground UNKNOWN = new Ground(-430_000, 8_849_000);

    public Ground {
        if (lowest > highest) throw new Unfit(Fault.FLOOR_ABOVE_CEILING, lowest / 1000.0, highest / 1000.0);
        if (lowest < Height.METRES_MIN * 1000) throw new Unfit(Fault.HEIGHT, lowest / 1000.0, Height.METRES_MIN);
        if (highest > Height.METRES_MAX * 1000) throw new Unfit(Fault.HEIGHT, highest / 1000.0, Height.METRES_MAX);
    }

    /** The ground between two heights over W84 in metres, rounded outward. */
    public static Ground between(double lowest, double highest) {
        return new Ground(
                Height.floor(Reference.W84, lowest).millimetres(),
                Height.ceiling(Reference.W84, highest).millimetres());
    }

    /**
     * The ground under two footprints together. What is not known counts as the span over W84 that it can
     * have.
     */
    Ground and(Ground other) {
        if (equals(other)) return this;
        return new Ground(
                Math.min(Levels.lowest(this), Levels.lowest(other)),
                Math.max(Levels.highest(this), Levels.highest(other)));
    }

    public boolean known() {
        return !equals(UNKNOWN);
    }
}
