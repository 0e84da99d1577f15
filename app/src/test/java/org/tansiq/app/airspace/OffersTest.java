package org.tansiq.app.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

/** Ways out of a conflict, as two planners find, offer and take them. */
final class OffersTest {
    private static final String CONFLICT = "c-[a-z2-7]{16}";
    private static final String HEIGHT = "{\"value\": %d, \"unit\": \"m\", \"reference\": \"AMSL\"}";

    @TempDir
    static Path folder;

    private static Planners planners = new Planners(Path.of(""));

    @BeforeAll
    static void found() throws IOException {
        planners = Planners.onTheDemonstration(folder);
    }

    /** Two discs of one size, a few km apart. */
    private static String conflict(String name, double lat) throws IOException {
        String heights = "\"floor\": " + HEIGHT.formatted(3000) + ", \"ceiling\": " + HEIGHT.formatted(3500);
        planners.by("a", "declare", planners.disc(name + " a", lat, 36, heights));
        return Planners.found(CONFLICT, planners.by("b", "declare", planners.disc(name + " b", lat, 36.05, heights)));
    }

    private static JsonNode json(Ran ran) {
        return JsonMapper.shared().readTree(ran.lines().getFirst());
    }

    /** What the README types after the demonstration, with the names that are listed. */
    @Test
    void theTourOfTheReadmeCanBeFollowed() {
        String own = Planners.found("d-[a-z2-7]{16}(?= \"Transit B)", planners.by("b", "list"));
        String file = folder.resolve("stage").resolve("corridor-b.geojson").toString();
        String conflict = Planners.found(CONFLICT, planners.by("b", "amend", own, file));
        Ran ways = planners.by("b", "ways", conflict);
        assertThat(ways.out()).as(ways.err()).contains("higher-1200");
        Ran offer = planners.by("b", "offer", conflict, "later-60", "--ask", "earlier-5");
        assertThat(offer.exit()).as(offer.err()).isZero();
        Ran take = planners.by("b", "take", conflict, "higher-1200");
        assertThat(take.exit()).as(take.err()).isZero();
        assertThat(take.out()).contains("Nothing meets any more");
        Ran late = planners.by("b", "take", conflict, "higher-1200");
        assertThat(late.exit()).isEqualTo(2);
        assertThat(late.err()).contains("nothing of it meets any more");
    }

