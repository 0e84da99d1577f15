package org.tansiq.app.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

class OverlapAreaTest {

    @Test
    void twoDiscsShareALensAcrossTheAntimeridianAndAtThePole() {
        double r = 10_000;
        assertLens(new Position(0, 179.99), r);
        assertLens(new Position(60, -180), r);
        assertLens(new Position(89.99, 30), r);
    }

    @Test
    void anOctantOfTheEarthHasAnEighthOfItsArea() {
        Core octant = Core.ring(List.of(new Position(0, 0), new Position(0, 90), new Position(90, 0)));
        Footprint all = new Footprint(octant, 0);
        double area = OverlapArea.of(all, all, new Position(35, 45)).orElseThrow();
        assertThat(area / (510_065_621_724_089.0 / 8)).isCloseTo(1, within(1e-4));
    }

    @Test
    void whatIsTakenOutOfARingIsNotShared() {
        Core square = Core.ring(square(0.1), List.of(square(0.05)));
        Footprint holed = new Footprint(square, 0);
        Footprint whole = new Footprint(Core.ring(square(0.1)), 0);
        Position centre = new Position(0, 0);
        double area = OverlapArea.of(holed, whole, centre).orElseThrow();
        double full = OverlapArea.of(whole, whole, centre).orElseThrow();
        assertThat(area / full).isCloseTo(0.75, within(1e-4));
    }

    private static void assertLens(Position at, double r) {
        Position other = at.destination(90, r);
        Footprint a = new Footprint(Core.spot(at), r);
        Footprint b = new Footprint(Core.spot(other), r);
        double lens = r * r * (2 * Math.PI / 3 - Math.sqrt(3) / 2);
        double area = OverlapArea.of(a, b, at.destination(90, r / 2)).orElseThrow();
        assertThat(area / lens).isCloseTo(1, within(1e-3));
    }

    private static List<Position> square(double half) {
        return List.of(
                new Position(-half, -half),
                new Position(-half, half),
                new Position(half, half),
                new Position(half, -half));
    }
}
