package org.tansiq.app.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.app.Ran;
import org.tansiq.app.check.Exit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How much others are told of a declaration: foreseen, widened, and paid for, as planners see it. */
final class LevelsTest {
    private static final String DECLARATION = "d-[a-z2-7]{16}";
    private static final String CONFLICT = "c-[a-z2-7]{16}";

    @TempDir
    static Path folder;

    private static Planners planners = new Planners(Path.of(""));

    @BeforeAll
    static void found() throws IOException {
        planners = Planners.onTheDemonstration(folder);
    }

    private static JsonNode json(Ran ran) {
        return JsonMapper.shared().readTree(ran.lines().getFirst());
    }

    @Test
    void whatIsForeseenIsNotSigned() throws IOException {
        long before = planners.entries();
        String file = planners.disc("Foreseen", 33, 39.5, "\"place\": \"Over there\"");
        Ran ran = planners.by("a", "view-as", file);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains(
                        "Told the overlap at most: b, un.",
                        "To b, by their terms:",
                        "Call desk air of a",
                        "Not: name, place",
                        "It costs")
                .contains("of 50,000,000 km³ h are spent today")
                .doesNotContain("Over there", "OVER BUDGET");
        JsonNode shown = json(planners.by("a", "view-as", file, "--json"));
        assertThat(shown.get("charge").get("cost").asLong()).isPositive();
        assertThat(shown.get("parties").values())
                .hasSize(2)
                .allMatch(party -> party.get("level").asString().equals("overlap") && !party.has("envelope"));
        assertThat(planners.entries()).isEqualTo(before);
    }

    @Test
    void whomItWouldMeetIsNotLookedAt() throws IOException {
        String file = planners.disc("Asked", 33, 38.5);
        Ran before = planners.by("a", "view-as", file);
        assertThat(planners.by("b", "declare", planners.disc("Met", 33.01, 38.5))
                        .exit())
                .isZero();
        assertThat(planners.by("a", "view-as", file)).isEqualTo(before);
        assertThat(planners.by("a", "declare", file).out()).contains("Conflict c-");
    }

    @Test
    void whatADayDoesNotPayIsForeseen() throws IOException {
        String wide = Planners.feature("Wide", 35, 39).replace("\"radiusKm\": 5,", "\"radiusKm\": 900,");
        Ran ran = planners.by("a", "view-as", planners.file("Wide", wide));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("OVER BUDGET: it would be recorded");
    }

    @Test
    void eachOfAFileCostsBesideThoseBeforeIt() throws IOException {
        String two = "{\"type\": \"FeatureCollection\", \"features\": [%s, %s]}"
                .formatted(Planners.feature("One", 33, 37.5), Planners.feature("Two", 33.5, 37.5));
        Ran ran = planners.by("a", "view-as", planners.file("Two", two), "--json");
        List<JsonNode> charges = ran.lines().stream()
                .map(line -> JsonMapper.shared().readTree(line).get("charge"))
                .toList();
        assertThat(charges).hasSize(2);
        assertThat(charges.getLast().get("spent").asLong())
                .isEqualTo(charges.getFirst().get("spent").asLong()
                        + charges.getLast().get("cost").asLong());
    }

