package org.tansiq.app.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.app.Ran;
import org.tansiq.app.check.Exit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Declaring and what follows, as two planners do it, on the theatre that the demonstration founds. */
final class CommandsTest {
    private static final String HOME = "tansiq.home";

    @TempDir
    static Path folder;

    private static Path stage = Path.of("");

    @BeforeAll
    static void found() {
        System.setProperty(HOME, "..");
        stage = folder.resolve("stage");
        assertThat(Ran.now("demo", "--headless", "--data", stage.toString()).exit())
                .isEqualTo(Exit.NONE);
    }

    @AfterAll
    static void fromNowhere() {
        System.clearProperty(HOME);
    }

    private static Ran by(String party, String... args) {
        return Ran.now(Stream.concat(
                        Stream.of(args),
                        Stream.of(
                                "--data",
                                stage.resolve("record").toString(),
                                "--key",
                                stage.resolve(party + "-planner.key").toString()))
                .toArray(String[]::new));
    }

    private static String disc(String name, double lat, double lng, String... more) throws IOException {
        Instant from = Instant.now().plus(Duration.ofHours(5));
        String properties = "\"name\": \"%s\", \"radiusKm\": 5, \"from\": \"%s\", \"until\": \"%s\""
                .formatted(name, from, from.plus(Duration.ofHours(1)));
        for (String one : more) properties += ", " + one;
        Path file = folder.resolve(name + ".geojson");
        Files.writeString(
                file,
                ("{\"type\": \"Feature\", \"properties\": {%s},"
                                + " \"geometry\": {\"type\": \"Point\", \"coordinates\": [%s, %s]}}")
                        .formatted(properties, lng, lat));
        return file.toString();
    }

    private static String found(String pattern, Ran in) {
        Matcher matcher = Pattern.compile(pattern).matcher(in.out());
        assertThat(matcher.find()).as(in.out() + in.err()).isTrue();
        return matcher.group();
    }

    private static List<JsonNode> listed(String party, String kind) {
        return by(party, "list", "--all", "--json").lines().stream()
                .map(JsonMapper.shared()::readTree)
                .flatMap(row -> Optional.ofNullable(row.get(kind)).stream())
                .toList();
    }

    private static long entries() {
        Ran verified = Ran.now("verify", stage.resolve("record").toString(), "--json");
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        return JsonMapper.shared().readTree(verified.out()).get("entries").asLong();
    }

