package org.tansiq.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tansiq.geometry.Volume;

/**
 * The same questions put to several searchers in turn, so that what else the machine does falls on all
 * alike.
 *
 * <p>Questions go in blocks: a block to the first searcher, the same block to the second, and so on; then
 * the next block. All of it is repeated in rounds, and a question's time is its shortest of all rounds,
 * wall clock: what a busy machine adds is left out, what the question itself costs is not.
 */
final class Contest {
    private static final int BLOCK = 500;

    private final Volume[] questions;
    private final int rounds;

    Contest(Volume[] questions, int rounds) {
        this.questions = questions;
        this.rounds = rounds;
    }

    /** What one searcher took for each question, and all that it found. */
    record Score(Searcher searcher, Latency latency, Tally tally) {}

    List<Score> run(List<Searcher> searchers) {
        long[][] nanos = new long[searchers.size()][questions.length];
        Tally[] tallies = new Tally[searchers.size()];
        for (long[] times : nanos) Arrays.fill(times, Long.MAX_VALUE);
        for (int round = 0; round < rounds; round++) {
            Arrays.setAll(tallies, _ -> new Tally());
            for (int block = 0; block < questions.length; block += BLOCK)
                for (int s = 0; s < tallies.length; s++) ask(searchers.get(s), block, nanos[s], tallies[s]);
        }
        List<Score> scores = new ArrayList<>();
        for (int s = 0; s < tallies.length; s++)
            scores.add(new Score(searchers.get(s), new Latency(nanos[s]), tallies[s]));
        return scores;
    }

    private void ask(Searcher searcher, int block, long[] nanos, Tally tally) {
        for (int i = block; i < Math.min(block + BLOCK, questions.length); i++) {
            long start = System.nanoTime();
            Tally found = searcher.meeting(questions[i]);
            nanos[i] = Math.min(nanos[i], System.nanoTime() - start);
            tally.add(found);
        }
    }
}
