package org.tansiq.geometry;

/**
 * A direction in space: the outward vertical of WGS84 at some position, as a vector of about length 1.
 *
 * <p>The x axis leaves the ellipsoid at 0 N 0 E, y at 0 N 90 E, z at the north pole. Predicates read a normal
 * as an exact ray, whatever its length, so that rounding it once at import is the only rounding there is.
 */
record Normal(double x, double y, double z) {

    double dot(Normal b) {
        return x * b.x + y * b.y + z * b.z;
    }

    Normal cross(Normal b) {
        return new Normal(y * b.z - z * b.y, z * b.x - x * b.z, x * b.y - y * b.x);
    }

    Normal plus(Normal b) {
        return new Normal(x + b.x, y + b.y, z + b.z);
    }

    Normal minus(Normal b) {
        return new Normal(x - b.x, y - b.y, z - b.z);
    }

    Normal times(double k) {
        return new Normal(x * k, y * k, z * k);
    }

    double length() {
        return StrictMath.sqrt(dot(this));
    }

    Normal unit() {
        return times(1 / length());
    }

    /** The vertical of the great circle through both, kept accurate where they lie close together. */
    static Normal pole(Normal a, Normal b) {
        return a.minus(b).cross(a.plus(b)).times(0.5);
    }

    /** Radians between two unit normals, accurate at every size. */
    static double angle(Normal a, Normal b) {
        return 2 * StrictMath.atan2(a.minus(b).length(), a.plus(b).length());
    }
}
