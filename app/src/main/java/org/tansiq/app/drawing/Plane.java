package org.tansiq.app.drawing;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.tansiq.geometry.Position;

/**
 * The gnomonic plane of the verticals round a centre: every edge of a footprint is straight on it.
 *
 * <p>Its unit is the radian at the centre. What lies more than {@link #DEGREES_MAX} from the centre is cut
 * off.
 */
final class Plane {
    static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** How far from the centre the plane reaches. */
    static final double DEGREES_MAX = 80;

    private static final double NEAREST = Math.cos(Math.toRadians(DEGREES_MAX));

    private final Ray centre;
    private final Ray east;
    private final Ray north;

    Plane(Position centre) {
        this.centre = Ray.of(centre);
        this.east = this.centre.east();
        this.north = this.centre.north();
    }

    Ray centre() {
        return centre;
    }

    Coordinate on(Ray ray) {
        double depth = ray.dot(centre);
        return new Coordinate(ray.dot(east) / depth, ray.dot(north) / depth);
    }

    Ray from(Coordinate c) {
        return centre.plus(east.times(c.x)).plus(north.times(c.y)).unit();
    }

    /** The area within a ring, less what is cut off. */
    Geometry polygon(List<Ray> ring) {
        List<Ray> kept = cut(ring);
        if (kept.size() < 3) return GEOMETRIES.createPolygon();
        List<Coordinate> outline = new ArrayList<>();
        kept.forEach(ray -> outline.add(on(ray)));
        outline.add(outline.getFirst().copy());
        Geometry polygon = GEOMETRIES.createPolygon(outline.toArray(Coordinate[]::new));
        return polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
    }

    // Sutherland and Hodgman's way: keeps what is near, and cuts each edge that leaves or enters.
    private List<Ray> cut(List<Ray> ring) {
        if (ring.stream().allMatch(this::near)) return ring;
        List<Ray> kept = new ArrayList<>();
        Ray a = ring.getLast();
        for (Ray b : ring) {
            if (near(a) != near(b)) kept.add(border(a, b));
            if (near(b)) kept.add(b);
            a = b;
        }
        return kept;
    }

    private boolean near(Ray ray) {
        return ray.dot(centre) >= NEAREST;
    }

    private Ray border(Ray a, Ray b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (near(a.towards(b, middle)) == near(a)) low = middle;
            else high = middle;
        }
        return a.towards(b, near(a) ? low : high);
    }
}
