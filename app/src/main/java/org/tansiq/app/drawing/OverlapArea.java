package org.tansiq.app.drawing;

import java.util.Optional;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/**
 * Square metres that two footprints share, on WGS84.
 *
 * <p>The outline comes from the gnomonic plane, its area from an equal-area plane of authalic latitudes:
 * for straight outlines good to 1 in 10,000, for round ones to the 1 m of their corners. Printed to three
 * digits; never part of a verdict.
 */
public final class OverlapArea {
    private static final double EQUATOR = 6_378_137;
    private static final double ECCENTRICITY = 0.0818191908426215;
    private static final double POLE = authalic(1);
    private static final double STEP_MAX = 0.005; // Radians between corners: 32 km.
    private static final double RIM = Math.tan(Math.toRadians(Plane.DEGREES_MAX - 0.1));

    private OverlapArea() {}

    /** Empty where nothing is shared, or where it is too wide for one plane round this centre. */
    public static Optional<Double> of(Footprint a, Footprint b, Position centre) {
        Plane plane = new Plane(centre);
        Geometry overlap = Outline.overlap(Outline.of(a, plane), Outline.of(b, plane));
        if (overlap.isEmpty() || overlap.getDimension() < 2 || rimmed(overlap)) return Optional.empty();
        return Optional.of(squareMetres(overlap, plane));
    }

    static double squareMetres(Geometry geometry, Plane plane) {
        Geometry dense = Densifier.densify(geometry, STEP_MAX);
        double sum = 0;
        for (int i = 0; i < dense.getNumGeometries(); i++)
            if (dense.getGeometryN(i) instanceof Polygon polygon) sum += area(polygon, plane);
        return sum;
    }

    private static boolean rimmed(Geometry overlap) {
        for (Coordinate c : overlap.getCoordinates()) if (Math.hypot(c.x, c.y) > RIM) return true;
        return false;
    }

    private static double area(Polygon polygon, Plane plane) {
        double sum = area(polygon.getExteriorRing().getCoordinates(), plane);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++)
            sum -= area(polygon.getInteriorRingN(i).getCoordinates(), plane);
        return sum;
    }

    private static double area(Coordinate[] ring, Plane plane) {
        Ray centre = level(plane.centre());
        double sum = 0;
        Coordinate last = flat(level(plane.from(ring[0])), centre);
        for (int i = 1; i < ring.length; i++) {
            Coordinate next = flat(level(plane.from(ring[i])), centre);
            sum += last.x * next.y - last.y * next.x;
            last = next;
        }
        return Math.abs(sum) / 2 * EQUATOR * EQUATOR * POLE / 2;
    }

    // Lambert's azimuthal equal-area plane.
    private static Coordinate flat(Ray ray, Ray centre) {
        double k = Math.sqrt(2 / (1 + ray.dot(centre)));
        return new Coordinate(k * ray.dot(centre.east()), k * ray.dot(centre.north()));
    }

    /** The ray on the sphere of the same area: its latitude becomes the authalic one. */
    private static Ray level(Ray ray) {
        double sin = Math.clamp(authalic(ray.z()) / POLE, -1, 1);
        double cos = Math.sqrt(1 - sin * sin);
        double flat = Math.hypot(ray.x(), ray.y());
        return flat < 1e-15 ? ray : new Ray(cos * ray.x() / flat, cos * ray.y() / flat, sin);
    }

    private static double authalic(double sin) {
        double es = ECCENTRICITY * sin;
        double squared = 1 - ECCENTRICITY * ECCENTRICITY;
        return squared * (sin / (1 - es * es) + Math.log((1 + es) / (1 - es)) / (2 * ECCENTRICITY));
    }
}
