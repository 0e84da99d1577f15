package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is refused beyond vectors/refusals.json, and that those leave no fault out. */
class SoundnessTest {

    @Test
    void tenThousandVerticesAreAllowedAndOneMoreIsNot() {
        assertThat(Core.ring(circle(10_000)).vertices()).isEqualTo(10_000);
        List<Position> closed = new ArrayList<>(circle(10_000));
        closed.add(closed.getFirst());
        assertThat(Core.ring(closed).vertices()).isEqualTo(10_000);
        assertThat(Core.chain(circle(10_000)).vertices()).isEqualTo(10_000);
        for (Unfit unfit : List.of(
                catchThrowableOfType(Unfit.class, () -> Core.ring(circle(10_001))),
                catchThrowableOfType(Unfit.class, () -> Core.chain(circle(10_001))),
                catchThrowableOfType(Unfit.class, () -> Core.ring(circle(9_998), List.of(circle(3)))))) {
            assertThat(unfit.fault()).isEqualTo(Fault.TOO_MANY_VERTICES);
            assertThat(unfit.details()).containsExactly("10001", "10000");
        }
    }

    @Test
    void everyFaultIsReached() {
        Set<Fault> reached = EnumSet.of(Fault.TOO_MANY_VERTICES);
        Vectors.cases("refusals.json")
                .forEach(c -> reached.add(Fault.valueOf(c.get("fault").asString())));
        assertThat(reached).containsExactly(Fault.values());
    }

    @Test
    void aRingAlmostAHemisphereWideIsAllowed() {
        List<Position> outline = new ArrayList<>();
        for (int lng = -180; lng < 180; lng += 30) outline.add(new Position(1, lng));
        Core core = Core.ring(outline);
        assertThat(core.contains(new Position(90, 0).normal())).isTrue();
        assertThat(core.contains(new Position(0.5, 0).normal())).isFalse();
        assertThat(core.contains(new Position(-90, 0).normal())).isFalse();
    }

    @Test
    void aChainMayGoRoundTheGlobe() {
        Core chain = Core.chain(List.of(new Position(0, 0), new Position(0, 120), new Position(0, -120)));
        Footprint far = new Footprint(Core.spot(new Position(0.001, 180)), 1000);
        assertThat(Separation.atMost(new Footprint(chain, 0), far, 0)).isTrue();
        assertThat(Separation.between(new Footprint(chain, 0), far).upper()).isLessThan(0);
    }

    @Test
    void theCapOfATinyRingHoldsIt() {
        for (double metres : new double[] {0.01, 0.1, 1, 10}) {
            Position at = new Position(48.1, 11.6);
            List<Position> outline = new ArrayList<>();
            for (int i = 0; i < 7; i++) outline.add(at.destination(50 * i, metres / (1 + i % 3)));
            Core core = Core.ring(outline);
            Cap cap = core.cap();
            for (int i = 0; i < core.vertices(); i++)
                assertThat(core.vertex(i).minus(cap.centre()).length()).isLessThan(cap.radius());
        }
    }

    @Test
    void theCapOfAChainRoundTheGlobeHoldsItsEdges() {
        Core chain = Core.chain(List.of(new Position(0, 100), new Position(0, -100), new Position(0, 0)));
        Normal behind = new Position(0, 180).normal();
        assertThat(Normal.angle(chain.cap().centre(), behind))
                .isLessThanOrEqualTo(chain.cap().radius());
    }

    @Test
    void aBoxGoesRoundThePoleWithTheOverlap() {
        List<Position> outer = new ArrayList<>();
        List<Position> inner = new ArrayList<>();
        for (int lng = -180; lng < 120; lng += 60) {
            outer.add(new Position(88, lng));
            inner.add(new Position(89, lng));
        }
        Footprint annulus = new Footprint(Core.ring(outer, List.of(inner)), 0);
        Box box = Box.of(annulus, annulus);
        assertThat(box.west()).isEqualTo(-180);
        assertThat(box.east()).isEqualTo(180);
        assertThat(box.north()).isLessThan(89.9);
    }

    @Test
    void whatHoldsAVolumeMustNotHaveItsHoleInside() {
        Core holed = Core.ring(DepthTest.bar(1, 1), List.of(DepthTest.bar(0.1, 0.1)));
        Footprint around = new Footprint(Core.ring(DepthTest.bar(0.5, 0.5)), 0);
        Footprint beside = new Footprint(Core.spot(new Position(0.6, 0.6)), 1000);
        assertThat(Containment.holds(new Footprint(holed, 0), around)).isFalse();
        assertThat(Containment.holds(new Footprint(holed, 0), beside)).isTrue();
        assertThat(Containment.holds(new Footprint(Core.ring(DepthTest.bar(1, 1)), 0), around))
                .isTrue();
    }

    private static List<Position> circle(int n) {
        List<Position> circle = new ArrayList<>();
        for (int i = 0; i < n; i++) circle.add(new Position(20, 30).destination(360.0 * i / n, 50_000));
        return circle;
    }
}
