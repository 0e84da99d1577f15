package org.tansiq.geometry;

/**
 * Distances to edges: the great circle arcs of normals between two ends, less than a half circle apart. On
 * the ellipsoid an edge is an arc of the great ellipse through both positions. An edge of equal ends is a
 * point.
 */
final class Edges {

    // Each step leaves half of (distance / R)^2 of the error or less; the start is off by 0.8 % of the
    // distance.
    private static final int CHORD_STEPS = 3;

    // The chord's foot is the geodesic's to 2e-4 rad up to Geodesy.DISTANCE_MAX.
    private static final double FOOT_ERROR_MAX = 1e-3;

    // The part of the distance over which the parabola through three distances is laid.
    private static final double PROBE = 1 / 200.0;

    private Edges() {}

    /**
     * Metres from p to the nearest point of the edge ab, within {@link Geodesy#ERROR_MAX} for results up to
     * {@link Geodesy#DISTANCE_MAX}; the same to the bit for the edge ba.
     */
    static double metres(Normal p, Normal a, Normal b) {
        if (after(a, b)) {
            return metres(p, b, a);
        }
        Normal pole = Normal.pole(a, b);
        if (pole.length() > 0) {
            Circle circle = new Circle(a, pole.unit().cross(a));
            double length = Normal.angle(a, b);
            double foot = foot(p, circle, length);
            if (foot > 0 && foot < length) {
                return Geodesy.metres(p, circle.at(foot));
            }
        }
        return StrictMath.min(Geodesy.metres(p, a), Geodesy.metres(p, b));
    }

    private static boolean after(Normal a, Normal b) {
        if (a.x() != b.x()) {
            return a.x() > b.x();
        }
        return a.y() != b.y() ? a.y() > b.y() : a.z() > b.z();
    }

    // Where on the circle the distance is least: the spherical foot, then the chord's, which is the
    // geodesic's to within 1e-9 m of distance while the chord decides, then the vertex of a parabola through
    // three distances.
    private static double foot(Normal p, Circle circle, double length) {
        Normal position = Geodesy.position(p);
        double foot = circle.foot(p);
        for (int i = 0; i < CHORD_STEPS; i++) {
            foot += circle.chordStep(foot, position);
        }
        boolean within = foot > -FOOT_ERROR_MAX && foot < length + FOOT_ERROR_MAX;
        double chord = Geodesy.position(circle.at(foot)).minus(position).length();
        return within && chord > Geodesy.CHORD_MAX ? vertex(p, circle, foot, chord) : foot;
    }

    private static double vertex(Normal p, Circle circle, double foot, double chord) {
        double probe = chord * PROBE / Geodesy.A;
        double before = Geodesy.metres(p, circle.at(foot - probe));
        double at = Geodesy.metres(p, circle.at(foot));
        double after = Geodesy.metres(p, circle.at(foot + probe));
        double bend = before - 2 * at + after;
        return bend > 0 ? foot + probe * (before - after) / (2 * bend) : foot;
    }

    /** Radians from p to the nearest point of the arc ab on the unit sphere of normals. */
    static double angle(Normal p, Normal a, Normal b) {
        Normal pole = Normal.pole(a, b);
        // Between the half planes that end on the pole's axis and pass through a and b.
        if (p.dot(pole.cross(a)) > 0 && p.dot(b.cross(pole)) > 0) {
            return StrictMath.atan2(StrictMath.abs(p.dot(pole)), p.cross(pole).length());
        }
        return StrictMath.min(Normal.angle(p, a), Normal.angle(p, b));
    }

    /**
     * Radians between the arcs ab and cd on the unit sphere of normals, if they do not meet: then the least
     * of the four distances from an end to the other arc.
     *
     * <p>The same holds in metres on the ellipsoid. Were the shortest path between two inner points, it would
     * stand square on both arcs. Slide both its ends alongside by the same small s: on a surface of curvature
     * K a path of length d changes by s^2 / 2 times (k - k' - K d) to first order in d, with k and k' the
     * geodesic curvatures of the arcs. On the sphere k = k' = 0, so a neighbour is shorter: a contradiction.
     * On the ellipsoid a great ellipse bends by k of at most 0.004 / R, which varies with place on the scale
     * of R, so k - k' is below 0.01 d / R^2, while K d is d / R^2. Longer paths only lose more.
     */
    static double angle(Normal a, Normal b, Normal c, Normal d) {
        double fromEnds = StrictMath.min(angle(a, c, d), angle(b, c, d));
        return StrictMath.min(fromEnds, StrictMath.min(angle(c, a, b), angle(d, a, b)));
    }

    /** A great circle by the normal where angles start, and the one a quarter onward. */
    private record Circle(Normal start, Normal quarter) {

        Normal at(double angle) {
            return start.times(StrictMath.cos(angle)).plus(quarter.times(StrictMath.sin(angle)));
        }

        /** The angle whose normal is nearest to p on the sphere. */
        double foot(Normal p) {
            return StrictMath.atan2(p.dot(quarter), p.dot(start));
        }

        /** Radians to add for the least chord to a position: a step of Gauss-Newton. */
        double chordStep(double angle, Normal position) {
            Normal n = at(angle);
            Normal x = Geodesy.position(n);
            Normal onward = at(angle + StrictMath.PI / 2);
            // With D = diag(A^2, A^2, B^2) and x = D n / w is w = n.x and dx = (D t - x (x.t)) / w.
            double a = Geodesy.A * Geodesy.A;
            double b = Geodesy.B * Geodesy.B;
            Normal speed = new Normal(a * onward.x(), a * onward.y(), b * onward.z())
                    .minus(x.times(x.dot(onward)))
                    .times(1 / n.dot(x));
            return position.minus(x).dot(speed) / speed.dot(speed);
        }
    }
}
