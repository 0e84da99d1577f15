package org.tansiq.app.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tansiq.geometry.Position;

final class CurvesTest {
    private static final int TRIES = 50;
    private static final int SAMPLES = 10;

    /** The position in the middle of an edge. */
    private static Position middle(Position a, Position b) {
        return Vector.of(a).plus(Vector.of(b)).position();
    }

    @Property(tries = TRIES)
    void anArcIsWithinOneMetre(
            @ForAll @DoubleRange(min = -90, max = 90) double lat,
            @ForAll @DoubleRange(min = 1, max = 1_000_000) double radius,
            @ForAll @DoubleRange(min = 1, max = 359) double sweep) {
        Position pivot = new Position(lat, 36);
        List<Position> arc = Curves.arc(pivot, radius, 350, sweep);
        for (int i = 1; i < arc.size(); i++) {
            Position between = middle(arc.get(i - 1), arc.get(i));
            assertThat(pivot.metresTo(between)).isBetween(radius - Curves.CHORD_MAX, radius + 1e-3);
        }
    }

    @Property(tries = TRIES)
    void aRhumbLineIsWithinOneMetre(
            @ForAll @DoubleRange(min = -85, max = 85) double south,
            @ForAll @DoubleRange(min = -85, max = 85) double north,
            @ForAll @DoubleRange(min = -179, max = 179) double east) {
        Position from = new Position(south, 170);
        Position until = new Position(north, east);
        List<Position> line = Curves.rhumb(List.of(from, until));
        for (int i = 1; i < line.size(); i += 1 + line.size() / SAMPLES)
            assertThat(away(line.get(i - 1), line.get(i))).isLessThan(Curves.CHORD_MAX);
    }

    // Between the middle of a chord and the spots of the line north and east of it: the height of that
    // triangle.
    private static double away(Position a, Position b) {
        Position onChord = middle(a, b);
        double north = onChord.metresTo(abreast(a, b, onChord, false));
        double east = onChord.metresTo(abreast(a, b, onChord, true));
        return north == 0 || east == 0 ? 0 : north * east / Math.hypot(north, east);
    }

    private static Position abreast(Position a, Position b, Position p, boolean byLatitude) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double share = (low + high) / 2;
            Position on = new Rhumb(a, b).at(share);
            double way = byLatitude
                    ? (on.lat() - p.lat()) * Math.signum(b.lat() - a.lat())
                    : turn(p, on) * Math.signum(turn(a, b));
            if (way < 0) low = share;
            else high = share;
        }
        return new Rhumb(a, b).at(high);
    }

    private static double turn(Position a, Position b) {
        return Math.IEEEremainder(b.lng() - a.lng(), 360);
    }

    @Test
    void aRhumbLineCrossesTheAntimeridianTheShortWay() {
        List<Position> line = Curves.rhumb(List.of(new Position(50, 179), new Position(50, -179)));
        assertThat(line)
                .hasSizeGreaterThan(2)
                .allSatisfy(p -> assertThat(Math.abs(p.lng())).isGreaterThanOrEqualTo(179));
    }

    @Property(tries = TRIES)
    void aLineBesideAnEdgeKeepsItsDistance(
            @ForAll @DoubleRange(min = -80, max = 80) double lat,
            @ForAll @DoubleRange(min = -80, max = 80) double other,
            @ForAll @DoubleRange(min = 10, max = 50_000) double right) {
        Position a = new Position(lat, 36);
        Position b = new Position(other, 40);
        List<Position> line = Curves.beside(a, b, right);
        Position first = line.getFirst();
        assertThat(first.metresTo(a)).isCloseTo(right, within(1e-3));
        // The distance to the edge itself, by looking for the nearest of its points.
        for (Position p : line.subList(1, line.size() - 1))
            assertThat(metresToEdge(a, b, p)).isCloseTo(right, within(0.01));
    }

    private static double metresToEdge(Position a, Position b, Position p) {
        Vector source = Vector.of(a);
        Vector target = Vector.of(b);
        double low = 0;
        double high = 1;
        for (int i = 0; i < 100; i++) {
            double one = low + (high - low) / 3;
            double two = high - (high - low) / 3;
            if (at(source, target, one).metresTo(p) < at(source, target, two).metresTo(p)) high = two;
            else low = one;
        }
        return at(source, target, (low + high) / 2).metresTo(p);
    }

    private static Position at(Vector a, Vector b, double share) {
        return a.times(1 - share).plus(b.times(share)).position();
    }
}
