package org.tansiq.core.airspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.tansiq.core.party.Cover;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/** What a version costs, against figures worked out by hand. */
final class VolumeTimeTest {
    private static final long HOUR = 3600 * Margins.MICROS;
    private static final Position HERE = new Position(35, 38);
    private static final Cover COVER = new Cover(
            List.of(new Position(30, 30), new Position(30, 45), new Position(40, 45), new Position(40, 30)),
            Band.between(height(0), height(20_000)));

    private static Height height(int metres) {
        return new Height(Reference.W84, 1000L * metres);
    }

    private static long cost(Outline outline, Band band, Window... windows) {
        DeclaredVolume volume = new DeclaredVolume(outline, band, Optional.empty());
        Plan plan = new Plan(Optional.empty(), new DeskId("air"), List.of(volume), List.of());
        return VolumeTime.of(plan, List.of(windows), COVER, 90 * 24 * HOUR);
    }

    private static Window hours(int from, int until) {
        return new Window(from * HOUR, until * HOUR);
    }

    private static Outline disc(double radius, double precision) {
        return new Outline(Core.Kind.SPOT, List.of(List.of(HERE)), radius, precision);
    }

    private static Outline square(Position from, double metres, double radius) {
        Position east = from.destination(90, metres);
        List<Position> ring = List.of(from, east, east.destination(0, metres), from.destination(0, metres));
        return new Outline(Core.Kind.RING, List.of(ring), radius, 0);
    }

    private static final Band KILOMETRE = Band.between(height(3000), height(4000));

    @Test
    void aDiscIsItsAreaTimesItsHeightTimesItsHours() {
        assertThat(cost(disc(10_000, 0), KILOMETRE, hours(0, 2))).isCloseTo(628_318_531, within(1L));
        assertThat(cost(disc(10_000, 0), KILOMETRE, hours(0, 2), hours(3, 5))).isCloseTo(1_256_637_062, within(1L));
    }

    /** A disc of nothing, good to 10 km, may meet what is that far away. */
    @Test
    void whatIsNotKnownWellCountsAsWide() {
        assertThat(cost(disc(1, 9999), KILOMETRE, hours(0, 2)))
                .isEqualTo(cost(disc(10_000, 0), KILOMETRE, hours(0, 2)));
    }

    @Test
    void aCorridorIsItsLengthTimesItsWidthWithRoundEnds() {
        List<Position> line = List.of(HERE, HERE.destination(90, 100_000));
        Outline corridor = new Outline(Core.Kind.CHAIN, List.of(line), 5000, 0);
        assertThat(cost(corridor, KILOMETRE, hours(0, 1))).isCloseTo(1_078_539_816, Percentage.withPercentage(0.001));
    }

    @Test
    void aRingIsWhatItHoldsAndItsRim() {
        assertThat(cost(square(HERE, 50_000, 0), KILOMETRE, hours(0, 1)))
                .isCloseTo(2_500_000_000L, Percentage.withPercentage(0.6));
        assertThat(cost(square(HERE, 50_000, 1000), KILOMETRE, hours(0, 1)))
                .isCloseTo(2_703_141_593L, Percentage.withPercentage(0.6));
    }

    @Test
    void aRingOverTheDateLineIsNoWiderThanElsewhere() {
        long here = cost(square(HERE, 50_000, 0), KILOMETRE, hours(0, 1));
        long there = cost(square(new Position(35, 179.8), 50_000, 0), KILOMETRE, hours(0, 1));
        assertThat(there).isCloseTo(here, Percentage.withPercentage(0.001));
    }

    @Test
    void aHoleIsTakenOut() {
        List<List<Position>> parts = new ArrayList<>(square(HERE, 50_000, 0).parts());
        parts.add(square(HERE.destination(45, 10_000), 20_000, 0).parts().getFirst());
        Outline hollow = new Outline(Core.Kind.RING, parts, 0, 0);
        assertThat(cost(hollow, KILOMETRE, hours(0, 1))).isCloseTo(2_100_000_000L, Percentage.withPercentage(0.6));
    }

    /** What is told of it is rounded to as much. */
    @Test
    void nothingIsSmallerThanWhatIsTold() {
        Band thin = Band.between(height(3000), height(3001));
        assertThat(cost(disc(1, 0), thin, new Window(HOUR, HOUR))).isEqualTo(8334);
    }

    @Test
    void openEndsCountToTheTheatresEdgeAndTheHorizon() {
        Band up = new Band(Optional.of(height(15_000)), Optional.empty(), Ground.UNKNOWN);
        assertThat(cost(disc(10_000, 0), up, hours(0, 2)))
                .isCloseTo(5 * cost(disc(10_000, 0), KILOMETRE, hours(0, 2)), within(5L));
        assertThat(cost(disc(10_000, 0), Band.ALL, hours(0, 2)))
                .isCloseTo(20 * cost(disc(10_000, 0), KILOMETRE, hours(0, 2)), within(20L));
        assertThat(cost(disc(10_000, 0), KILOMETRE, new Window(0, Window.OPEN_UNTIL)))
                .isCloseTo(90 * 24 * cost(disc(10_000, 0), KILOMETRE, hours(0, 1)), within(3000L));
    }

    /** docs/disclosure.md says what share of a theatre a day's budget covers: that of the demonstration. */
    @Test
    void theShareOfATheatreIsWhatIsWritten() throws IOException {
        List<Position> outline = List.of(
                new Position(32, 35.5), new Position(32, 42.5), new Position(37.5, 42.5), new Position(37.5, 35.5));
        Band band = new Band(Optional.empty(), Optional.of(height(30_000)), Ground.UNKNOWN);
        DeclaredVolume all =
                new DeclaredVolume(new Outline(Core.Kind.RING, List.of(outline), 0, 0), Band.ALL, Optional.empty());
        Plan plan = new Plan(Optional.empty(), new DeskId("air"), List.of(all), List.of());
        long whole = VolumeTime.of(plan, List.of(hours(0, 24)), new Cover(outline, band), 90 * 24 * HOUR)
                / VolumeTime.KM3_HOUR;
        long budget = Figure.BUDGET_KM3_HOURS.standard();
        String written = String.join(
                " ", Files.readString(Path.of("../docs/disclosure.md")).split("\\s+"));
        assertThat(written)
                .contains(String.format(Locale.ROOT, "%,d km3 h for a day", whole / 1_000_000 * 1_000_000))
                .contains("covers " + 100 * budget / whole + " hundredths of what could be asked about one day there")
                .contains("owes " + 90 * whole / budget / 10 * 10 + " days")
                .contains(String.format(Locale.ROOT, "%,d km3 h a day", budget));
    }

    @Test
    void whatIsMoreThanCanBeCountedIsTheMost() {
        Outline wide = disc(Outline.RADIUS_MAX, 100_000);
        DeclaredVolume volume = new DeclaredVolume(wide, Band.ALL, Optional.empty());
        List<DeclaredVolume> volumes = java.util.Collections.nCopies(3000, volume);
        Plan plan = new Plan(Optional.empty(), new DeskId("air"), volumes, List.of());
        List<Window> ever = java.util.Collections.nCopies(100, new Window(0, Window.OPEN_UNTIL));
        assertThat(VolumeTime.of(plan, ever, COVER, 90 * 24 * HOUR)).isEqualTo(1L << 61);
    }
}
