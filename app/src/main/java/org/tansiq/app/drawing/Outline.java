package org.tansiq.app.drawing;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/**
 * The area of a footprint on a plane. Round parts have corners no more than 1 m off, up to a full turn of
 * 360.
 */
final class Outline {
    private static final int CORNERS_MIN = 24;
    private static final int CORNERS_MAX = 360;
    private static final double EDGE_RADIANS_MAX = 0.01; // 64 km: beside it the edge of a corridor is straight.
    private static final double NEAR_MAX = 30_000; // Metres within which Ray.away is good to 1 m.

    private final Plane plane;
    private final double radius;

    private Outline(Plane plane, double radius) {
        this.plane = plane;
        this.radius = radius;
    }

    static Geometry of(Footprint footprint, Plane plane) {
        Outline outline = new Outline(plane, footprint.radius());
        List<List<Ray>> lines = footprint.core().positions().stream()
                .map(ring -> ring.stream().map(Ray::of).toList())
                .toList();
        return switch (footprint.core().kind()) {
            case SPOT -> outline.disc(lines.getFirst().getFirst());
            case CHAIN -> outline.corridor(lines.getFirst());
            case RING -> outline.area(lines);
        };
    }

    /** What both cover. */
    static Geometry overlap(Geometry a, Geometry b) {
        return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
    }

    private Geometry area(List<List<Ray>> rings) {
        Geometry area = plane.polygon(rings.getFirst());
        for (List<Ray> hole : rings.subList(1, rings.size()))
            area = OverlayNGRobust.overlay(area, plane.polygon(hole), OverlayNG.DIFFERENCE);
        if (radius == 0) return area;
        List<Geometry> all = new ArrayList<>(List.of(area));
        for (List<Ray> ring : rings) {
            List<Ray> closed = new ArrayList<>(ring);
            closed.add(ring.getFirst());
            all.add(corridor(closed));
        }
        return OverlayNGRobust.union(all);
    }

    private Geometry corridor(List<Ray> chain) {
        List<Geometry> legs = new ArrayList<>();
        for (int i = 1; i < chain.size(); i++) legs.add(leg(chain.get(i - 1), chain.get(i)));
        return legs.size() == 1 ? legs.getFirst() : OverlayNGRobust.union(legs);
    }

    private Geometry disc(Ray centre) {
        List<Ray> ring = new ArrayList<>();
        turn(ring, centre, 0, 2 * Math.PI);
        ring.removeLast();
        return plane.polygon(ring);
    }

    // Left side forth, round the far end, right side back, round the near end.
    private Geometry leg(Ray a, Ray b) {
        int pieces = (int) Math.ceil(a.angle(b) / EDGE_RADIANS_MAX);
        List<Ray> ring = new ArrayList<>();
        for (int i = 1; i < pieces; i++) ring.add(beside(a, b, (double) i / pieces, -Math.PI / 2));
        double last = b.azimuth(a) + Math.PI;
        turn(ring, b, last - Math.PI / 2, last + Math.PI / 2);
        for (int i = pieces - 1; i > 0; i--) ring.add(beside(a, b, (double) i / pieces, Math.PI / 2));
        double first = a.azimuth(b);
        turn(ring, a, first + Math.PI / 2, first + 3 * Math.PI / 2);
        return plane.polygon(ring);
    }

    private Ray beside(Ray a, Ray b, double part, double turned) {
        Ray at = a.towards(b, part);
        return away(at, at.azimuth(b) + turned);
    }

    private void turn(List<Ray> ring, Ray centre, double from, double until) {
        double corner = 2 * Math.acos(1 - 1 / Math.max(radius, 2)); // A chord this wide is 1 m off the arc.
        double full = Math.clamp(2 * Math.PI / corner, CORNERS_MIN, CORNERS_MAX);
        int pieces = (int) Math.ceil(full * (until - from) / (2 * Math.PI));
        for (int i = 0; i <= pieces; i++) ring.add(away(centre, from + (until - from) * i / pieces));
    }

    private Ray away(Ray from, double azimuth) {
        if (radius <= NEAR_MAX) return from.away(azimuth, radius);
        Position target = from.position().destination(Math.toDegrees(azimuth), radius);
        return Ray.of(target);
    }
}