    /** The demonstration leaves party a over its budget: it is told of no place any more, and why. */
    @Test
    void overTheBudgetNoChangeCanBeNamed() {
        String own = Planners.found("d-[a-z2-7]{16}(?= \"Range A)", planners.by("a", "list"));
        String file = folder.resolve("stage").resolve("range-a.geojson").toString();
        assertThat(planners.by("a", "amend", own, file).out()).contains("OVER BUDGET");
        String conflict = Planners.found(CONFLICT + "(?=, version \\d+: your " + own + ")", planners.by("a", "list"));
        for (String line : List.of("take C higher-300", "offer C later-60")) {
            Ran ran = planners.by("a", line.replace("C", conflict).split(" ", -1));
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).hasLineCount(1).contains("no place", "call the desk");
        }
    }

    @Test
    void aWayOutIsAskedForAndTaken() throws IOException {
        String conflict = conflict("Asked", 33);
        Ran ways = planners.by("a", "ways", conflict);
        assertThat(ways.exit()).as(ways.err()).isZero();
        assertThat(ways.out())
                .contains(
                        "Ways out of conflict " + conflict,
                        "of 24 changes are free",
                        "higher-900: go 900 m (2,953 ft) higher");
        long asked = planners.entries();
        assertThat(planners.by("a", "ways", conflict).out()).contains("of 24 changes are free", "higher-900: go");
        assertThat(json(planners.by("a", "ways", conflict, "--json"))
                        .get("ways")
                        .get("all"))
                .hasSize(24);
        assertThat(planners.entries()).isEqualTo(asked);
        assertThat(planners.by("a", "show", "conflict", conflict).out()).contains("Ways out of conflict " + conflict);
        assertThat(planners.by("b", "show", "conflict", conflict).out()).doesNotContain("Ways out");
        long before = planners.entries();
        assertThat(planners.by("a", "take", conflict, "higher-900", "--dry").out())
                .contains("3,900 m (12,795 ft) AMSL to 4,400 m");
        assertThat(planners.entries()).isEqualTo(before);
        Ran taken = planners.by("a", "take", conflict, "higher-900");
        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(taken.out()).contains("version 2", "Cleared: conflict " + conflict);
    }

    @Test
    void anOfferIsMadeAndAccepted() throws IOException {
        String conflict = conflict("Offered", 32);
        Ran offer = planners.by("a", "offer", conflict, "later-60", "--ask", "earlier-5", "--for", "30");
        assertThat(offer.exit()).as(offer.err()).isZero();
        assertThat(offer.out())
                .contains("a offers to change its declaration", "the other side's turn", "begin and end 5 min earlier");
        String shown = planners.by("b", "show", "conflict", conflict).out();
        assertThat(shown).contains("YOUR TURN", "a offers to change its declaration", "what is left:", "begin and end");
        JsonNode thread =
                json(planners.by("b", "show", "conflict", conflict, "--json")).get("thread");
        assertThat(thread.get("turn").asString()).isEqualTo("ours");
        assertThat(thread.get("offer").get("asks").asString()).isEqualTo("earlier-5");
        Ran own = planners.by("a", "accept", conflict);
        assertThat(own.exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(own.out()).contains("the other side answers it");
        Ran accepted = planners.by("b", "accept", conflict, "earlier-5");
        assertThat(accepted.exit()).as(accepted.err()).isZero();
        assertThat(accepted.out()).contains("Cleared: conflict " + conflict, "accepted by b");
        assertThat(planners.by("a", "show", "conflict", conflict).out()).contains("Cleared", "accepted by b");
    }

    @Test
    void anOfferIsCounteredAndTurnedDown() throws IOException {
        String conflict = conflict("Countered", 31.6);
        planners.by("a", "offer", conflict, "lower-300");
        Ran counter = planners.by("b", "offer", conflict, planners.disc("Elsewhere", 31.6, 37));
        assertThat(counter.out()).contains("nothing of the two meets any more");
        Ran declined = planners.by("a", "decline", conflict);
        assertThat(declined.exit()).as(declined.err()).isZero();
        assertThat(declined.out()).contains("a has turned the offer down", "either side may offer");
        Ran nothing = planners.by("a", "accept", conflict);
        assertThat(nothing.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(nothing.err()).contains("nothing stands offered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            offer  ; later-7              ; CHANGE|FILE
            offer  ; later-15 --for 0     ; --for
            offer  ; later-15 --ask up    ; --ask
            take   ; sideways             ; CHANGE
            take   ; earlier-5 --version x ; --version
            take   ; earlier-5 --version 0 ; --version
            """)
    void whatIsNoneIsOneLine(String command, String more, String named) throws IOException {
        String conflict = conflict("Bad " + more.replace(' ', '-'), 30.6);
        Ran ran = planners.by(
                "a",
                Stream.concat(Stream.of(command, conflict), Stream.of(more.split(" ")))
                        .toArray(String[]::new));
        assertThat(ran.exit()).as(ran.out()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ru"})
    void itIsSaidInEveryLanguage(String language) throws IOException {
        String conflict = conflict("Said " + language, language.equals("ar") ? 30 : 29.5);
        for (Ran ran : List.of(
                planners.by("a", "ways", conflict, "--lang", language),
                planners.by("a", "offer", conflict, "later-15", "--ask", "south", "--lang", language),
                planners.by("b", "show", "conflict", conflict, "--lang", language),
                planners.by("b", "decline", conflict, "--lang", language))) {
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.lines()).isNotEmpty().noneMatch(line -> line.matches(".*[a-z]{4,} [a-z]{4,} [a-z]{4,}.*"));
            if (language.equals("ar")) assertThat(ran.lines()).allMatch(line -> line.startsWith("\u200f"));
        }
    }
}
