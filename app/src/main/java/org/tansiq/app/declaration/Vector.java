package org.tansiq.app.declaration;

import org.tansiq.geometry.Position;

/** A direction in space; of unit length, the vertical of a position. */
record Vector(double x, double y, double z) {
    static Vector of(Position p) {
        double lat = StrictMath.toRadians(p.lat());
        double lng = StrictMath.toRadians(p.lng());
        double level = Math.abs(p.lat()) == Position.LAT_MAX ? 0 : StrictMath.cos(lat);
        return new Vector(level * StrictMath.cos(lng), level * StrictMath.sin(lng), StrictMath.sin(lat));
    }

    Position position() {
        double lat = StrictMath.toDegrees(StrictMath.atan2(z, level()));
        return new Position(lat, StrictMath.toDegrees(StrictMath.atan2(y, x)));
    }

    /** The part of it that lies in the plane of the equator. */
    double level() {
        return StrictMath.hypot(x, y);
    }

    Vector cross(Vector v) {
        return new Vector(y * v.z - z * v.y, z * v.x - x * v.z, x * v.y - y * v.x);
    }

    double dot(Vector v) {
        return x * v.x + y * v.y + z * v.z;
    }

    double length() {
        return StrictMath.sqrt(dot(this));
    }

    Vector plus(Vector v) {
        return new Vector(x + v.x, y + v.y, z + v.z);
    }

    Vector times(double factor) {
        return new Vector(x * factor, y * factor, z * factor);
    }
}
