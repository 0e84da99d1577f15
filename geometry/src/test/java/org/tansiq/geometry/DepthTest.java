package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.tansiq.geometry.Draw.Pair;

/** The laws of {@link Depth}, against points tried at random. */
class DepthTest {
    private static final int SAMPLES = 400;
    private static final int CLIMB_STEPS = 300;

    @Property(tries = 80)
    void noPointIsDeeperThanTheUpperBound(@ForAll("rings") Pair pair, @ForAll Random random) {
        Core a = pair.a().core();
        Core b = pair.b().core();
        if (!Separation.meet(a, b)) return;
        Gap depth = Depth.of(a, b);
        double best = climbed(a, b, random);
        assertThat(best).isLessThanOrEqualTo(depth.upper());
        // What is found by climbing falls short of the deepest place by little.
        assertThat(depth.lower()).isLessThanOrEqualTo(best * 1.2 + 0.01);
    }

    @Property(tries = 150)
    void boundsOfTypicalOverlapsAreClose(@ForAll("rings") Pair pair) {
        if (!Separation.meet(pair.a().core(), pair.b().core())) return;
        Gap depth = Depth.of(pair.a().core(), pair.b().core());
        Statistics.label("upper <= 1.05 lower + 1 cm")
                .collect(depth.upper() <= 1.05 * depth.lower() + 0.01)
                .coverage(coverage -> coverage.check(true).percentage(p -> p > 95));
    }

    @Property(tries = 80)
    void depthIsLipschitz(@ForAll("rings") Pair pair, @ForAll Random random) {
        // Every vertex of one moves by at most a step: no border moves by more, so that the depth changes by
        // no more.
        double step = 100 * random.nextDouble();
        List<List<Position>> parts = pair.a().core().positions().stream()
                .map(part -> part.stream()
                        .map(p -> p.destination(360 * random.nextDouble(), step))
                        .toList())
                .toList();
        Core moved;
        try {
            moved = Core.ring(parts.getFirst());
        } catch (Unfit unfit) {
            return;
        }
        Gap before = Separation.cores(pair.a().core(), pair.b().core());
        Gap after = Separation.cores(moved, pair.b().core());
        double slack = step * 1.01 + 1e-5;
        assertThat(after.lower()).isLessThanOrEqualTo(before.upper() + slack);
        assertThat(before.lower()).isLessThanOrEqualTo(after.upper() + slack);
    }

    @Property(tries = 40)
    void aRingIsAsDeepInItselfAsTwiceItsLargestCircle(@ForAll("rings") Pair pair, @ForAll Random random) {
        Core a = pair.a().core();
        Gap depth = Depth.of(a, a);
        double best = climbed(a, a, random);
        assertThat(best).isLessThanOrEqualTo(depth.upper());
        assertThat(depth.lower()).isLessThanOrEqualTo(best * 1.2 + 0.01);
    }

    @Test
    void crossingBarsAreAsDeepAsHalfOfEachWidth() {
        Core upright = Core.ring(bar(0.1, 0.005));
        Core flat = Core.ring(bar(0.01, 0.08));
        Gap depth = Depth.of(upright, flat);
        double expected = new Position(0, 0).metresTo(new Position(0, 0.005))
                + new Position(0, 0).metresTo(new Position(0.01, 0));
        assertThat(depth.lower()).isBetween(expected * 0.98, expected * 1.0001);
        assertThat(depth.upper()).isBetween(expected * 0.9999, expected * 1.03);
    }

    static List<Position> bar(double lat, double lng) {
        return List.of(
                new Position(-lat, -lng), new Position(-lat, lng), new Position(lat, lng), new Position(lat, -lng));
    }

    @Provide
    Arbitrary<Pair> rings() {
        return Draw.ringPairs();
    }

    private static double climbed(Core a, Core b, Random random) {
        List<Normal> starts = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) starts.add(mixed(a, b, random));
        for (Piece piece : Piece.covering(a, b)) addMiddles(piece, 4, starts);
        Normal at = a.vertex(0);
        double best = 0;
        for (Normal p : starts) {
            double here = depth(a, b, p);
            if (here <= best) continue;
            best = here;
            at = p;
        }
        double reach = Math.min(a.cap().radius(), b.cap().radius()) / 2;
        for (int i = 0; i < CLIMB_STEPS; i++) {
            Normal p = at.plus(direction(random).times(reach)).unit();
            double here = depth(a, b, p);
            if (here > best) {
                best = here;
                at = p;
            } else reach *= 0.97;
        }
        return best;
    }

    private static void addMiddles(Piece piece, int deep, List<Normal> starts) {
        starts.add(piece.middle());
        if (deep > 0) piece.halves().forEach(half -> addMiddles(half, deep - 1, starts));
    }

    private static Normal mixed(Core a, Core b, Random random) {
        List<Normal> all = new ArrayList<>();
        for (int i = 0; i < a.vertices(); i++) all.add(a.vertex(i));
        for (int i = 0; i < b.vertices(); i++) all.add(b.vertex(i));
        Normal sum = new Normal(0, 0, 0);
        for (Normal n : all) {
            double weight = random.nextDouble();
            sum = sum.plus(n.times(weight * weight * weight));
        }
        return sum.unit();
    }

    private static Normal direction(Random random) {
        return new Normal(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
    }

    private static double depth(Core a, Core b, Normal p) {
        return a.contains(p) && b.contains(p) ? toBorder(a, p) + toBorder(b, p) : 0;
    }

    private static double toBorder(Core core, Normal p) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < core.edges(); i++)
            nearest = Math.min(nearest, Edges.metres(p, core.vertex(i), core.target(i)));
        return nearest;
    }
}
