package org.tansiq.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Ran;

/** What makes a conflict, a line and a pair: each rule by discs on the equator. */
class RulesTest {
    private static final double METRES_PER_DEGREE = 111_319.490_793;
    private static final String DAYTIME = window("2026-03-01T06:00:00Z", "2026-03-01T07:00:00Z");

    @TempDir
    Path folder;

    @Test
    void eachDayIsALineOfItsOwn() throws IOException {
        String days = DAYTIME + ", " + window("2026-03-02T06:00:00Z", "2026-03-02T07:00:00Z");
        Ran ran = Ran.tansiq("check", file("days", disc("A", 0, days), disc("B", 0, days)));
        assertThat(meetings(ran)).hasSize(2);
        assertThat(ran.lines().get(0)).contains("from 2026-03-01 06:00 until 07:00 UTC");
        assertThat(ran.lines().get(1)).contains("from 2026-03-02 06:00 until 07:00 UTC");
    }

    @Test
    void slicesThatFollowOneAnotherAreOneLine() {
        Ran ran = Ran.tansiq("check", "../data/bluesky/dateline.scn", "--json");
        assertThat(ran.out())
                .containsOnlyOnce("\"verdict\"")
                .contains("\"from\" : \"2026-11-23T00:05:30Z\"", "\"until\" : \"2026-11-23T00:07:00Z\"");
    }

    @Test
    void whatIsWhollyInsideAMinusIsClear() throws IOException {
        Ran ran = Ran.tansiq("check", file("minus", area(), disc("Inside", 0, DAYTIME)));
        assertThat(ran.exit()).isEqualTo(Exit.NONE);
    }

    @Test
    void whatCutsAMinusIsPossibleAndSaysWhy() throws IOException {
        Ran ran = Ran.tansiq("check", file("minus", area(), disc("Across", 2000, DAYTIME)));
        assertThat(meetings(ran)).hasSize(1).first().asString().contains("possible, because part of it is excluded;");
    }

    @Test
    void whatIsOutsideOfAMinusIsAsWithoutIt() throws IOException {
        Ran ran = Ran.tansiq("check", file("minus", area(), disc("Outside", 4000, DAYTIME)));
        assertThat(meetings(ran)).hasSize(1).first().asString().contains("; certain;");
    }

    @Test
    void theBufferIsSharedByAPair() throws IOException {
        String near = file("near", disc("A", 0, DAYTIME), disc("B", 1800, DAYTIME)); // The rims are 800 m apart.
        assertThat(Ran.tansiq("check", near).exit()).isEqualTo(Exit.NONE);
        assertThat(Ran.tansiq("check", near, "--buffer", "1000").exit()).isEqualTo(Exit.CONFLICTS);
        String far = file("far", disc("A", 0, DAYTIME), disc("B", 2200, DAYTIME)); // 1,200 m apart.
        assertThat(Ran.tansiq("check", far, "--buffer", "1000").exit()).isEqualTo(Exit.NONE);
    }

    @Test
    void theWholeBufferMustLieInAMinus() throws IOException {
        // 300 m of air are left inside of the minus: enough for half of 400 m only.
        String tight = file("tight", area(), disc("Inside", 1200, DAYTIME));
        assertThat(Ran.tansiq("check", tight, "--buffer", "250").exit()).isEqualTo(Exit.NONE);
        assertThat(Ran.tansiq("check", tight, "--buffer", "400").exit()).isEqualTo(Exit.CONFLICTS);
    }

    @Test
    void againstComparesOnlyBetweenTheSidesWhateverTheNames() throws IOException {
        String mine = file("mine", disc("Same", 0, DAYTIME), disc("Mine", 0, DAYTIME));
        String theirs = file("theirs", disc("Same", 0, DAYTIME), disc("Theirs", 0, DAYTIME));
        Ran ran = Ran.tansiq("check", mine, "--against", theirs);
        assertThat(ran.last()).endsWith("; 4 pairs compared; 4 conflicts.");
        assertThat(meetings(ran)).hasSize(4).allMatch(line -> line.contains("Same") || line.contains("Theirs"));
        assertThat(Ran.tansiq("check", mine, theirs).last()).endsWith("; 6 pairs compared; 6 conflicts.");
    }

