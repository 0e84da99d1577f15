package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tansiq.geometry.Draw.Pair;

/** The laws of {@link Separation}. */
class SeparationTest {
    private static final double ROUNDING = 1e-5; // Metres: normals of moved positions differ by nanometres.
    private static final double DEPTH_ROUNDING = 0.02; // Of a depth.

    @Property(tries = 300)
    void gapIsSymmetric(@ForAll("pairs") Pair pair) {
        assertThat(gap(pair)).isEqualTo(gap(pair.swapped()));
    }

    @Property(tries = 120)
    void windingDoesNotMatter(@ForAll("pairs") Pair pair) {
        same(pair, moved(pair.a(), List::reversed), pair.b());
    }

    @Property(tries = 120)
    void whereARingStartsDoesNotMatter(@ForAll("pairs") Pair pair) {
        if (pair.a().core().kind() != Core.Kind.RING) return;
        same(pair, moved(pair.a(), SeparationTest::rotated), pair.b());
    }

    @Property(tries = 120)
    void turningTheEarthByQuartersOfLongitudeDoesNotMatter(@ForAll("pairs") Pair pair, @ForAll boolean half) {
        double turn = half ? 180 : 90;
        UnaryOperator<List<Position>> turned = each(p -> new Position(p.lat(), turned(p.lng(), turn)));
        same(pair, moved(pair.a(), turned), moved(pair.b(), turned));
    }

    @Property(tries = 120)
    void mirroringNorthAndSouthDoesNotMatter(@ForAll("pairs") Pair pair) {
        UnaryOperator<List<Position>> mirrored = each(p -> new Position(-p.lat(), p.lng()));
        same(pair, moved(pair.a(), mirrored), moved(pair.b(), mirrored));
    }

    @Property(tries = 120)
    void aLargerRadiusNeverSeparates(@ForAll("pairs") Pair pair) {
        Footprint larger =
                pair.a().buffered(Math.min(1000, Footprint.RADIUS_MAX - pair.a().radius()));
        assertThat(Separation.between(larger, pair.b()).lower())
                .isLessThanOrEqualTo(gap(pair).lower());
        if (Separation.atMost(pair.a(), pair.b(), 0))
            assertThat(Separation.atMost(larger, pair.b(), 0)).isTrue();
    }

    @Property(tries = 600)
    void atMostAgreesWithTheGap(@ForAll("pairs") Pair pair, @ForAll("limits") double limit) {
        double over = gap(pair).lower() - limit;
        if (Math.abs(over) > Geodesy.ERROR_MAX)
            assertThat(Separation.atMost(pair.a(), pair.b(), limit))
                    .as("%s over %s m", over, limit)
                    .isEqualTo(over < 0);
    }

    @Property(tries = 300)
    void atMostAgreesWithTheGapAtItsVeryEdge(@ForAll("pairs") Pair pair) {
        Gap gap = gap(pair);
        if (gap.lower() < 0 || gap.lower() > 200_000) return;
        double nudge = 2 * Geodesy.ERROR_MAX + 1e-15 * Footprint.RADIUS_MAX;
        assertThat(Separation.atMost(pair.a(), pair.b(), gap.lower() + nudge)).isTrue();
        assertThat(Separation.atMost(pair.a(), pair.b(), gap.lower() - nudge)).isFalse();
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Draw.pairs();
    }

    @Provide
    Arbitrary<Double> limits() {
        return net.jqwik.api.Arbitraries.doubles().between(0, 200_000);
    }

    private static Gap gap(Pair pair) {
        return Separation.between(pair.a(), pair.b());
    }

    private static void same(Pair pair, Footprint a, Footprint b) {
        Gap expected = gap(pair);
        Gap actual = Separation.between(a, b);
        if (Separation.meet(a.core(), b.core())) {
            // The depth lies in both; how close they hold it depends on where branch and bound stops.
            double loose = ROUNDING + depth(pair) * DEPTH_ROUNDING;
            assertThat(actual.lower()).isLessThanOrEqualTo(expected.upper() + loose);
            assertThat(expected.lower()).isLessThanOrEqualTo(actual.upper() + loose);
        } else {
            assertThat(actual.lower()).isCloseTo(expected.lower(), within(pair));
            assertThat(actual.upper()).isCloseTo(expected.upper(), within(pair));
        }
    }

    private static double depth(Pair pair) {
        return Depth.of(pair.a().core(), pair.b().core()).upper();
    }

    private static org.assertj.core.data.Offset<Double> within(Pair pair) {
        return org.assertj.core.data.Offset.offset(ROUNDING + 1e-12 * pair.a().radius());
    }

    private static double turned(double lng, double turn) {
        return lng + turn > 180 ? lng + turn - 360 : lng + turn;
    }

    private static UnaryOperator<List<Position>> each(UnaryOperator<Position> one) {
        return positions -> positions.stream().map(one).toList();
    }

    private static List<Position> rotated(List<Position> ring) {
        List<Position> rotated = new ArrayList<>(ring);
        Collections.rotate(rotated, 2);
        return rotated;
    }

    private static Footprint moved(Footprint f, UnaryOperator<List<Position>> by) {
        List<List<Position>> parts = f.core().positions().stream().map(by).toList();
        return new Footprint(core(f.core().kind(), parts), f.radius(), f.precision());
    }

    private static Core core(Core.Kind kind, List<List<Position>> parts) {
        return switch (kind) {
            case SPOT -> Core.spot(parts.getFirst().getFirst());
            case CHAIN -> Core.chain(parts.getFirst());
            case RING -> Core.ring(parts.getFirst(), parts.subList(1, parts.size()));
        };
    }
}
