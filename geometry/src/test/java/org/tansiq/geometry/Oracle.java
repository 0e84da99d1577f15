package org.tansiq.geometry;

import java.util.function.DoubleUnaryOperator;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/** What GeographicLib says of positions given by their normals. */
final class Oracle {

    private static final double INVERSE_GOLDEN = 0.6180339887498949;

    private Oracle() {}

    static Normal normal(double lat, double lng) {
        double phi = StrictMath.toRadians(lat);
        double lambda = StrictMath.toRadians(lng);
        return new Normal(
                StrictMath.cos(phi) * StrictMath.cos(lambda),
                StrictMath.cos(phi) * StrictMath.sin(lambda),
                StrictMath.sin(phi));
    }

    static double lat(Normal n) {
        return StrictMath.toDegrees(StrictMath.atan2(n.z(), StrictMath.hypot(n.x(), n.y())));
    }

    static double lng(Normal n) {
        return StrictMath.toDegrees(StrictMath.atan2(n.y(), n.x()));
    }

    static double metres(Normal a, Normal b) {
        return Geodesic.WGS84.Inverse(lat(a), lng(a), lat(b), lng(b), GeodesicMask.DISTANCE).s12;
    }

    static Normal destination(Normal from, double degrees, double metres) {
        GeodesicData reached = Geodesic.WGS84.Direct(lat(from), lng(from), degrees, metres);
        return normal(reached.lat2, reached.lon2);
    }

    /** Metres from p to the edge ab by brute force: dense samples, then golden section about the best. */
    static double metres(Normal p, Normal a, Normal b) {
        double length = Normal.angle(a, b);
        DoubleUnaryOperator at = angle -> metres(p, along(a, b, angle));
        int samples = 60;
        int best = 0;
        for (int i = 1; i <= samples; i++) {
            if (at.applyAsDouble(length * i / samples) < at.applyAsDouble(length * best / samples)) {
                best = i;
            }
        }
        double low = length * StrictMath.max(0, best - 1) / samples;
        double high = length * StrictMath.min(samples, best + 1) / samples;
        for (int i = 0; i < 70; i++) {
            double step = (high - low) * INVERSE_GOLDEN;
            if (at.applyAsDouble(high - step) < at.applyAsDouble(low + step)) {
                high = low + step;
            } else {
                low = high - step;
            }
        }
        return StrictMath.min(at.applyAsDouble(length * best / samples), at.applyAsDouble(low));
    }

    /** The normal on the great circle from a towards b, so many radians from a. */
    static Normal along(Normal a, Normal b, double angle) {
        Normal quarter = Normal.pole(a, b).unit().cross(a);
        return a.times(StrictMath.cos(angle)).plus(quarter.times(StrictMath.sin(angle)));
    }
}
