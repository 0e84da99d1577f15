package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The three heaps of a {@link Reading} while it grows. Everything counted as read lands on exactly one of
 * them.
 */
final class Tally {
    /** Kinds of skipped things told apart; the rest is counted under {@link #OTHER}. */
    static final int KINDS_MAX = 1_000;

    static final String OTHER = "other";

    private final Limits limits;
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final SortedMap<String, Long> skipped = new TreeMap<>();

    Tally(Limits limits) {
        this.limits = limits;
    }

    void declared(Declaration declaration) {
        declarations.add(declaration);
    }

    void refused(Refused why) {
        refused.add(why);
    }

    void skipped(String kind) {
        boolean told = skipped.size() < KINDS_MAX || skipped.containsKey(kind);
        skipped.merge(told ? kind : OTHER, 1L, Long::sum);
    }

    /** Gives up on a file that holds too much, or too much that is wrong. */
    void checkLimits(long items) {
        if (items > limits.featuresMax())
            throw Faulty.at("", InputFault.TOO_MANY_FEATURES, items, limits.featuresMax());
        if (refused.size() >= limits.refusedMax())
            throw Faulty.at("", InputFault.TOO_MANY_REFUSED, refused.size(), limits.refusedMax());
    }

    Reading reading() {
        long skips = skipped.values().stream().mapToLong(Long::longValue).sum();
        return new Reading(declarations, refused, skipped, declarations.size() + refused.size() + skips);
    }
}
