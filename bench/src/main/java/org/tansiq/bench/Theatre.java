package org.tansiq.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tansiq.bench.Contest.Score;
import org.tansiq.bench.Field.Filled;
import org.tansiq.geometry.Volume;

/** One workload: filled into every searcher, asked of all in turn, and written as a table. */
final class Theatre {
    private static final int SAMPLE = 400;

    private final Results results;
    private final int count;
    private final int hours;
    private final int questions;

    /** How ours did in one workload. */
    record Outcome(Score ours, Filled filled, double volumeBytes, List<Score> scores, int wrong) {
        /** How many times as long as ours another takes at the median. */
        double ratio(String name) {
            return scores.stream()
                    .filter(s -> s.searcher().name().equals(name))
                    .mapToDouble(s -> s.latency().median() / ours.latency().median())
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    Theatre(Results results, int count, int hours, int questions) {
        this.results = results;
        this.count = count;
        this.hours = hours;
        this.questions = questions;
    }

    /** Ours is the first searcher. */
    Outcome measure(List<Searcher> searchers, int rounds) {
        try (Field field = new Field(count, hours)) {
            searchers.forEach(field::fill);
            new Contest(Workload.rehearsal(count, hours, questions), 1).run(field.searchers());
            Volume[] asked = Workload.queries(count, hours, questions);
            List<Score> scores = new Contest(asked, rounds).run(field.searchers());
            int wrong = field.wrong(searchers.getFirst(), Arrays.asList(asked).subList(0, SAMPLE));
            Outcome outcome =
                    new Outcome(scores.getFirst(), field.filled().getFirst(), field.volumeBytes(), scores, wrong);
            write(outcome, field.filled());
            return outcome;
        }
    }

    private void write(Outcome outcome, List<Filled> filled) {
        results.table(
                "",
                "taken/s",
                "bytes each",
                "p50 µs",
                "p90",
                "p99",
                "p99.9",
                "max",
                "queries/s",
                "hits",
                "looked at",
                "median to ours");
        for (int i = 0; i < filled.size(); i++)
            results.row(cells(outcome, outcome.scores().get(i), filled.get(i)));
        results.line("");
        results.line(
                "Hits per query: %.2f. %d of %d questions answered otherwise than by comparing with every volume. "
                        + "A volume itself takes %.0f bytes beside what the table says.",
                (double) outcome.ours().tally().hits() / questions, outcome.wrong(), SAMPLE, outcome.volumeBytes());
        for (Score score : outcome.scores())
            if (!score.tally().same(outcome.ours().tally()))
                results.line(
                        "%s does not find the same volumes as ours.",
                        score.searcher().name());
    }

    private List<String> cells(Outcome outcome, Score score, Filled filled) {
        List<String> cells = new ArrayList<>();
        cells.add(score.searcher().name());
        cells.add(Results.number(filled.perSecond()));
        cells.add(Results.number(filled.bytesEach()));
        for (double share : new double[] {0.5, 0.9, 0.99, 0.999, 1})
            cells.add(Results.number(score.latency().micros(share)));
        cells.add(Results.number(score.latency().perSecond()));
        cells.add(Results.number(score.tally().hits()));
        long candidates = score.tally().candidates();
        cells.add(candidates == 0 ? "" : Results.number((double) candidates / questions));
        cells.add(Results.times(outcome.ratio(score.searcher().name())));
        return cells;
    }
}