    @Test
    void whatWouldBeRefusedIsSaid() throws IOException {
        String past = planners.file(
                "Past",
                Planners.feature("Past", 33, 37.5)
                        .replaceAll("\"from\": \"[^\"]*\"", "\"from\": \"2020-01-01T00:00:00Z\"")
                        .replaceAll("\"until\": \"[^\"]*\"", "\"until\": \"2020-01-02T00:00:00Z\""));
        Ran ran = planners.by("a", "view-as", past);
        assertThat(ran.exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(ran.out()).contains("It would be refused: window 1 is over already");
        Ran json = planners.by("a", "view-as", past, "--json", "--lang", "ru");
        assertThat(json.exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(json(json).get("refused").get("refusal").asString()).isEqualTo("out-of-time");
    }

    @Test
    void whatIsWidenedIsShownUnderItsAuthorsSignature() throws IOException {
        String own = Planners.found(
                DECLARATION,
                planners.by(
                        "a", "declare", planners.disc("Opened A", 36, 36.5), "--remarks", "a word", "--count", "3"));
        String conflict = Planners.found(CONFLICT, planners.by("b", "declare", planners.disc("Beside", 36.05, 36.5)));
        assertThat(planners.by("b", "show", "conflict", conflict).out()).doesNotContain("5 km round", "Signed by");

        Ran widened = planners.by("a", "widen", own, "--to", "b", "--level", "envelope");
        assertThat(widened.exit()).as(widened.err()).isZero();
        assertThat(widened.out()).contains("Declaration " + own, "b is told the envelope from now on");
        String seen = planners.by("b", "show", "conflict", conflict).out();
        assertThat(seen)
                .contains("its declaration " + own + ", the envelope", "Signed by TEST-a/planner of a")
                .contains("the signature holds", "5 km round 36 N 36.5 E, at all heights", "  Window, from ")
                .doesNotContain("Opened A", "a word", "Number");
        JsonNode opened =
                json(planners.by("b", "show", "conflict", conflict, "--json")).get("opened");
        assertThat(opened.get("envelope").has("salt")).isTrue();
        assertThat(opened.has("details")).isFalse();
        assertThat(planners.by("a", "show", "conflict", conflict).out()).doesNotContain("shows more");

        planners.by("a", "widen", own, "--to", "b", "--level", "full");
        assertThat(planners.by("b", "list").out())
                .contains(own + ", all of it", "Name: \"Opened A\"", "Number: 3", "Remarks: a word");
        assertThat(planners.by("a", "show", "declaration", own).out())
                .contains("b is told more where it meets theirs: all of it", "of the budget");
        Ran narrower = planners.by("a", "widen", own, "--to", "b", "--level", "envelope");
        assertThat(narrower.exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(narrower.out()).contains("b is told all of it already");
    }

    @Test
    void theNextVersionIsForeseenAtTheLevelsOfThisOne() throws IOException {
        String own = Planners.found(DECLARATION, planners.by("a", "declare", planners.disc("Kept", 32.6, 39)));
        long before = planners.entries();
        Ran dry = planners.by("a", "widen", own, "--to", "b", "--level", "full", "--dry");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out())
                .contains("Told all of it: b.", "Name: \"Kept\"", "5 km round 32.6 N 39 E")
                .doesNotContain("the overlap at most", "costs");
        assertThat(planners.entries()).isEqualTo(before);
        planners.by("a", "widen", own, "--to", "b", "--level", "envelope");
        Ran next = planners.by("a", "view-as", planners.disc("Moved on", 32.6, 39.1), "--amend", own);
        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(next.out())
                .contains("Told the overlap at most: un.", "Told the envelope at most: b.", "5 km round 32.6 N 39.1 E")
                .contains("  Not: name, use, craft, number, remarks.");
    }

    @Test
    void nobodyButAnotherPartyIsToldMore() throws IOException {
        String own = Planners.found(DECLARATION, planners.by("a", "declare", planners.disc("Alone", 32.6, 40.5)));
        Ran nobody = planners.by("a", "widen", own, "--to", "nobody", "--level", "full");
        assertThat(nobody.exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(nobody.out()).contains("nobody is none of the other parties");
        Ran overlap = planners.by("a", "widen", own, "--to", "b", "--level", "overlap");
        assertThat(overlap.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(overlap.err()).contains("--level", "envelope, full");
        assertThat(planners.by("b", "widen", own, "--to", "a", "--level", "full")
                        .err())
                .contains("your party has none that begins so");
    }

    /** The demonstration leaves one side over its budget for what is played, and alarmed. */
    @Test
    void budgetsAndAlarmsAreShownToThoseWhomTheyConcern() {
        assertThat(planners.by("a", "show", "budget").out())
                .contains("Each day in UTC pays 50,000,000 km³ h", "exercise: 62,")
                .contains("b touched declarations of yours today", "Alarm: many small");
        assertThat(planners.by("b", "show", "budget").out())
                .contains("a is over its budget of", "a touched declarations of yours today")
                .doesNotContain("Alarm");
        assertThat(planners.by("a", "list", "--all").out())
                .contains("OVER BUDGET: only desks to call until the budget refills");
        JsonNode shown = json(planners.by("a", "show", "budget", "--json"));
        assertThat(shown.get("daily").asLong()).isEqualTo(50_000_000_000_000L);
        assertThat(shown.get("touches").toString()).contains("many-small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ru"})
    void itIsSaidInEveryLanguage(String language) throws IOException {
        String file = planners.disc("Said", 33, 40.5);
        for (Ran ran : List.of(
                planners.by("a", "view-as", file, "--lang", language),
                planners.by("b", "show", "budget", "--lang", language),
                planners.by("b", "list", "--all", "--lang", language))) {
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.lines()).isNotEmpty().noneMatch(line -> line.matches(".*[a-z]{4,} [a-z]{4,} [a-z]{4,}.*"));
            if (language.equals("ar")) assertThat(ran.lines()).allMatch(line -> line.startsWith("\u200f"));
        }
    }
}