    @Test
    void whatIsOnlyForetoldIsNotSigned() throws IOException {
        long before = entries();
        Ran ran = by("a", "declare", disc("Dry", 33, 36.5), "--dry");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("To be signed: \"Dry\"", "5 km round 33 N 36.5 E", "of notice", "at all heights");
        JsonNode json = JsonMapper.shared()
                .readTree(by("a", "declare", disc("Dry", 33, 36.5), "--dry", "--json")
                        .out());
        assertThat(json.get("type").asString()).isEqualTo("airspace.declare");
        assertThat(json.get("envelope")
                        .get("volumes")
                        .get(0)
                        .get("radiusMetres")
                        .asDouble())
                .isEqualTo(5000);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void oneLearnsWhereItMeetsTheOtherAndNothingMore() throws IOException {
        Ran first = by("a", "declare", disc("Secret survey", 34, 37), "--remarks", "for us alone");
        assertThat(first.exit()).isZero();
        assertThat(first.out()).doesNotContain("Conflict c-");
        Ran second = by("b", "declare", disc("Other survey", 34.05, 37));
        String conflict = found("c-[a-z2-7]{16}", second);
        assertThat(second.out()).contains("activity of a", "Call desk air of a: exercise line");
        String inbox = by("b", "show", "inbox", "--from", "14").out()
                + by("b", "list", "--json").out()
                + by("b", "show", "conflict", conflict).out();
        assertThat(inbox).doesNotContain("Secret survey", "for us alone");
        for (JsonNode declared : listed("a", "declaration"))
            assertThat(by("b", "list", "--all", "--json").out())
                    .doesNotContain(declared.get("id").asString());

        assertThat(by("a", "seen", conflict.substring(0, 8)).out())
                .contains("seen by you, not yet seen by the other side");
        assertThat(by("a", "seen", conflict).out()).contains("Refused: version 1 is seen already");
        String own = found("d-[a-z2-7]{16}", second);
        assertThat(by("b", "withdraw", own).out()).contains("Cleared: conflict " + conflict);
        assertThat(by("a", "show", "conflict", conflict).out()).startsWith("Cleared:");
    }

    @Test
    void whatIsOnesOwnNeverConflictsAndIsShownWhenAsked() throws IOException {
        assertThat(by("a", "declare", disc("North", 36.5, 41)).out()).doesNotContain("Conflict");
        assertThat(by("a", "declare", disc("South", 36.45, 41)).out()).doesNotContain("Conflict");
        assertThat(by("a", "list", "--own").out()).contains("what is your own never conflicts");
        assertThat(by("b", "list", "--own").out()).isEmpty();
    }

    @Test
    void aFlashIsLateAndBeginsNow() {
        Ran ran = by("b", "declare", "--flash", "--position", "36.9N 36.1E", "--radius", "3NM", "--floor", "FL100");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("LATE", "5.56 km round 36.9 N 36.1 E", "FL 100 and above", "late");
        assertThat(by("b", "list").out()).contains("\"FLASH\"");
    }

    @Test
    void anAmendmentKeepsTheNumbersOfItsWindows() throws IOException {
        String id = found("d-[a-z2-7]{16}", by("a", "declare", disc("Moved", 32.5, 41.5)));
        Ran amended = by("a", "amend", id, disc("Moved", 32.5, 41.6));
        assertThat(amended.exit()).isZero();
        assertThat(amended.out()).contains("Window 1", "version 2");
        Ran old = by("a", "amend", id, disc("Moved", 32.5, 41.7), "--version", "1");
        assertThat(old.exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(old.out()).contains("written against version 1, but the current one is 2");
        assertThat(by("a", "activate", id, "--windows", "7").out()).contains("no window 7");
        assertThat(by("a", "activate", id).exit()).isZero();
        assertThat(by("a", "activate", id).err()).contains("has no window for that now");
        assertThat(by("a", "end", id).exit()).isZero();
        assertThat(by("a", "show", "declaration", id).out()).contains("ended");
    }

    @Test
    void whatLeavesTheTheatreIsSaid() throws IOException {
        assertThat(by("a", "declare", disc("Edge", 32.01, 38)).out()).contains("NOT CHECKED BEYOND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../examples/shapes.geojson", "../data/bluesky/dateline.scn"})
    void everyShapeThatIsCheckedIsDeclared(String file) {
        Ran ran = by("a", "declare", file, "--dry");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("To be signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ru"})
    void everythingIsSaidInEveryLanguage(String language) throws IOException {
        for (Ran ran : List.of(
                by("a", "list", "--all", "--lang", language),
                by("a", "declare", disc("Words", 33, 36.6), "--dry", "--lang", language, "--zone", "Asia/Damascus"))) {
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"declare", "amend", "activate", "end", "withdraw", "seen", "list", "demo", "sky"})
    void everyCommandHelps(String command) {
        Ran ran = Ran.tansiq(command, "--help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("Usage: tansiq " + command, "--lang");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            declare                                             | FILE
            declare --flash                                     | --radius
            declare --flash --radius 5km                        | --position
            declare --flash --radius 5 --position 34,38               | --radius
            declare --flash --radius 5km --position here              | --position
            declare --flash --radius 5km --position 95,38             | latitude 95
            declare --flash --radius 5km --position 34,38 --floor high | --floor
            declare --flash --radius 5km --position 34,38 --floor FL200 --ceiling FL100 | the floor,
            declare --flash --radius 5km --position 34,38 --minutes 0 | --minutes
            declare --flash --radius 5km --position 34,38 --use war   | --use
            declare --flash --radius 5km --position 34,38 --count 0   | count
            declare --flash --radius 5km --position 34,38 --status real | --status
            declare --flash --radius 5km --position 34,38 --desk A!   | --desk
            declare nowhere.geojson                             | nowhere.geojson
            amend d-abcd nowhere.geojson                        | d-abcd
            activate d-zzzz                                     | d-zzzz
            activate d-z                                        | 4
            end d-zzzz --because none                           | --because
            seen c-zzzz                                         | c-zzzz
            show conflict                                       | conflict ID
            """)
    void badInputIsOneClearLine(String command, String named) {
        Ran ran = by("a", command.strip().split(" +"));
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err().lines().toList().getLast()).contains(named);
    }

    @Test
    void whatBelongsToTheOtherIsNotThere() {
        String theirs = "d-"
                + org.tansiq.core.Hash.parse(
                                listed("b", "declaration").getFirst().get("id").asString())
                        .orElseThrow()
                        .brief();
        assertThat(by("a", "activate", theirs).err()).contains("your party has none that begins so");
        assertThat(by("a", "show", "declaration", theirs).err()).contains("your party has none that begins so");
    }
}
