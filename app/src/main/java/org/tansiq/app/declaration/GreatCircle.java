package org.tansiq.app.declaration;

import org.tansiq.geometry.Position;

/**
 * An edge, walked from its start to its end: the great circle of both verticals, which are an angle apart.
 */
record GreatCircle(Vector source, Vector target, double angle) {
    private static final double E2 = 0.0066943799901413165; // The first eccentricity of WGS84, squared.

    static GreatCircle through(Position a, Position b) {
        Vector u = Vector.of(a);
        Vector v = Vector.of(b);
        return new GreatCircle(u, v, StrictMath.atan2(u.cross(v).length(), u.dot(v)));
    }

    /** The position some metres to the right of the edge, at a share of the way from 0 to 1. */
    Position beside(double share, double right) {
        Vector here = walked(share);
        Vector ahead = source.cross(target).cross(here);
        // On a sphere these would be the direction; on the ellipsoid north and east have their own scale.
        double level = here.level();
        double w = 1 - E2 * here.z() * here.z();
        double north = level == 0 ? -ahead.x() * here.z() : ahead.z() / level * (1 - E2) / w;
        double east = level == 0 ? ahead.y() : (here.x() * ahead.y() - here.y() * ahead.x()) / level;
        double bearing = StrictMath.toDegrees(StrictMath.atan2(east, north));
        return here.position().destination(bearing + (right < 0 ? -90 : 90), Math.abs(right));
    }

    /** Radians between a position and the whole circle. */
    double away(Position p) {
        Vector pole = source.cross(target);
        return Math.abs(StrictMath.asin(pole.dot(Vector.of(p)) / pole.length()));
    }

    private Vector walked(double share) {
        if (share == 0) return source;
        if (share == 1) return target;
        double ofSource = StrictMath.sin((1 - share) * angle) / StrictMath.sin(angle);
        double ofTarget = StrictMath.sin(share * angle) / StrictMath.sin(angle);
        return source.times(ofSource).plus(target.times(ofTarget));
    }
}
