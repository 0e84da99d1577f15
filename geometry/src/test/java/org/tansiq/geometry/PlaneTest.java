package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.tansiq.geometry.Draw.Pair;

/** Cores of some kilometres against JTS on the plane that touches the ellipsoid there. */
class PlaneTest {
    private static final double BEND = 0.1; // Metres by which the Earth leaves the plane, up to 15 km from its middle.
    private static final GeometryFactory JTS = new GeometryFactory();

    @Property(tries = 300)
    void distancesAreThoseOfThePlane(@ForAll("pairs") Pair pair) {
        Core a = pair.a().core();
        Core b = pair.b().core();
        Plane plane = new Plane(a.vertex(0));
        double flat = plane.drawn(a).distance(plane.drawn(b));
        Gap gap = Separation.cores(a, b);
        if (gap.upper() <= 0 || flat <= 0) {
            assertThat(flat).isLessThanOrEqualTo(BEND);
            assertThat(gap.lower()).isLessThanOrEqualTo(BEND);
        } else assertThat(gap.lower()).isCloseTo(flat, Offset.offset(BEND));
    }

    @Property(tries = 150)
    void theDepthFitsTheOverlapOnThePlane(@ForAll("pairs") Pair pair) {
        Core a = pair.a().core();
        Core b = pair.b().core();
        if (a.kind() != Core.Kind.RING || b.kind() != Core.Kind.RING || !Separation.meet(a, b)) return;
        Plane plane = new Plane(a.vertex(0));
        Geometry shared = plane.drawn(a).intersection(plane.drawn(b));
        // A circle inside the overlap keeps its radius from both borders; no circle is wider than the
        // overlap's box.
        double radius = org.locationtech.jts.algorithm.construct.MaximumInscribedCircle.getRadiusLine(
                        largest(shared), 0.01)
                .getLength();
        Gap depth = Depth.of(a, b);
        assertThat(depth.upper()).isGreaterThanOrEqualTo(2 * radius - BEND);
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Draw.smallPairs();
    }

    private static Geometry largest(Geometry shared) {
        Geometry largest = shared.getGeometryN(0);
        for (int i = 1; i < shared.getNumGeometries(); i++)
            if (shared.getGeometryN(i).getArea() > largest.getArea()) largest = shared.getGeometryN(i);
        return largest.getArea() > 0
                ? largest
                : JTS.createPoint(new Coordinate(0, 0)).buffer(1e-6);
    }

    /** East and north of an origin, in metres. */
    private record Plane(Normal up) {
        Geometry drawn(Core core) {
            List<List<Normal>> rings = core.rings();
            return switch (core.kind()) {
                case SPOT -> JTS.createPoint(flat(core.vertex(0)));
                case CHAIN -> JTS.createLineString(flat(rings.getFirst()));
                case RING ->
                    JTS.createPolygon(
                            ring(rings.getFirst()),
                            rings.stream().skip(1).map(this::ring).toArray(LinearRing[]::new));
            };
        }

        private LinearRing ring(List<Normal> ring) {
            Coordinate[] open = flat(ring);
            Coordinate[] closed = java.util.Arrays.copyOf(open, open.length + 1);
            closed[open.length] = open[0];
            return JTS.createLinearRing(closed);
        }

        private Coordinate[] flat(List<Normal> line) {
            return line.stream().map(this::flat).toArray(Coordinate[]::new);
        }

        private Coordinate flat(Normal n) {
            Normal way = Geodesy.position(n).minus(Geodesy.position(up));
            Normal aside = Math.abs(up.z()) > 0.9 ? new Normal(1, 0, 0) : new Normal(0, 0, 1);
            Normal east = aside.cross(up).unit();
            return new Coordinate(way.dot(east), way.dot(up.cross(east)));
        }
    }
}
