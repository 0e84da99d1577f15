package org.tansiq.geometry;

/**
 * Distances on WGS84, in metres, between positions given by their normals.
 *
 * <p>Up to {@link #CHORD_MAX} a distance is the chord between both positions, bent by the curvature of the
 * ellipsoid along it; beyond, it is solved on Bessel's auxiliary sphere. Either is within {@link #ERROR_MAX}
 * of the geodesic for every distance up to {@link #DISTANCE_MAX}; where they take over from each other they
 * agree to 2e-8 m. Longer distances get an answer, but no promise.
 */
final class Geodesy {

    /** Equatorial radius of WGS84 in metres (NGA.STND.0036). */
    static final double A = 6_378_137;

    /** Flattening of WGS84 (NGA.STND.0036). */
    static final double F = 1 / 298.257223563;

    /** Polar radius of WGS84 in metres. */
    static final double B = A * (1 - F);

    /**
     * The least and the greatest radius of curvature, in metres: a path whose normals turn by an angle of t
     * radians on the unit sphere is between R_MIN * t and R_MAX * t metres long, and so is the shortest one.
     */
    static final double R_MIN = B * B / A;

    static final double R_MAX = A * A / B;

    /** Metres within which distances are promised. */
    static final double DISTANCE_MAX = 4_000_000;

    /** Metres by which an answer may differ from the geodesic, up to {@link #DISTANCE_MAX}. */
    static final double ERROR_MAX = 1e-7;

    /** Metres of chord up to which the chord decides: there its error is at most 1e-8 m, growing with c^5. */
    static final double CHORD_MAX = 50_000;

    // Each step divides the error by 290 or more, see AuxiliaryArc.lag.
    private static final int STEPS = 6;
    private static final double GAIN = 290;
    private static final double CLOSE = 1e-8; // Metres that no further step would make fewer.

    private Geodesy() {}

    /** The position on the ellipsoid with this normal of any length, in metres from the Earth's centre. */
    static Normal position(Normal n) {
        double w = StrictMath.sqrt(A * A * (n.x() * n.x() + n.y() * n.y()) + B * B * n.z() * n.z());
        return new Normal(A * A / w * n.x(), A * A / w * n.y(), B * B / w * n.z());
    }

    /** Metres from a to b along the geodesic, the same to the bit from b to a. */
    static double metres(Normal a, Normal b) {
        Normal across = position(b).minus(position(a));
        double chord = across.length();
        if (chord > CHORD_MAX) {
            return auxiliary(a, b);
        }
        return chord == 0 ? 0 : bent(chord, across.dot(b.minus(a)) / (2 * chord));
    }

    // The arc over a chord: 2 r asin(sine) with r = chord / (2 sine), as a series; its next term is below
    // 1e-11 m. The curvature along the chord is dX.dn / dX.dX, here taken from end to end.
    private static double bent(double chord, double sine) {
        double square = sine * sine;
        return chord + chord * square * (1 / 6.0 + square * (3 / 40.0));
    }

    // The inverse problem: the longitude on the auxiliary sphere is a fixed point, reached from the
    // geographic one.
    private static double auxiliary(Normal a, Normal b) {
        Normal south = AuxiliaryArc.reduced(a);
        Normal north = AuxiliaryArc.reduced(b);
        if (south.z() > north.z() || (south.z() == north.z() && south.x() > north.x())) {
            Normal other = south;
            south = north;
            north = other;
        }
        double longitude =
                StrictMath.abs(StrictMath.atan2(a.x() * b.y() - a.y() * b.x(), a.x() * b.x() + a.y() * b.y()));
        AuxiliaryArc arc = AuxiliaryArc.between(south, turned(north, longitude));
        for (int i = 0; i < STEPS; i++) {
            arc = AuxiliaryArc.between(south, turned(north, longitude + arc.lag()));
        }
        return arc.metres();
    }

    /**
     * The normal that a geodesic reaches after so many metres (0 to {@link #DISTANCE_MAX}), leaving on a
     * bearing in radians clockwise from north; at a pole, north is where it would be on the meridian of
     * Greenwich.
     */
    static Normal destination(Normal from, double bearing, double metres) {
        Normal start = AuxiliaryArc.reduced(from);
        double north = StrictMath.cos(bearing);
        Normal toward = new Normal(-start.z() * north, StrictMath.sin(bearing), start.x() * north);
        double first = metres / AuxiliaryArc.metresPerRadian(start.z());
        // Half way it grows about as on the whole.
        double perRadian = AuxiliaryArc.metresPerRadian(
                AuxiliaryArc.leaving(start, toward, first).middle());
        double angle = metres / perRadian;
        AuxiliaryArc arc = AuxiliaryArc.leaving(start, toward, angle);
        double missing = Double.MAX_VALUE;
        for (int i = 0; i < STEPS && Math.abs(missing) > GAIN * CLOSE; i++) {
            missing = metres - arc.metres();
            angle += missing / perRadian;
            arc = AuxiliaryArc.leaving(start, toward, angle);
        }
        Normal end = start.times(Turn.cos(angle)).plus(toward.times(Turn.sin(angle)));
        // Turned back by the lag, then into the meridian of the start.
        double across = StrictMath.sqrt(from.x() * from.x() + from.y() * from.y());
        double x = across == 0 ? 1 : from.x() / across;
        double y = across == 0 ? 0 : from.y() / across;
        Normal local = turned(end, -arc.lag());
        return new Normal(
                        (1 - F) * (local.x() * x - local.y() * y), (1 - F) * (local.x() * y + local.y() * x), local.z())
                .unit();
    }

    private static Normal turned(Normal n, double longitude) {
        double cos = Turn.cos(longitude);
        double sin = Turn.sin(longitude);
        return new Normal(n.x() * cos - n.y() * sin, n.x() * sin + n.y() * cos, n.z());
    }
}
