package org.tansiq.geometry;

/**
 * The smallest span of latitude and longitude that holds an overlap, in degrees.
 *
 * <p>It runs east from {@code west} to {@code east}; over the antimeridian {@code west} is the larger. Round
 * a pole it is the whole turn, -180 to 180.
 *
 * <p>Law: theBoxHoldsEveryPointOfTheOverlap, to 3 m where outlines are round.
 */
public record Box(double south, double north, double west, double east) {
    /**
     * The box of what two footprints share. Where they only touch, or may meet for want of precision, it is
     * drawn round the place where they come closest.
     */
    public static Box of(Footprint a, Footprint b) {
        return OverlapBox.of(a, b);
    }

    /** Its middle, a place to name in a sentence. */
    public Position middle() {
        double turn = east >= west ? east - west : east - west + 360;
        double lng = west + turn / 2;
        return new Position((south + north) / 2, lng > 180 ? lng - 360 : lng);
    }
}
