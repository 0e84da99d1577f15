package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.tansiq.geometry.Draw.Pair;

/**
 * Distances of cores that do not meet, against GeographicLib and a search that knows nothing of ends and
 * feet.
 */
class DistanceTest {
    private static final int SAMPLES = 6; // Along each edge, before the best pair is refined.
    private static final double GOLDEN = 0.6180339887498949;
    private static final double ROUGH = 1e-5; // Parts of an edge.
    private static final double FINE = 1e-7;
    private static final double FOUND = 1e-3; // Metres by which the search may stop short of the least.

    @Property(tries = 60)
    void theGapHoldsWhatASearchFinds(@ForAll("pairs") Pair pair) {
        Core a = pair.a().core();
        Core b = pair.b().core();
        if (Separation.meet(a, b)) return;
        Gap gap = Separation.cores(a, b);
        double found = searched(a, b);
        assertThat(gap.lower()).isLessThanOrEqualTo(found);
        assertThat(found).isLessThanOrEqualTo(gap.upper() * (1 + 1e-6) + FOUND);
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Draw.pairs();
    }

    /** A place on two edges, as parts of their lengths. */
    private record Place(Arc one, Arc two, double i, double j) {
        double metres() {
            return geodesic(on(one, i), on(two, j));
        }
    }

    private static double searched(Core a, Core b) {
        Place best = new Place(arc(a, 0), arc(b, 0), 0, 0);
        double least = chord(best);
        for (int i = 0; i < a.edges(); i++)
            for (int j = 0; j < b.edges(); j++)
                for (int k = 0; k <= SAMPLES; k++)
                    for (int l = 0; l <= SAMPLES; l++) {
                        Place place = new Place(arc(a, i), arc(b, j), (double) k / SAMPLES, (double) l / SAMPLES);
                        double chord = chord(place);
                        if (chord >= least) continue;
                        least = chord;
                        best = place;
                    }
        // The best sample may lie on the wrong edge by one sample's width: all edges are refined from its
        // reach.
        double found = refined(best);
        for (int i = 0; i < a.edges(); i++)
            for (int j = 0; j < b.edges(); j++) found = Math.min(found, refinedIfNear(arc(a, i), arc(b, j), found));
        return found;
    }

    private static double refinedIfNear(Arc one, Arc two, double found) {
        Place best = new Place(one, two, 0, 0);
        double least = Double.MAX_VALUE;
        for (int k = 0; k <= SAMPLES; k++)
            for (int l = 0; l <= SAMPLES; l++) {
                Place place = new Place(one, two, (double) k / SAMPLES, (double) l / SAMPLES);
                double chord = chord(place);
                if (chord >= least) continue;
                least = chord;
                best = place;
            }
        double steps = (length(one) + length(two)) / SAMPLES;
        return least - steps > found ? found : refined(best);
    }

    // Two edges that run nearly along each other have a long valley, and its bottom may lie far from the best
    // sample.
    private static double refined(Place place) {
        return Math.min(descended(place), descended(bottom(place.one, place.two)));
    }

    private static Place bottom(Arc one, Arc two) {
        double i = least(x -> chord(new Place(one, two, x, opposite(one, two, x))), 0, 1, ROUGH);
        return new Place(one, two, i, opposite(one, two, i));
    }

    private static double opposite(Arc one, Arc two, double i) {
        return least(x -> chord(new Place(one, two, i, x)), 0, 1, ROUGH);
    }

    // First one end is moved to its best place, then the other, until neither gains.
    private static double descended(Place place) {
        Place now = place;
        for (int round = 0; round < 8; round++) {
            Place before = now;
            double j = before.j;
            double i = least(x -> geodesic(on(before.one, x), on(before.two, j)), before.i);
            double k = least(x -> geodesic(on(before.one, i), on(before.two, x)), before.j);
            now = new Place(before.one, before.two, i, k);
            if (before.metres() - now.metres() < 1e-9 * before.metres()) break;
        }
        return now.metres();
    }

    private static double least(DoubleUnaryOperator of, double near) {
        double found = least(of, Math.max(0, near - 1.0 / SAMPLES), Math.min(1, near + 1.0 / SAMPLES), FINE);
        return of.applyAsDouble(near) <= of.applyAsDouble(found) ? near : found;
    }

    private static double least(DoubleUnaryOperator of, double first, double last, double width) {
        double from = first;
        double until = last;
        while (until - from > width) {
            double step = (until - from) * GOLDEN;
            if (of.applyAsDouble(until - step) < of.applyAsDouble(from + step)) until = from + step;
            else from = until - step;
        }
        double least = from;
        for (double x : new double[] {0, 1}) if (of.applyAsDouble(x) < of.applyAsDouble(least)) least = x;
        return least;
    }

    private static Arc arc(Core core, int i) {
        return new Arc(core.vertex(i), core.target(i));
    }

    private static Normal on(Arc arc, double part) {
        return arc.source().times(1 - part).plus(arc.target().times(part)).unit();
    }

    private static double length(Arc arc) {
        return Geodesy.position(arc.source())
                        .minus(Geodesy.position(arc.target()))
                        .length()
                * 1.6;
    }

    private static double chord(Place place) {
        Normal p = Geodesy.position(on(place.one, place.i));
        return p.minus(Geodesy.position(on(place.two, place.j))).length();
    }

    private static double geodesic(Normal a, Normal b) {
        Position p = Position.of(a);
        Position q = Position.of(b);
        return Geodesic.WGS84.Inverse(p.lat(), p.lng(), q.lat(), q.lng(), GeodesicMask.DISTANCE).s12;
    }
}
