package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The law of Disclosure: where any hidden act is replaced by another of its kind, everything that the viewer
 * can get stays equal, up to a renaming of hashes.
 */
final class ReplacementTest {
    /** How many acts are played at least in each of the two worlds. */
    private static final int ACTS = Integer.getInteger("acts", 100_000);

    private static final int PLAYS_AT_ONCE = 200;

    /** Within so many plays of sixty acts whatever is planted is found. */
    private static final int PLANTED_MAX = 10;

    @Test
    void whatIsHiddenMayBeAnythingElse() {
        Tally tally = new Tally();
        for (long from = 1; tally.of("acts") < ACTS; from += PLAYS_AT_ONCE)
            LongStream.range(from, from + PLAYS_AT_ONCE)
                    .parallel()
                    .mapToObj(ReplacementTest::played)
                    .toList()
                    .forEach(tally::add);
        System.out.println("Acts in which what is hidden was replaced: " + tally);
        assertThat(tally.of("meeting")).isGreaterThan(tally.of("hidden") / 3);
        assertThat(tally.of("discarded")).isLessThan(tally.of("hidden") / 20);
        assertThat(tally.of("told")).isGreaterThan(ACTS / 8);
        for (String often : List.of(
                "late", "activation", "over budget", "clearing", "limit", "seen", "blind", "envelope", "elsewhere"))
            assertThat(tally.of(often)).describedAs(often).isGreaterThanOrEqualTo(ACTS / 100);
        for (String often : List.of("own offer", "offered", "third thread"))
            assertThat(tally.of(often)).describedAs(often).isGreaterThanOrEqualTo(ACTS / 100);
        for (String seldom : List.of("own ask", "asked", "own acceptance", "acceptance", "lapse"))
            assertThat(tally.of(seldom)).describedAs(seldom).isGreaterThan(ACTS / 1000);
        assertThat(tally.of("own ask discarded")).isLessThan(tally.of("own ask") / 4);
        assertThat(tally.of("talk discarded")).isLessThan(ACTS / 20);
        for (String seldom : List.of("full", "alarm", "misplaced"))
            assertThat(tally.of(seldom)).describedAs(seldom).isGreaterThan(ACTS / 1000);
        assertThat(tally.of("crowding")).isGreaterThan(ACTS / 10_000);
    }

    private static Tally played(long seed) {
        Tally tally = new Tally();
        assertThat(Play.leak(seed, Sight.REAL, tally)).isEmpty();
        return tally;
    }

    @Test
    void aVersionThatMovesUnseenIsFound() {
        assertThat(planted(Leaks.versions())).get().asString().contains("conflicts in one");
    }

    @Test
    void aPageThatCountsWhatIsHiddenIsFound() {
        assertThat(planted(Leaks.pages())).get().asString().contains("inbox in one");
    }

    @Test
    void aBoxOfAHiddenEdgeIsFound() {
        assertThat(planted(Leaks.boxes())).get().asString().contains("conflicts in one");
    }

    @Test
    void aPlaceThatIsElsewhereIsFound() {
        assertThat(planted(Leaks.places())).get().asString().contains("conflicts in one");
    }

    @Test
    void anOutlookOfAHiddenTimeIsFound() {
        assertThat(planted(Leaks.outlooks())).get().asString().contains("threads in one");
    }

    @Test
    void aThreadWithWhatOthersSayAmongEachOtherIsFound() {
        assertThat(planted(Leaks.steps())).get().asString().contains("threads in one");
    }

    @Test
    void anOfferThatIsOpenedWholeIsFound() {
        assertThat(planted(Leaks.sections())).get().asString().contains("note in one");
    }

    @Test
    void theEndOfAnOfferAmongOthersIsFound() {
        assertThat(planted(Leaks.ends())).get().asString().contains("told in one");
    }

    @Test
    void whatTheOtherSideWasAnsweredIsFound() {
        assertThat(planted(Leaks.answers())).get().asString().contains("told in one");
    }

    private static Optional<String> planted(Sight leaking) {
        for (long seed = 1; seed <= PLANTED_MAX; seed++) {
            Optional<String> found = Play.leak(seed, leaking, new Tally());
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }
}
