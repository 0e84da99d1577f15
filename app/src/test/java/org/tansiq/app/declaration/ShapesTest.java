package org.tansiq.app.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** The shapes of examples/shapes.geojson, which docs/declarations.md explains. */
final class ShapesTest {
    private static final Map<String, Declaration> READ = new TreeMap<>();
    private static Reading reading = Inputs.geojson("");

    @BeforeAll
    static void read() {
        reading = Inputs.file("examples/shapes.geojson");
        reading.declarations().forEach(d -> READ.put(d.name(), d));
    }

    private static List<Part> parts(String name) {
        Declaration declaration = READ.get(name);
        return declaration == null ? List.of() : declaration.parts();
    }

    private static Part part(String name) {
        assertThat(parts(name)).hasSize(1);
        return parts(name).getFirst();
    }

    private static Footprint footprint(String name) {
        return part(name).volumes().getFirst().footprint();
    }

    private static List<Position> ring(Footprint footprint) {
        return footprint.core().positions().getFirst();
    }

    @Test
    void everyShapeIsReadAndMarksAreSkipped() {
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.declarations()).hasSize(13);
        assertThat(reading.skipped())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Skipped.POINT, 1L, Skipped.CONTROL_POINT, 1L, Skipped.LINE, 1L, Skipped.CURTAIN, 1L));
        assertThat(reading.read()).isEqualTo(17);
    }

    @Test
    void theTwoSidesAreRead() {
        for (String side : List.of("mine", "others")) {
            Reading read = Inputs.file("examples/two-sides/" + side + ".geojson");
            assertThat(read.refused()).isEmpty();
            assertThat(read.declarations()).hasSize(3);
        }
    }

    @Test
    void aCircleIsASpotAndItsRadiusInEachWindow() {
        Part circle = part("Circle");
        assertThat(circle.volumes()).hasSize(2);
        assertThat(footprint("Circle").core()).isEqualTo(Core.spot(new Position(33.5, 36.3)));
        assertThat(footprint("Circle").radius()).isEqualTo(750);
        assertThat(circle.groundKnown()).isTrue();
        assertThat(circle.ceiling()).contains(new DeclaredHeight(Reference.AGL, Unit.METRES, 120));
        assertThat(circle.volumes().getLast().window())
                .isEqualTo(new Window(
                        Window.micros(Instant.parse("2026-03-01T11:00:00Z")),
                        Window.micros(Instant.parse("2026-03-01T12:30:00Z"))));
    }

    @Test
    void aPolygonKeepsItsHoleItsPrecisionAndBothReferences() {
        Volume volume = part("Polygon").volumes().getFirst();
        assertThat(volume.footprint().core().positions()).extracting(List::size).containsExactly(4, 4);
        assertThat(volume.footprint().precision()).isEqualTo(30);
        assertThat(volume.band().floor()).contains(Height.floorFeet(Reference.AMSL, 1500));
        assertThat(volume.band().ceiling()).contains(Height.ceilingFeet(Reference.FL, 9500));
    }

    @Test
    void aRhumbEdgeStaysOnItsParallel() {
        Footprint footprint = footprint("Polygon on parallels");
        assertThat(footprint.precision()).isEqualTo(1853);
        assertThat(ring(footprint).size()).isGreaterThan(20);
        assertThat(ring(footprint))
                .allSatisfy(p -> assertThat(
                                p.lng() > 37.0001 && p.lng() < 38.9999
                                        ? Math.min(Math.abs(p.lat() - 35), Math.abs(p.lat() - 35.5))
                                        : 0)
                        .isLessThan(1e-9));
    }

    @Test
    void severalAreasArePartsWithNumbers() {
        assertThat(parts("Several areas")).extracting(Part::name).containsExactly("Several areas/1", "Several areas/2");
        assertThat(parts("Several areas").getFirst().floor()).isEmpty();
    }

    @Test
    void aCorridorIsAChainAndHalfItsWidth() {
        assertThat(footprint("Corridor").core().kind()).isEqualTo(Core.Kind.CHAIN);
        assertThat(footprint("Corridor").radius()).isEqualTo(5_000);
        assertThat(footprint("Corridor").precision()).isZero();
    }

    @Test
    void anOrbitToTheRightLiesRightOfItsLine() {
        List<Position> axis = ring(footprint("Orbit"));
        Position first = new Position(34.0, 38.0);
        assertThat(axis.getFirst().metresTo(first)).isCloseTo(9_260, within(0.001));
        assertThat(axis.getLast().metresTo(new Position(34.2, 38.4))).isCloseTo(9_260, within(0.001));
        // The line runs north-east, so right of it is south-east.
        assertThat(axis.getFirst().lat()).isLessThan(first.lat());
        assertThat(axis.getFirst().lng()).isGreaterThan(first.lng());
        assertThat(footprint("Orbit").radius()).isEqualTo(9_260);
    }

    @Test
    void aRadialArcPassesNorthBetweenItsRadii() {
        Position pivot = new Position(36.2, 37.2);
        List<Position> ring = ring(footprint("Radial arc"));
        assertThat(ring).allSatisfy(p -> assertThat(p.metresTo(pivot)).isBetween(9_259.999, 37_040.001));
        assertThat(ring.getFirst().metresTo(pivot.destination(170, 9_260))).isLessThan(0.001);
        // From 170 clockwise to 050: north is in it, east is not.
        assertThat(ring).anySatisfy(p -> assertThat(p.lat()).isGreaterThan(36.53));
        assertThat(ring).noneSatisfy(p -> assertThat(p.lng()).isGreaterThan(37.55));
    }

    @Test
    void aPolygonWithArcSaysThatItJoinedTheArc() {
        assertThat(part("Polygon with arc").remarks()).containsExactly(Remarks.ARC_JOINED);
        assertThat(ring(footprint("Polygon with arc")))
                .anySatisfy(p -> assertThat(p.lat()).isGreaterThan(33.58));
    }

    @Test
    void aTrackHasItsOwnWidthsHeightsAndTimesOnEachLeg() {
        List<Part> legs = parts("Track");
        assertThat(legs).extracting(Part::name).containsExactly("Track/1", "Track/2");
        List<Volume> uneven = legs.getFirst().volumes();
        assertThat(uneven)
                .extracting(v -> v.footprint().core().kind())
                .containsExactly(Core.Kind.RING, Core.Kind.SPOT, Core.Kind.SPOT);
        assertThat(uneven.getLast().footprint().radius()).isEqualTo(9_260);
        assertThat(legs.getLast().volumes()).hasSize(1);
        assertThat(legs.getLast().floor()).contains(new DeclaredHeight(Reference.FL, Unit.LEVEL, 120));
        assertThat(legs.getLast().volumes().getFirst().window().from())
                .isEqualTo(Window.micros(Instant.parse("2026-03-01T06:10:00Z")));
    }

    @Test
    void aCakeIsAListOfLayers() {
        List<Part> layers = parts("Cake");
        assertThat(layers).extracting(Part::name).containsExactly("Cake/1", "Cake/2", "Cake/3");
        assertThat(layers)
                .extracting(p -> p.volumes().getFirst().footprint().core().kind())
                .containsExactly(Core.Kind.SPOT, Core.Kind.RING, Core.Kind.RING);
    }

    @Test
    void aMovingReservationWidensWithItsSpeeds() {
        List<Volume> legs = part("Moving reservation").volumes();
        assertThat(legs).hasSize(2);
        Window last = legs.getLast().window();
        double first = new Position(35.0, 36.0).metresTo(new Position(35.3, 37.5));
        double both = first + new Position(35.3, 37.5).metresTo(new Position(35.1, 39.0));
        long start = Window.micros(Instant.parse("2026-03-01T06:00:00Z"));
        // 420 kt reach the second fix first; 360 kt reach the last one last; 1 kt is 1852 m an hour.
        assertThat((last.from() - start) / 1e6).isCloseTo(first / 1852 / 420 * 3600, within(0.001));
        assertThat((last.until() - start) / 1e6).isCloseTo(both / 1852 / 360 * 3600, within(0.001));
        assertThat(legs.getFirst().window().from()).isEqualTo(start);
    }

    @Test
    void whatIsSubtractedIsKeptApart() {
        List<Volume> minus = part("Area with a hole in time").minus();
        assertThat(minus).hasSize(1);
        assertThat(minus.getFirst().footprint().radius()).isEqualTo(10_000);
        assertThat(minus.getFirst().band().floor()).isEmpty();
    }

    @Test
    void nullIsAnOpenEnd() {
        assertThat(part("Until further notice").volumes().getFirst().window().until())
                .isEqualTo(Window.OPEN_UNTIL);
    }

    @Test
    void aLeapSecondIsTheInstantAfterTheSecondBefore() {
        Reading read = Inputs.feature(
                Inputs.point(36, 33),
                "\"radiusKm\": 1, \"from\": \"2016-12-31T23:59:60Z\", \"until\": \"2017-01-01T02:59:60+03:00\"");
        long leap = Window.micros(Instant.parse("2017-01-01T00:00:00Z"));
        assertThat(read.declarations().getFirst().parts().getFirst().volumes())
                .extracting(Volume::window)
                .containsExactly(new Window(leap, leap));
    }
}
