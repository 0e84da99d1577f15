package org.tansiq.app.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law of Disclosure over every way out of a server: where any hidden act is replaced by another of its
 * kind, what a viewer gets by call, stream and command stays equal, up to a renaming of hashes.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class EveryWayOutTest {
    private static final int ACTS = 2000;
    private static final int ACTS_OF_A_PLAY = 125;
    private static final int ACTS_OF_A_LEAK = 50;

    /** Within so many plays whatever is planted is found. */
    private static final int PLANTED_MAX = 5;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsHiddenMayBeAnythingElse() throws Exception {
        Tally tally = new Tally();
        for (long seed = 1; tally.of("acts") < ACTS; seed++)
            assertThat(leak(seed, ACTS_OF_A_PLAY, (calls, _) -> calls, tally)).isEmpty();
        System.out.println("Acts in which what is hidden was replaced, over every way out: " + tally);
        assertThat(tally.of("hidden")).isGreaterThan(ACTS / 2);
        assertThat(tally.of("meeting")).isGreaterThan(tally.of("hidden") / 3);
        for (String often : List.of("call", "answer", "one", "pages", "of", "nobody", "stream", "timed", "command"))
            assertThat(tally.of("by " + often)).describedAs(often).isGreaterThan(90);
        for (String often : List.of("\"late\":true", "\"activated\":true", "\"overlaps\":[]", "\"seenByOther\":true"))
            assertThat(tally.of(often)).describedAs(often).isGreaterThan(50);
        assertThat(tally.of("elsewhere")).isGreaterThan(ACTS / 100);
        for (String seldom : List.of("offered", "\"turn\":\"ours\""))
            assertThat(tally.of(seldom)).describedAs(seldom).isGreaterThan(20);
        for (String seldom : List.of("\"what\":\"declined\"", "\"what\":\"accepted\""))
            assertThat(tally.of(seldom)).describedAs(seldom).isPositive();
        for (String seldom : List.of("budget.exceeded", "conflict.crowded", "blind", "refused in one"))
            assertThat(tally.of(seldom)).describedAs(seldom).isGreaterThan(20);
        assertThat(tally.of("budget.lifted")).isGreaterThan(3);
    }

    @Test
    void aPageThatCountsWhatIsHiddenIsFound() throws Exception {
        assertThat(planted(Leaks.counts())).get().asString().contains("inbox");
    }

    @Test
    void anAnswerThatTellsWhatOthersHaveIsFound() throws Exception {
        assertThat(planted(Leaks.absences())).get().asString().contains("tells what there is");
    }

    @Test
    void aPlaceThatIsElsewhereIsFound() throws Exception {
        assertThat(planted(Leaks.places())).get().asString().contains("conflicts");
    }

    @Test
    void anOrderThatNobodyCanSeeIsFound() throws Exception {
        assertThat(planted(Leaks.orders())).get().asString().contains("in an order that nobody can see");
    }

    @Test
    void aStreamThatCountsWhatIsHiddenIsFound() throws Exception {
        assertThat(planted(Leaks.streams())).get().asString().contains("stream differs");
    }

    @Test
    void aLogThatTellsOfActsIsFound() throws Exception {
        assertThat(planted(Leaks.logs())).get().asString().contains("a log tells of acts");
    }

    private Optional<String> planted(Stage.Front leaking) throws Exception {
        for (long seed = 1; seed <= PLANTED_MAX; seed++) {
            Optional<String> found = leak(seed, ACTS_OF_A_LEAK, leaking, new Tally());
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<String> leak(long seed, int acts, Stage.Front front, Tally tally) throws Exception {
        try (Play play = new Play(seed, folder.resolve("" + seed), front, tally)) {
            play.acts(acts);
            return Optional.empty();
        } catch (Settling.Broken broken) {
            return Optional.of("seed " + seed + ": " + broken.getMessage());
        }
    }
}
