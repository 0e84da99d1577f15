package org.tansiq.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.bench.Plot.Dot;
import org.tansiq.bench.Theatre.Outcome;

/** One run of everything, in the order that the page tells it. */
final class Session {
    private static final int QUESTIONS = 20_000;
    private static final int ROUNDS = 3;

    private static final String HOW = """

            Volumes and questions: TSQ-W from one seed, all heights over W84. Every searcher answers
            the same 20,000 questions, block by block in turn, in 3 rounds after a rehearsal; a
            question's time is its shortest of the rounds, wall clock. What the tree, the covering
            (and ours) cannot rule out goes through time, height and one exact test, so that all owe
            the same answer; PostGIS has straight edges and 64 sides to a disc, its text for a
            question is made beforehand. Fewer volumes of the same density lie in the middle of the
            region, on as much less area, with as many fewer hot spots. *taken/s* is one thread
            filling; *bytes each* is beside the volume itself, on disk for PostGIS; *looked at* counts
            candidates before time and height (the trees) or before the exact test (ours). Percentiles
            over questions are counted here and not by JMH, which knows one time for all.
            """;

    private final Results results;
    private final Optional<String> postgis;
    private final List<List<Dot>> dots = new ArrayList<>();
    private boolean met = true;

    /** The address of a database that may be emptied, if there is one. */
    Session(Results results, Optional<String> postgis) {
        this.results = results;
        this.postgis = postgis;
        for (int i = 0; i < 4; i++) dots.add(new ArrayList<>());
    }

    void full() {
        head("./tansiq bench");
        results.heading("Cost by size, the density kept (7 days)");
        scale();
        results.line("");
        results.line("![Microseconds per query by number of volumes](scale.svg)");
        week();
        workload("TSQ-W1", Workload.FULL, Workload.DAY);
        new Micro(results).run();
        new CheckCommand(results).run();
        results.line("");
        results.line("Load at the end: %.2f.", Machine.load());
    }

    void quick(int count) {
        head("./tansiq bench quick");
        workload("TSQ-W7, a part of the region", count, Workload.WEEK);
    }

    boolean met() {
        return met;
    }

    String picture() {
        String us = "Tansiq";
        String tree = "JTS STRtree";
        return Plot.of(List.of(
                new Plot.Line(us + " p50", dots.get(0)),
                new Plot.Line(us + " p99", dots.get(1)),
                new Plot.Line(tree + " p50", dots.get(2)),
                new Plot.Line(tree + " p99", dots.get(3))));
    }

    private void head(String command) {
        results.line("# Measured");
        results.line("");
        results.line("`%s`, %s.", command, Instant.now().truncatedTo(ChronoUnit.MINUTES));
        results.line("%s. Load at the start: %.2f.", Machine.described(), Machine.load());
        results.line(HOW);
        if (postgis.isEmpty()) results.line("Without PostGIS, which could not be started.");
    }

    private void scale() {
        for (int count = Workload.FULL / 100; count < Workload.FULL; count *= 10) {
            results.line("%n%,d volumes on %.0f %% of the area:%n", count, 100.0 * count / Workload.FULL);
            plot(
                    count,
                    new Theatre(results, count, Workload.WEEK, QUESTIONS)
                            .measure(List.of(new Ours(), new StrTree()), ROUNDS));
        }
    }

    private void week() {
        plot(Workload.FULL, workload("TSQ-W7", Workload.FULL, Workload.WEEK));
    }

    private void plot(int count, Outcome outcome) {
        for (int i = 0; i < 2; i++) {
            Latency latency = outcome.scores().get(i).latency();
            dots.get(2 * i).add(new Dot(count, latency.median()));
            dots.get(2 * i + 1).add(new Dot(count, latency.micros(0.99)));
        }
    }

    private Outcome workload(String name, int count, int hours) {
        results.heading("%s: %,d volumes, %d hours".formatted(name, count, hours));
        List<Searcher> searchers = new ArrayList<>(List.of(new Ours(), new StrTree(), new S2Covering()));
        postgis.ifPresent(url -> searchers.add(new PostGis(url)));
        Outcome outcome = new Theatre(results, count, hours, QUESTIONS).measure(searchers, ROUNDS);
        results.line("");
        met &= new Targets(results).write(name, outcome);
        return outcome;
    }
}