    @Test
    void thePictureNamesBothSidesOfTheSameName() throws IOException {
        Path picture = folder.resolve("same.svg");
        String mine = file("mine", disc("Same", 0, DAYTIME));
        String theirs = file("theirs", disc("Same", 0, DAYTIME));
        Ran.tansiq("check", mine, "--against", theirs, "--svg", picture.toString());
        String blueKey = "width=\"14\" height=\"10\" fill=\"#0072B2\"";
        String orangeKey = "width=\"14\" height=\"10\" fill=\"#E69F00\"";
        assertThat(Files.readString(picture)).containsOnlyOnce(blueKey).containsOnlyOnce(orangeKey);
    }

    @Test
    void withinLooksNoFurtherThanSoMuchAfterTheFirst() throws IOException {
        String late = window("2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z");
        String early = window("2026-03-01T05:00:00Z", "2026-03-01T05:30:00Z");
        String begun = file("begun", disc("A", 0, DAYTIME + ", " + late), disc("B", 0, early + ", " + late));
        assertThat(Ran.tansiq("check", begun).last()).endsWith("; 1 conflict.");
        assertThat(Ran.tansiq("check", begun, "--within", "299min").last()).endsWith("; no conflict.");
        assertThat(Ran.tansiq("check", begun, "--within", "5h").last()).endsWith("; 1 conflict.");
        String later = file("later", disc("A", 0, DAYTIME), disc("B", 0, late));
        assertThat(Ran.tansiq("check", later, "--within", "2h").last())
                .startsWith("2 read = 1 checked + 0 refused + 1 skipped");
    }

    @Test
    void noTouchingLeavesOutOnlyWhatTouches() throws IOException {
        String evening = window("2026-03-01T07:00:00Z", "2026-03-01T08:00:00Z");
        String stack = file("stack", disc("A", 0, DAYTIME), disc("Next", 0, evening), disc("Over", 0, DAYTIME));
        assertThat(Ran.tansiq("check", stack).last()).endsWith("; 3 conflicts, of which 2 touching.");
        Ran without = Ran.tansiq("check", stack, "--no-touching");
        assertThat(without.last()).endsWith("; 1 conflict (touching not counted).");
        assertThat(meetings(without)).hasSize(1).first().asString().startsWith("A and Over meet ");
    }

    private static List<String> meetings(Ran ran) {
        return ran.lines().stream().filter(line -> line.contains(" meet ")).toList();
    }

    private String file(String name, String... features) throws IOException {
        String text = "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(", ", features) + "]}";
        return Files.writeString(folder.resolve(name + ".geojson"), text).toString();
    }

    // A disc of 5 km that leaves out one of 2 km in its middle.
    private static String area() {
        return feature("Area", 5000, 0, DAYTIME, ", \"minus\": [{\"radiusMetres\": 2000, " + point(0) + "}]");
    }

    private static String disc(String name, double metresEast, String windows) {
        return feature(name, 500, metresEast, windows, "");
    }

    private static String feature(String name, double radius, double metresEast, String... more) {
        return String.format(
                Locale.ROOT,
                "{\"type\": \"Feature\", \"properties\": {\"name\": \"%s\", \"radiusMetres\": %s, "
                        + "\"windows\": [%s]%s}, %s}",
                name,
                radius,
                more[0],
                more[1],
                point(metresEast));
    }

    private static String point(double metresEast) {
        return String.format(
                Locale.ROOT,
                "\"geometry\": {\"type\": \"Point\", \"coordinates\": [%.9f, 0]}",
                metresEast / METRES_PER_DEGREE);
    }

    private static String window(String from, String until) {
        return "{\"from\": \"" + from + "\", \"until\": \"" + until + "\"}";
    }
}
