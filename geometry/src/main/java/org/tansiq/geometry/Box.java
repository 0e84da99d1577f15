package org.tansiq.geometry;

/**
 * The smallest span of latitude and longitude that holds an overlap, in degrees.
 *
 * <p>It runs east from {@code west} to {@code east}; over the antimeridian {@code west} is the larger. Round
 * a pole it is the whole turn, -180 to 180.
 *
 * <p>Law: theBoxHoldsEveryPointOfTheOverlap, to 3 m where outlines are round, or 3 times what
 * {@code of} was told.
 */
public record Box(double south, double north, double west, double east) {
    private static final double TURN = 360;

    /**
     * The box of what two footprints share. Where they only touch, or may meet for want of precision, it is
     * drawn round the place where they come closest.
     */
    public static Box of(Footprint a, Footprint b) {
        return of(a, b, Outline.CHORD_MAX);
    }

    /** The same where it need only be true to some metres, and is found the sooner. */
    public static Box of(Footprint a, Footprint b, double metres) {
        return OverlapBox.of(a, b, metres);
    }

    /** The smallest box that holds two: of the two ways round the Earth the shorter one. */
    public Box joined(Box other) {
        if (equals(other)) return this;
        Box eastward = eastward(this, other);
        Box westward = eastward(other, this);
        return eastward.width() <= westward.width() ? eastward : westward;
    }

    /** Whether two boxes share a place. Symmetric. */
    public boolean meets(Box other) {
        return south <= other.north && other.south <= north && (reaches(this, other.west) || reaches(other, west));
    }

    private static boolean reaches(Box box, double lng) {
        return (lng - box.west + 2 * TURN) % TURN <= box.width();
    }

    // From the west of the one, far enough east to hold both.
    private static Box eastward(Box a, Box b) {
        double start = (b.west - a.west + 2 * TURN) % TURN;
        double reach = Math.max(a.width(), start + b.width());
        double south = Math.min(a.south, b.south);
        double north = Math.max(a.north, b.north);
        if (reach >= TURN) return new Box(south, north, -TURN / 2, TURN / 2);
        double east = a.west + reach;
        return new Box(south, north, a.west, east > TURN / 2 ? east - TURN : east);
    }

    /** How far east it reaches from its west, in degrees. */
    public double width() {
        return east >= west ? east - west : east - west + TURN;
    }

    /** Its middle, a place to name in a sentence. */
    public Position middle() {
        double lng = west + width() / 2;
        return new Position((south + north) / 2, lng > 180 ? lng - 360 : lng);
    }
}
