package org.tansiq.bench;

import org.locationtech.jts.geom.Envelope;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/**
 * The span of longitude and latitude that a footprint lies in; for small footprints far from poles and
 * antimeridian.
 */
final class Rectangle {
    private static final double METRES_PER_DEGREE_MIN = 110_500;

    // An edge of 100 km bulges 138 m beyond the span of its ends at latitude 35: 0.14 % of its length.
    private static final double BULGE = 0.002;

    private Rectangle() {}

    static Envelope around(Footprint footprint) {
        Envelope span = new Envelope();
        for (var ring : footprint.core().positions()) for (Position p : ring) span.expandToInclude(p.lng(), p.lat());
        double north = footprint.reach() / METRES_PER_DEGREE_MIN;
        double steepest = StrictMath.cos(StrictMath.toRadians(span.getMaxY() + north));
        span.expandBy(BULGE * span.getWidth() + north / steepest, BULGE * (span.getWidth() + span.getHeight()) + north);
        return span;
    }
}
