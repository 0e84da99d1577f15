package org.tansiq.geometry;

import java.util.List;

/**
 * One side of the cube round the globe: the normals that are longest along one axis, in one sense.
 *
 * <p>A normal is seen on its plane at (u, v), its other two coordinates over its depth along the axis. There
 * a great circle is a straight line, and the face itself the square from -1 to 1. Normals on a rim belong to
 * every face there.
 */
enum Face {
    X(0, 1),
    Y(1, 1),
    Z(2, 1),
    MINUS_X(0, -1),
    MINUS_Y(1, -1),
    MINUS_Z(2, -1);

    static final List<Face> ALL = List.of(values());

    /** The angle from the axis to a corner, in radians. */
    static final double RADIUS = StrictMath.atan(StrictMath.sqrt(2));

    private final int axis;
    private final int sense;

    Face(int axis, int sense) {
        this.axis = axis;
        this.sense = sense;
    }

    /** Its place in {@link #ALL}. */
    int number() {
        return sense > 0 ? axis : axis + 3;
    }

    /** A face that holds a normal. */
    static Face of(Normal n) {
        double x = Math.abs(n.x());
        double y = Math.abs(n.y());
        double z = Math.abs(n.z());
        if (x >= y && x >= z) return n.x() >= 0 ? X : MINUS_X;
        if (y >= z) return n.y() >= 0 ? Y : MINUS_Y;
        return n.z() >= 0 ? Z : MINUS_Z;
    }

    /** How far a normal reaches along the axis; no more than 0 where the face's plane does not show it. */
    double depth(Normal n) {
        return sense * along(n, axis);
    }

    /** A normal's u times its depth. */
    double across(Normal n) {
        return along(n, (axis + 1) % 3);
    }

    /** A normal's v times its depth. */
    double upward(Normal n) {
        return along(n, (axis + 2) % 3);
    }

    /** The normal, not of length 1, that is seen at (u, v). */
    Normal normal(double u, double v) {
        return switch (axis) {
            case 0 -> new Normal(sense, u, v);
            case 1 -> new Normal(v, sense, u);
            default -> new Normal(u, v, sense);
        };
    }

    private static double along(Normal n, int axis) {
        return switch (axis) {
            case 0 -> n.x();
            case 1 -> n.y();
            default -> n.z();
        };
    }
}
