package org.tansiq.app.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    @TempDir
    static Path folder;

    private static Planners planners = new Planners(Path.of(""));

    @BeforeAll
    static void found() throws IOException {
        planners = Planners.onTheDemonstration(folder);
    }

    @Test
    void whatIsOnlyForetoldIsNotSigned() throws IOException {
        long before = planners.entries();
        Ran ran = planners.by("a", "declare", planners.disc("Dry", 33, 36.5), "--dry");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("To be signed: \"Dry\"", "5 km round 33 N 36.5 E", "of notice", "at all heights");
        JsonNode json = JsonMapper.shared()
                .readTree(planners.by("a", "declare", planners.disc("Dry", 33, 36.5), "--dry", "--json")
                        .out());
        assertThat(json.get("type").asString()).isEqualTo("airspace.declare");
        assertThat(json.get("envelope")
                        .get("volumes")
                        .get(0)
                        .get("radiusMetres")
                        .asDouble())
                .isEqualTo(5000);
        assertThat(planners.entries()).isEqualTo(before);
    }

    @Test
    void oneLearnsWhereItMeetsTheOtherAndNothingMore() throws IOException {
        Ran first = planners.by("a", "declare", planners.disc("Secret survey", 34, 37), "--remarks", "for us alone");
        assertThat(first.exit()).isZero();
        assertThat(first.out()).doesNotContain("Conflict c-");
        Ran second = planners.by("b", "declare", planners.disc("Other survey", 34.05, 37));
        String conflict = Planners.found("c-[a-z2-7]{16}", second);
        assertThat(second.out()).contains("activity of a", "Call desk air of a: exercise line");
        String inbox = planners.by("b", "show", "inbox", "--from", "14").out()
                + planners.by("b", "list", "--json").out()
                + planners.by("b", "show", "conflict", conflict).out();
        assertThat(inbox).doesNotContain("Secret survey", "for us alone");
        for (JsonNode declared : planners.listed("a", "declaration"))
            if (!declared.get("said").has("levels")) // The demonstration has shown one of them.
            assertThat(planners.by("b", "list", "--all", "--json").out())
                        .doesNotContain(declared.get("id").asString());

        assertThat(planners.by("a", "seen", conflict.substring(0, 8)).out())
                .contains("seen by you, not yet seen by the other side");
        assertThat(planners.by("a", "seen", conflict).out()).contains("Refused: version 1 is seen already");
        String own = Planners.found("d-[a-z2-7]{16}", second);
        assertThat(planners.by("b", "withdraw", own).out()).contains("Cleared: conflict " + conflict);
        assertThat(planners.by("a", "show", "conflict", conflict).out()).startsWith("Cleared:");
    }

    @Test
    void whatIsOnesOwnNeverConflictsAndIsShownWhenAsked() throws IOException {
        String theirs = planners.by("b", "list", "--own").out();
        assertThat(planners.by("a", "declare", planners.disc("North", 36.5, 41)).out())
                .doesNotContain("Conflict");
        assertThat(planners.by("a", "declare", planners.disc("South", 36.45, 41))
                        .out())
                .doesNotContain("Conflict");
        assertThat(planners.by("a", "list", "--own").out()).contains("what is your own never conflicts");
        assertThat(planners.by("b", "list", "--own").out()).isEqualTo(theirs);
    }

    @Test
    void aFlashIsLateAndBeginsNow() {
        Ran ran = planners.by(
                "b", "declare", "--flash", "--position", "36.9N 36.1E", "--radius", "3NM", "--floor", "FL100");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("LATE", "5.56 km round 36.9 N 36.1 E", "FL 100 and above", "late");
        assertThat(planners.by("b", "list").out()).contains("\"FLASH\"");
    }

    /** Its author sees it before signing, with the answer and later; who sees the overlap alone never. */
    @Test
    void aPlaceThatIsElsewhereIsSaid() throws IOException {
        String far = "FAR FROM THE PLACE NAMED";
        String[] flash = {
            "declare", "--flash", "--position", "33.5N 41.5E", "--radius", "2km", "--place", "Palmyra [163808]"
        };
        Ran said = planners.by("a", flash);
        assertThat(said.out().split(far, -1)).hasSize(3);
        String id = Planners.found("d-[a-z2-7]{16}", said);
        assertThat(planners.by("a", "show", "declaration", id).out()).contains(far, "Palmyra, \u2068تدمر\u2069");
        assertThat(planners.by("a", "list", "--json").out()).contains("\"misplaced\":{\"place\":\"163808\"");
        Ran other = planners.by("b", "declare", "--flash", "--position", "33.5N 41.5E", "--radius", "2km");
        assertThat(other.out() + planners.by("b", "list").out())
                .contains("Conflict c-")
                .doesNotContain(far);
        planners.by("a", "widen", id, "--to", "b", "--level", "envelope");
        assertThat(planners.by("b", "list").out()).contains(far, "Palmyra, \u2068تدمر\u2069");
    }

    @Test
    void anAmendmentKeepsTheNumbersOfItsWindows() throws IOException {
        String id = Planners.found("d-[a-z2-7]{16}", planners.by("a", "declare", planners.disc("Moved", 32.5, 41.5)));
        Ran amended = planners.by("a", "amend", id, planners.disc("Moved", 32.5, 41.6));
        assertThat(amended.exit()).isZero();
        assertThat(amended.out()).contains("Window 1", "version 2");
        Ran old = planners.by("a", "amend", id, planners.disc("Moved", 32.5, 41.7), "--version", "1");
        assertThat(old.exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(old.out()).contains("written against version 1, but the current one is 2");
        assertThat(planners.by("a", "activate", id, "--windows", "7").out()).contains("no window 7");
        assertThat(planners.by("a", "activate", id).exit()).isZero();
        assertThat(planners.by("a", "activate", id).err()).contains("has no window for that now");
        assertThat(planners.by("a", "end", id).exit()).isZero();
        assertThat(planners.by("a", "show", "declaration", id).out()).contains("ended");
    }

    @Test
    void whatLeavesTheTheatreIsSaid() throws IOException {
        assertThat(planners.by("a", "declare", planners.disc("Edge", 32.01, 38)).out())
                .contains("NOT CHECKED BEYOND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../examples/shapes.geojson", "../data/bluesky/dateline.scn"})
    void everyShapeThatIsCheckedIsDeclared(String file) {
        Ran ran = planners.by("a", "declare", file, "--dry");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("To be signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ru"})
    void everythingIsSaidInEveryLanguage(String language) throws IOException {
        for (Ran ran : List.of(
                planners.by("a", "list", "--all", "--lang", language),
                planners.by(
                        "a",
                        "declare",
                        planners.disc("Words", 33, 36.6),
                        "--dry",
                        "--lang",
                        language,
                        "--zone",
                        "Asia/Damascus"))) {
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare",
                "amend",
                "activate",
                "end",
                "withdraw",
                "seen",
                "list",
                "demo",
                "sky",
                "place",
                "widen",
                "view-as",
                "ways",
                "take",
                "offer",
                "accept",
                "decline"
            })
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
            widen d-zzzz --to b --level all                     | d-zzzz
            widen d-zzzz --to b                                 | --level
            widen d-zzzz --level full                           | --to
            view-as                                             | FILE
            view-as nowhere.geojson                             | nowhere.geojson
            view-as --flash --radius 5km --position 34,38 --amend d-zzzz | d-zzzz
            show budget 3                                       | 3
            """)
    void badInputIsOneClearLine(String command, String named) {
        Ran ran = planners.by("a", command.strip().split(" +"));
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err().lines().toList().getLast()).contains(named);
    }

    @Test
    void whatBelongsToTheOtherIsNotThere() {
        String theirs = "d-"
                + org.tansiq.core.Hash.parse(planners.listed("b", "declaration")
                                .getFirst()
                                .get("id")
                                .asString())
                        .orElseThrow()
                        .brief();
        assertThat(planners.by("a", "activate", theirs).err()).contains("your party has none that begins so");
        assertThat(planners.by("a", "show", "declaration", theirs).err())
                .contains("your party has none that begins so");
    }
}
