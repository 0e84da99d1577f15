package org.tansiq.bench.record;

import java.util.List;
import org.tansiq.bench.Results;

/** Says of each measured number whether it reached its goal, and keeps whether all did. */
public final class Targeted {
    private final Results results;
    private boolean met = true;

    public Targeted(Results results) {
        this.results = results;
    }

    public boolean met() {
        return met;
    }

    public void least(String what, double measured, double wanted) {
        say(what, "at least", measured, wanted, measured >= wanted);
    }

    public void most(String what, double measured, double wanted) {
        say(what, "at most", measured, wanted, measured <= wanted);
    }

    private void say(String what, String bound, double measured, double wanted, boolean holds) {
        met &= holds;
        results.line(
                "Target: %s %s %s: %s, %s.",
                what, bound, Results.number(wanted), Results.number(measured), holds ? "met" : "MISSED");
        results.line("");
    }

    public static double median(List<Double> of) {
        return of.stream().sorted().toList().get(of.size() / 2);
    }
}
