package org.tansiq.app.drawing;

import org.tansiq.geometry.Position;

/** The outward vertical of WGS84 at a position, as a unit vector; for pictures, where rounding may differ. */
record Ray(double x, double y, double z) {
    private static final double EQUATOR = 6_378_137;
    private static final double SQUARED_ECCENTRICITY = 0.0066943799901413165;

    static Ray of(Position p) {
        double lat = Math.toRadians(p.lat());
        double lng = Math.toRadians(p.lng());
        return new Ray(Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat));
    }

    double latitude() {
        return Math.atan2(z, Math.hypot(x, y));
    }

    double longitude() {
        return Math.atan2(y, x);
    }

    Position position() {
        return new Position(Math.toDegrees(latitude()), Math.toDegrees(longitude()));
    }

    double dot(Ray b) {
        return x * b.x + y * b.y + z * b.z;
    }

    Ray cross(Ray b) {
        return new Ray(y * b.z - z * b.y, z * b.x - x * b.z, x * b.y - y * b.x);
    }

    Ray plus(Ray b) {
        return new Ray(x + b.x, y + b.y, z + b.z);
    }

    Ray times(double k) {
        return new Ray(x * k, y * k, z * k);
    }

    Ray unit() {
        return times(1 / Math.sqrt(dot(this)));
    }

    Ray east() {
        double flat = Math.hypot(x, y);
        return flat < 1e-12 ? new Ray(0, 1, 0) : new Ray(-y / flat, x / flat, 0);
    }

    Ray north() {
        return cross(east());
    }

    double angle(Ray b) {
        Ray across = cross(b);
        return Math.atan2(Math.sqrt(across.dot(across)), dot(b));
    }

    /** The azimuth, in radians from north, in which the straight way to another ray leaves. */
    double azimuth(Ray target) {
        return Math.atan2(target.dot(east()), target.dot(north()));
    }

    /** Part of the straight way to another ray, from 0 here to 1 there. */
    Ray towards(Ray target, double part) {
        return times(1 - part).plus(target.times(part)).unit();
    }

    /** About so many metres away; good to 1 m up to 30 km, to 0.3 % beyond. */
    Ray away(double azimuth, double metres) {
        double w = Math.sqrt(1 - SQUARED_ECCENTRICITY * z * z);
        double across = EQUATOR / w;
        double along = EQUATOR * (1 - SQUARED_ECCENTRICITY) / (w * w * w);
        double cos = Math.cos(azimuth);
        double sin = Math.sin(azimuth);
        double angle = metres * (cos * cos / along + sin * sin / across);
        return times(Math.cos(angle))
                .plus(north().times(cos).plus(east().times(sin)).times(Math.sin(angle)));
    }
}
