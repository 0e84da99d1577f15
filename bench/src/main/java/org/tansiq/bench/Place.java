package org.tansiq.bench;

import org.tansiq.geometry.Position;

/** A position of the workload, on a sphere, in radians, and the ground there. */
record Place(double lat, double lng) {
    /** Metres. */
    static final double SPHERE = 6_371_010;

    static Place degrees(double lat, double lng) {
        return new Place(StrictMath.toRadians(lat), StrictMath.toRadians(lng));
    }

    /** Some metres away at a bearing in radians. */
    Place towards(double bearing, double metres) {
        double arc = metres / SPHERE;
        double north = StrictMath.sin(lat) * StrictMath.cos(arc)
                + StrictMath.cos(lat) * StrictMath.sin(arc) * StrictMath.cos(bearing);
        double turn = StrictMath.atan2(
                StrictMath.sin(bearing) * StrictMath.sin(arc) * StrictMath.cos(lat),
                StrictMath.cos(arc) - StrictMath.sin(lat) * north);
        return new Place(StrictMath.asin(north), lng + turn);
    }

    Position position() {
        return new Position(StrictMath.toDegrees(lat), StrictMath.toDegrees(lng));
    }

    /**
     * Metres over W84: smooth hills that stand for terrain. Their formula reads degrees as if they were
     * radians.
     */
    double ground() {
        return 350
                + 250 * StrictMath.sin(3.1 * StrictMath.toDegrees(lat))
                + 250 * StrictMath.cos(2.3 * StrictMath.toDegrees(lng));
    }
}
