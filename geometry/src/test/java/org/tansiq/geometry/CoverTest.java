package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CoverTest {

    @Property(tries = 400)
    void coveringContainsTheVolume(@ForAll long seed) {
        Sky sky = new Sky(seed);
        sky.footprint().ifPresent(footprint -> {
            List<Patch> cover = Cover.of(footprint);
            for (int i = 0; i < 50; i++) assertCovered(cover, reached(sky, footprint, inCore(sky, footprint.core())));
        });
    }

    @Test
    void aChainMostOfTheWayRoundTheEarthIsCovered() {
        Core core = Core.chain(
                List.of(new Position(10, -100), new Position(3, 20), new Position(-9, 150), new Position(40, -170)));
        Footprint footprint = new Footprint(core, 300_000);
        Sky sky = new Sky(1);
        List<Patch> cover = Cover.of(footprint);
        for (int i = 0; i < 2000; i++) assertCovered(cover, reached(sky, footprint, inCore(sky, core)));
    }

    @Test
    void anEdgeThatIsAlmostHalfATurnIsCovered() {
        Core core = Core.chain(List.of(new Position(0, 0), new Position(1, 180)));
        List<Patch> cover = Cover.of(new Footprint(core, 0));
        assertCovered(cover, new Position(90, 0).normal());
        assertCovered(cover, new Position(45, 180).normal());
    }

    @Test
    void aRingJustUnderAHemisphereCoversItsPole() {
        List<Position> ring = List.of(
                new Position(1, 0),
                new Position(1, 72),
                new Position(1, 144),
                new Position(1, -144),
                new Position(1, -72));
        List<Patch> cover = Cover.of(new Footprint(Core.ring(ring), 0));
        Patch pole = cover.stream().filter(p -> p.face() == Face.Z).findFirst().orElseThrow();
        assertThat(pole).isEqualTo(new Patch(Face.Z, 0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE));
        assertThat(cover).hasSize(5);
    }

    @Test
    void aSmallFootprintOnOneFaceIsOneSmallPatch() {
        List<Patch> cover = Cover.of(new Footprint(Core.spot(new Position(33, 36)), 500));
        assertThat(cover).hasSize(1);
        // 1 km is 6 mm steps by the hundred thousand, and at most twice as many where the face is slanted.
        assertThat(cover.getFirst().side()).isBetween(150_000, 360_000);
    }

    @Test
    void aDiscOverACornerOfTheCubeIsOnThreeFaces() {
        Position corner = Position.of(new Normal(1, 1, 1).unit());
        assertThat(Cover.of(new Footprint(Core.spot(corner), 1))).hasSize(3);
    }

    private static void assertCovered(List<Patch> cover, Normal n) {
        for (Face face : Face.ALL) {
            double depth = face.depth(n);
            double u = face.across(n) / depth;
            double v = face.upward(n) / depth;
            if (depth <= 0 || Math.abs(u) > 1 || Math.abs(v) > 1) continue;
            Rectangle point = new Rectangle();
            point.add(u, v);
            Patch spot = point.on(face);
            assertThat(cover)
                    .as("%s at %s %s of %s", cover, u, v, face)
                    .anyMatch(patch -> patch.face() == face && patch.holds(spot));
        }
    }

    // A point on an edge or, where there is an inside, as often within.
    private static Normal inCore(Sky sky, Core core) {
        int edge = sky.below(core.edges());
        Normal onEdge = between(core.vertex(edge), core.target(edge), sky.fraction());
        int other = sky.below(core.edges());
        Normal inside = between(onEdge, core.target(other), sky.fraction());
        return core.contains(inside) ? inside : onEdge;
    }

    private static Normal between(Normal a, Normal b, double part) {
        if (a.equals(b)) return a;
        double angle = Normal.angle(a, b);
        double whole = StrictMath.sin(angle);
        Normal start = a.times(StrictMath.sin((1 - part) * angle) / whole);
        return start.plus(b.times(StrictMath.sin(part * angle) / whole)).unit();
    }

    private static Normal reached(Sky sky, Footprint footprint, Normal n) {
        double metres = footprint.reach() * (sky.below(2) == 0 ? 1 : sky.fraction());
        return Position.of(n).destination(sky.angle(), metres).normal();
    }
}
