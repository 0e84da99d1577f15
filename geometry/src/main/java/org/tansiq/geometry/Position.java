package org.tansiq.geometry;

/**
 * A place on WGS84 by geodetic latitude and longitude, in degrees, north and east positive.
 *
 * <p>Longitudes 180 and -180 are one meridian, and at a pole every longitude is one place: such positions
 * have equal normals though their numbers differ.
 */
public record Position(double lat, double lng) {
    public static final double LAT_MAX = 90;
    public static final double LNG_MAX = 180;

    private static final double RADIANS = StrictMath.PI / 180;

    public Position {
        if (!Double.isFinite(lat)) throw new Unfit(Fault.NOT_FINITE, lat);
        if (!Double.isFinite(lng)) throw new Unfit(Fault.NOT_FINITE, lng);
        if (Math.abs(lat) > LAT_MAX) throw new Unfit(Fault.LATITUDE, lat, LAT_MAX);
        if (Math.abs(lng) > LNG_MAX) throw new Unfit(Fault.LONGITUDE, lng, LNG_MAX);
    }

    /** The position whose vertical this is. */
    static Position of(Normal n) {
        double lat = StrictMath.atan2(n.z(), StrictMath.sqrt(n.x() * n.x() + n.y() * n.y()));
        return new Position(lat / RADIANS, StrictMath.atan2(n.y(), n.x()) / RADIANS);
    }

    /**
     * The outward vertical here. Exact at the poles and on the meridians that are multiples of 90 degrees.
     */
    Normal normal() {
        double level = sine(lat + 90);
        // Adding 0.0 makes -0.0 the same bits as 0.0, so that one place has one normal.
        return new Normal(level * sine(lng + 90) + 0.0, level * sine(lng) + 0.0, sine(lat) + 0.0);
    }

    /** Metres to another position, along the shortest way on WGS84. */
    public double metresTo(Position other) {
        return Geodesy.metres(normal(), other.normal());
    }

    /**
     * Where one arrives after some metres on the straight way that leaves at a bearing (degrees from north).
     */
    public Position destination(double bearing, double metres) {
        return of(Geodesy.destination(normal(), bearing * RADIANS, metres));
    }

    /** The place after some part, 0 to 1, of the straight way to another, as chords measure it. */
    public Position towards(Position other, double part) {
        return of(normal().times(1 - part).plus(other.normal().times(part)));
    }

    // Reducing to a quarter turn first keeps sine(180) at exactly 0.
    private static double sine(double degrees) {
        double quarters = StrictMath.rint(degrees / 90);
        double rest = (degrees - 90 * quarters) * RADIANS;
        return switch (Math.floorMod((int) quarters, 4)) {
            case 0 -> StrictMath.sin(rest);
            case 1 -> StrictMath.cos(rest);
            case 2 -> 0 - StrictMath.sin(rest);
            default -> -StrictMath.cos(rest);
        };
    }
}
