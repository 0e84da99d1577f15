package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EdgesTest {

    private static final Offset<Double> ERROR = within(Geodesy.ERROR_MAX);
    private static final double ROUNDING = 2e-8;

    record Edge(Normal a, Normal b) {
        Normal at(double part) {
            return Oracle.along(a, b, part * Normal.angle(a, b));
        }

        /** The normal so far left (right if negative) of a point on the great circle. */
        Normal beside(double part, double metres) {
            Normal foot = at(part);
            Normal pole = Normal.pole(a, b).unit();
            return Oracle.along(foot, metres < 0 ? pole.times(-1) : pole, StrictMath.abs(metres) / Geodesy.A);
        }
    }

    /** Edges of 1 m to 3,000 km, at all latitudes and every fourth next to a pole or the equator. */
    @Provide
    Arbitrary<Edge> edges() {
        Arbitrary<Double> lats = Arbitraries.oneOf(
                Arbitraries.doubles().ofScale(12).between(-90, 90),
                Arbitraries.doubles().ofScale(12).between(-90, 90),
                Arbitraries.doubles().ofScale(12).between(89.9999, 90),
                Arbitraries.doubles().ofScale(12).between(-0.01, 0.01));
        Arbitrary<Double> lngs = Arbitraries.doubles().ofScale(12).between(-180, 180);
        Arbitrary<Double> bearings = Arbitraries.doubles().ofScale(12).between(0, 360);
        Arbitrary<Double> metres =
                Arbitraries.doubles().ofScale(12).between(0, 6.477).map(magnitude -> StrictMath.pow(10, magnitude));
        return Combinators.combine(lats, lngs, bearings, metres).as((lat, lng, bearing, length) -> {
            Normal a = Oracle.normal(lat, lng);
            return new Edge(a, Oracle.destination(a, bearing, length));
        });
    }

    @Property(tries = 1500)
    void metresAreTheLeastGeodesic(
            @ForAll("edges") Edge edge,
            @ForAll @Scale(12) @DoubleRange(min = -0.2, max = 1.2) double part,
            @ForAll @Scale(12) @DoubleRange(min = -3, max = 6.4) double magnitude,
            @ForAll boolean left) {
        double metres = StrictMath.pow(10, magnitude);
        Normal p = edge.beside(part, left ? metres : -metres);
        double least = Oracle.metres(p, edge.a, edge.b);
        assertThat(Edges.metres(p, edge.a, edge.b)).isCloseTo(least, ERROR);
        assertThat(Edges.metres(p, edge.b, edge.a)).isEqualTo(Edges.metres(p, edge.a, edge.b));
    }

    @Property(tries = 300)
    void metresAreTheLeastGeodesicRoundTheEnds(
            @ForAll("edges") Edge edge,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 360) double bearing,
            @ForAll @Scale(12) @DoubleRange(min = -3, max = 6.4) double magnitude) {
        Normal p = Oracle.destination(edge.b, bearing, StrictMath.pow(10, magnitude));
        double least = Oracle.metres(p, edge.a, edge.b);
        assertThat(Edges.metres(p, edge.a, edge.b)).isCloseTo(least, ERROR);
    }

    @Property(tries = 200)
    void nearlyHalfCirclesAreEdgesToo(
            @ForAll @Scale(12) @DoubleRange(min = -89, max = 89) double lat,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 360) double bearing,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 1) double part,
            @ForAll @Scale(12) @DoubleRange(min = -4_000, max = 4_000) double kilometres) {
        Normal a = Oracle.normal(lat, 0);
        Edge edge = new Edge(a, Oracle.along(a, Oracle.destination(a, bearing, 1e6), StrictMath.PI - 1e-6));
        Normal p = edge.beside(part, kilometres * 990);
        double least = Oracle.metres(p, edge.a, edge.b);
        assertThat(Edges.metres(p, edge.a, edge.b)).isCloseTo(least, ERROR);
    }

    @Test
    void anEdgeOfEqualEndsIsAPoint() {
        Normal a = Oracle.normal(52, 4);
        Normal p = Oracle.normal(53, 5);
        assertThat(Edges.metres(p, a, a)).isEqualTo(Geodesy.metres(p, a));
        assertThat(Edges.angle(p, a, a)).isEqualTo(Normal.angle(p, a));
    }

    @Property(tries = 500)
    void anglesBoundMetres(
            @ForAll("edges") Edge edge,
            @ForAll @Scale(12) @DoubleRange(min = -0.2, max = 1.2) double part,
            @ForAll @Scale(12) @DoubleRange(min = -3, max = 6.4) double magnitude) {
        Normal p = edge.beside(part, StrictMath.pow(10, magnitude));
        double angle = Edges.angle(p, edge.a, edge.b);
        assertThat(Edges.metres(p, edge.a, edge.b))
                .isGreaterThanOrEqualTo(Geodesy.R_MIN * angle - ROUNDING)
                .isLessThanOrEqualTo(Geodesy.R_MAX * angle + ROUNDING);
        assertThat(Edges.angle(p, edge.b, edge.a)).isEqualTo(angle);
    }

    @Property(tries = 1000)
    void angleIsExactBesideTheEdge(
            @ForAll("edges") Edge edge,
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 0.99) double part,
            @ForAll @Scale(12) @DoubleRange(min = -9, max = 0) double magnitude) {
        double angle = StrictMath.pow(10, magnitude);
        // On an edge of 1 m the pole is good to 1e-9 rad only, and p is off the lune by as much of the angle.
        Assume.that(Normal.angle(edge.a, edge.b) > angle * 1e-6);
        Normal p = edge.beside(part, angle * Geodesy.A);
        // Three vectors whose parts are each rounded to 1.1e-16 stand behind it, and the angle itself.
        assertThat(Edges.angle(p, edge.a, edge.b)).isCloseTo(angle, within(1e-15));
    }

    /** Neighbours that run nearly side by side, where a dip between the ends would be deepest. */
    @Property(tries = 300)
    void arcsThatDoNotMeetAreNearestAtAnEnd(
            @ForAll("edges") Edge edge,
            @ForAll @Scale(12) @DoubleRange(min = -3, max = 6) double magnitude,
            @ForAll @Scale(12) @DoubleRange(min = -1, max = 1) double tilt,
            @ForAll @Scale(12) @DoubleRange(min = -0.5, max = 0.8) double from,
            @ForAll @Scale(12) @DoubleRange(min = 0.2, max = 1.5) double until) {
        Assume.that(until > from);
        double metres = StrictMath.pow(10, magnitude);
        Normal c = edge.beside(from, metres);
        Normal d = edge.beside(until, metres * (1 + tilt * tilt * tilt * 0.9));
        Assume.that(!Orientation.meet(edge.a, edge.b, c, d));
        double ends = StrictMath.min(
                StrictMath.min(Edges.metres(edge.a, c, d), Edges.metres(edge.b, c, d)),
                StrictMath.min(Edges.metres(c, edge.a, edge.b), Edges.metres(d, edge.a, edge.b)));
        double endAngles = Edges.angle(edge.a, edge.b, c, d);
        for (int i = 0; i <= 60; i++) {
            Normal p = edge.at(i / 60.0);
            assertThat(Edges.metres(p, c, d)).isGreaterThanOrEqualTo(ends - Geodesy.ERROR_MAX);
            assertThat(Edges.angle(p, c, d)).isGreaterThanOrEqualTo(endAngles - 1e-15);
        }
        assertThat(endAngles * Geodesy.R_MIN).isLessThanOrEqualTo(ends + ROUNDING);
    }
}
