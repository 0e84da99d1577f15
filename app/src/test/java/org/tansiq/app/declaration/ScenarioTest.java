package org.tansiq.app.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tansiq.app.declaration.Inputs.scenario;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

final class ScenarioTest {

    private static long micros(String time) {
        return Window.micros(Instant.parse("2026-03-01T" + time + "Z"));
    }

    private static Part only(Reading reading) {
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.declarations()).hasSize(1);
        return reading.declarations().getFirst().parts().getFirst();
    }

    @Test
    void aFlightIsSlicesUntilItIsDeleted() {
        Part flight = only(scenario("""
                00:00:10.50>CRE AC1 B744 0 179.5 90 FL300 300
                00:01:20.50>DEL AC1
                """));
        List<Volume> slices = flight.volumes();
        assertThat(slices)
                .extracting(v -> (v.window().until() - v.window().from()) / 1_000_000)
                .containsExactly(30L, 30L, 10L);
        assertThat(slices.getFirst().window().from()).isEqualTo(micros("00:00:10.500"));
        assertThat(slices.getLast().window().until()).isEqualTo(micros("00:01:20.500"));
        assertThat(slices).allSatisfy(v -> assertThat(v.footprint().radius()).isEqualTo(2.5 * 1852));
        assertThat(slices.getFirst().band().floor()).contains(Height.floorFeet(Reference.FL, 29_500));
        assertThat(flight.ceiling()).contains(new DeclaredHeight(Reference.FL, Unit.LEVEL, 305));
        // 300 kt over the antimeridian for 70 s.
        Position end =
                slices.getLast().footprint().core().positions().getFirst().getLast();
        assertThat(end.metresTo(new Position(0, 179.5))).isCloseTo(300 * 1852 * 70 / 3600.0, within(0.001));
    }

    @Test
    void aFlightEndsAtTheHorizonAndABeginningAfterItIsSkipped() {
        String text = "0:00:00>CRE A B744 0 0 90 FL300 300\n0:10:00>CRE B B744 0 0 90 FL300 300\n";
        Terms terms = Inputs.TERMS.within(Duration.ofMinutes(5)).apart(8, 2000);
        Reading reading = Inputs.read("a.SCN", text, terms);
        Part flight = only(reading);
        assertThat(flight.volumes()).hasSize(10);
        assertThat(flight.volumes().getFirst().footprint().radius()).isEqualTo(4 * 1852);
        assertThat(flight.floor()).contains(new DeclaredHeight(Reference.FL, Unit.LEVEL, 290));
        assertThat(reading.skipped()).containsExactly(Map.entry(Skipped.BEYOND_HORIZON, 1L));
    }

    @Test
    void aFlightThatStandsIsASpot() {
        Part flight = only(scenario("0:00:00>CRE A B744 10 20 0 7000.5 0"));
        assertThat(flight.volumes())
                .hasSize(60)
                .allSatisfy(v -> assertThat(v.footprint().core()).isEqualTo(Core.spot(new Position(10, 20))));
        assertThat(flight.volumes().getFirst().band().ceiling()).contains(Height.ceilingFeet(Reference.FL, 7_501));
        assertThat(flight.floor()).contains(new DeclaredHeight(Reference.FL, Unit.FEET, 6_500));
    }

    @Test
    void theDayIsATermAndHoursMayPassMidnight() {
        Part area = only(scenario("25:00:00.00>POLYALT A FL10 FL20 0 0 0 1 1 1"));
        Window window = area.volumes().getFirst().window();
        assertThat(Window.instant(window.from())).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
        assertThat(window.until()).isEqualTo(Window.OPEN_UNTIL);
    }

    @Test
    void levelsStandInEitherOrderAndInThreeForms() {
        Part area = only(scenario("0:00:00>POLYALT A,FL65,1500,0,0,0,1,1,1"));
        assertThat(area.floor()).contains(new DeclaredHeight(Reference.FL, Unit.FEET, 1500));
        assertThat(area.ceiling()).contains(new DeclaredHeight(Reference.FL, Unit.LEVEL, 65));
        area = only(scenario("0:00:00>POLYALT A,245,999,0,0,0,1,1,1"));
        assertThat(area.volumes().getFirst().band().floor()).contains(Height.floorFeet(Reference.FL, 24_500));
        assertThat(area.ceiling()).contains(new DeclaredHeight(Reference.FL, Unit.LEVEL, 999));
    }

    @Test
    void aLineGoesOnOverCommentsAndBlankLines() {
        Reading reading = scenario("""
                # Source: none
                0:00:00>POLYALT A FL65 1500 53'30'15.00 006'44'30.00 \\
                     -53'29'45.00 W006'48'59.00 \\
                     # along the border

                     # 1 2 \\
                     53.20 7.22 # here \\
                     53.13 7.18
                     # to the start
                0:00:00>COLOR A blue
                """);
        List<Position> ring = only(reading)
                .volumes()
                .getFirst()
                .footprint()
                .core()
                .positions()
                .getFirst();
        assertThat(ring).hasSize(4);
        assertThat(ring.getFirst().lat()).isCloseTo(53 + 30.25 / 60, within(1e-9));
        assertThat(ring.get(1).lat()).isCloseTo(-53 - 29.75 / 60, within(1e-9));
        assertThat(ring.get(1).lng()).isCloseTo(-6 - 48 / 60.0 - 59 / 3600.0, within(1e-9));
        assertThat(reading.skipped()).containsExactly(Map.entry("COLOR", 1L));
        assertThat(reading.declarations().getFirst().source().number()).isEqualTo(2);
        assertThat(reading.read()).isEqualTo(2);
    }

    @Test
    void repeatedLinesAreOneAndANameUsedTwiceGetsItsLine() {
        Reading reading = scenario("""
                00:00:00.00>CRE KL204 B747 52 4 80 2000 350

                0:00:00.0>CRE KL204, B747, 52, 4, 80, 2000, 350
                0:00:00.0>CRE KL204, B747, 53, 4, 80, 2000, 350
                """);
        assertThat(reading.declarations())
                .extracting(Declaration::name)
                .containsExactly("KL204 (line 1)", "KL204 (line 4)");
        assertThat(reading.skipped()).containsExactly(Map.entry(Skipped.REPEATED_LINE, 1L));
    }

    @Test
    void aDeleteEndsTheLatestOfItsName() {
        Reading reading = scenario("""
                0:00:00>DEL A
                0:00:00>CRE A B744 0 0 90 FL300 300
                0:00:30>DEL A
                0:01:00>CRE A B744 0 0 90 FL300 300
                0:01:45>DEL A
                0:01:50>DEL A
                """);
        assertThat(reading.declarations())
                .extracting(d -> d.parts().getFirst().volumes().size())
                .containsExactly(1, 2);
        assertThat(reading.skipped()).containsExactly(Map.entry("DEL", 2L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CRE A B744 0 0 90 FL300 300 | '' | LINE_WITHOUT_TIME",
                "0:00:61>CRE A B744 0 0 90 FL300 300 | '' | NOT_A_TIME",
                "0:00:00>CRE A B744 0 0 90 FL300 | speed | MISSING",
                "0:00:00>CRE A B744 0 0 90 FL300 300 1 | '' | WRONG_COUNT",
                "0:00:00>CRE | name | MISSING",
                "0:00:00>CRE A B744 91 0 90 FL300 300 | position | LATITUDE",
                "0:00:00>CRE A B744 0 NaN 90 FL300 300 | position.lng | NOT_FINITE",
                "0:00:00>CRE A B744 0 x 90 FL300 300 | position.lng | NOT_A_POSITION",
                "0:00:00>CRE A B744 N0'60 0 90 FL300 300 | position.lat | NOT_A_POSITION",
                "0:00:00>CRE A B744 E5'6 0 90 FL300 300 | position.lat | NOT_A_POSITION",
                "0:00:00>CRE A B744 0 0 400 FL300 300 | heading | BEARING",
                "0:00:00>CRE A B744 0 0 90 FL9999 300 | level | HEIGHT",
                "0:00:00>CRE A B744 0 0 90 high 300 | level | NOT_A_NUMBER",
                "0:00:00>CRE A B744 0 0 90 FL300 0.8 | speed | SPEED",
                "0:00:00>CRE A B744 0 0 90 FL300 -1 | speed | SPEED",
                "0:00:00>CRE A B744 0 0 90 FL300 5001 | speed | SPEED",
                "0:00:00>POLYALT A 0 9 0 0 0 1 1 | positions | WRONG_COUNT",
                "0:00:00>POLYALT A 0 9 0 0 0 1 | positions | TOO_FEW_VERTICES",
                "0:00:00>POLYALT A 0 9 0 0 0 1 1 1 1 1 | positions | REPEATED_VERTEX",
                "0:00:00>POLYALT A 0 9 0 0 0 1 1 1 0 0 5 5 5 6 6 5 5 5| positions | CHAINED_RINGS",
                "0:00:00>POLYALT A 0 9 0 0 0 1 1 1 1 x | positions[3].lng | NOT_A_POSITION",
                "0:00:00>POLYALT A 0 9 0 0 0 1 \\ | '' | LINE_UNFINISHED",
            })
    void aBrokenLineIsRefusedByField(String line, String field, String fault) {
        Reading reading = scenario(line + "\n0:00:00>CRE GOOD B744 0 0 90 FL300 300\n");
        assertThat(reading.declarations()).extracting(Declaration::name).containsExactly("GOOD");
        assertThat(reading.refused()).singleElement().satisfies(why -> {
            assertThat(why.fault().name()).isEqualTo(fault);
            assertThat(why.field()).isEqualTo(field);
            assertThat(why.source()).isEqualTo(new Source("a.scn", Source.Kind.LINE, 1));
        });
        assertThat(reading.read()).isEqualTo(2);
    }

    @Test
    void brokenUtf8CostsItsLineOnly() {
        byte[] bytes = "0:00:00>CRE Ax B744 0 0 90 FL300 300\n0:00:00>CRE B B744 0 0 90 FL300 300"
                .getBytes(StandardCharsets.UTF_8);
        bytes[13] = (byte) 0xFF;
        Reading reading = DeclarationFile.read("a.scn", new ByteArrayInputStream(bytes), Inputs.TERMS);
        assertThat(reading.refused()).extracting(Refused::fault).containsExactly(InputFault.BROKEN_UTF8);
        assertThat(reading.refused().getFirst().details()).containsExactly("1");
        assertThat(reading.declarations()).hasSize(1);
    }

    @Test
    void emptyEnormousAndEndlessAreRefused() {
        assertThat(scenario("# nothing\n").refused()).extracting(Refused::fault).containsExactly(InputFault.EMPTY_FILE);
        assertThat(scenario("0:00:00>OP " + "x".repeat(2 << 20) + "\n0:00:00>OP")
                        .refused())
                .extracting(Refused::fault)
                .containsExactly(InputFault.LINE_TOO_LONG);
        Terms few = new Terms(Inputs.TERMS.day(), Terms.HORIZON, 5, 1000, new Limits(20, 9, 9));
        assertThat(Inputs.read("a.scn", "0:00:00>OP\n".repeat(3), few).refused())
                .extracting(Refused::fault)
                .containsExactly(InputFault.FILE_TOO_LARGE);
        Terms far = Inputs.TERMS.within(Duration.ofDays(9));
        assertThat(Inputs.read("a.scn", "0:00:00>OP", far).refused())
                .extracting(Refused::fault)
                .containsExactly(InputFault.HORIZON);
    }

    @Test
    void theBundledFilesAreRead() {
        Reading regions = Inputs.file("data/bluesky/fir-boundaries.scn");
        assertThat(regions.read()).isEqualTo(170);
        assertThat(regions.declarations()).hasSize(170 - regions.refused().size());
        assertThat(regions.refused())
                .hasSizeBetween(10, 20)
                .allSatisfy(why -> assertThat(why.field()).isEqualTo("positions"));
        assertThat(regions.refused()).extracting(Refused::fault).contains(Fault.CHAINED_RINGS);
        Reading areas = Inputs.file("data/bluesky/nl-tma.scn");
        assertThat(areas.refused()).isEmpty();
        assertThat(areas.declarations()).hasSize(16);
        Terms brief = Inputs.TERMS.within(Duration.ofMinutes(1));
        Reading flights = DeclarationFile.read(Inputs.root().resolve("data/bluesky/traffic-eham.scn"), brief);
        assertThat(flights.refused()).isEmpty();
        assertThat(flights.read()).isEqualTo(flights.declarations().size() + skips(flights));
        assertThat(flights.declarations().size() + flights.skipped().getOrDefault(Skipped.BEYOND_HORIZON, 0L))
                .isEqualTo(875);
        assertThat(flights.skipped()).containsEntry("DEST", 883L).containsEntry("ORIG", 469L);
        Reading thousand = DeclarationFile.read(Inputs.root().resolve("data/bluesky/traffic-1000.scn"), brief);
        assertThat(thousand.declarations()).hasSize(1_000);
        assertThat(thousand.skipped()).containsExactly(Map.entry(Skipped.REPEATED_LINE, 1_000L));
    }

    private static long skips(Reading reading) {
        return reading.skipped().values().stream().mapToLong(n -> n).sum();
    }
}
