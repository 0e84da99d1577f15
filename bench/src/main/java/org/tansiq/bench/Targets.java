package org.tansiq.bench;

import java.util.List;
import org.tansiq.bench.Theatre.Outcome;

/** What the issue asks for, and whether it is met. Ratios of one run decide. */
final class Targets {
    private final Results results;
    private boolean met = true;

    Targets(Results results) {
        this.results = results;
    }

    /** Whether all are met in this workload. */
    boolean write(String workload, Outcome outcome) {
        results.table("target, " + workload, "wanted", "measured", "");
        Latency ours = outcome.ours().latency();
        least("median against JTS STRtree", 4, outcome.ratio("JTS STRtree"));
        least("median against PostGIS 2D+time", 10, outcome.ratio("PostGIS 2D+time"));
        most("p99 to own median", 60, ours.micros(0.99) / ours.median());
        most("p99.9 to own median", 400, ours.micros(0.999) / ours.median());
        least("inserts per second", 100_000, outcome.filled().perSecond());
        most("heap bytes per volume", 1024, outcome.filled().bytesEach() + outcome.volumeBytes());
        most("wrong answers in the sample", 0, outcome.wrong());
        results.line("");
        return met;
    }

    private void least(String what, double wanted, double measured) {
        row(what, "at least " + Results.number(wanted), measured, measured >= wanted);
    }

    private void most(String what, double wanted, double measured) {
        row(what, "at most " + Results.number(wanted), measured, measured <= wanted);
    }

    private void row(String what, String wanted, double measured, boolean reached) {
        String verdict = Double.isNaN(measured) ? "not measured" : reached ? "met" : "NOT met";
        met &= reached;
        results.row(List.of(what, wanted, Double.isNaN(measured) ? "" : Results.number(measured), verdict));
    }
}
