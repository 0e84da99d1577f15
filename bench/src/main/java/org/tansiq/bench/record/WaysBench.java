package org.tansiq.bench.record;

import java.time.Instant;
import org.tansiq.bench.Machine;
import org.tansiq.bench.Results;
import org.tansiq.core.Bytes;
import org.tansiq.core.airspace.Change;
import org.tansiq.geometry.Window;
import org.tansiq.ledger.Sha256;

/** What it takes to answer an ask for a way out of a conflict among many declarations. */
public final class WaysBench {
    private static final int ASKS = 500;
    private static final double MOST_MS = 100;

    private final Results results;
    private final int active;

    /** {@code active}: declarations that stand. */
    public WaysBench(Results results, int active) {
        this.results = results;
        this.active = active;
    }

    /** Whether the goal is met. */
    public boolean run() {
        results.line("# Ways out");
        results.line("");
        results.line("`./tansiq bench ways`. %s. Load at the start: %.2f.", Machine.described(), Machine.load());
        results.line("");
        double[] millis = new Stages(results, Sha256.of(Bytes.of("bench")))
                .asked(Plans.week(active, Window.micros(Instant.now())), ASKS);
        results.line(
                "%,d declarations stand; of %,d conflicts one side asks, each time for all %d changes: decided in"
                        + " %.2f ms at the median, %.2f ms at p99, %.2f ms at most.",
                active, ASKS, Change.ALL.size(), millis[ASKS / 2], millis[ASKS * 99 / 100], millis[ASKS - 1]);
        results.line("");
        Targeted targeted = new Targeted(results);
        targeted.most("p99 in ms", millis[ASKS * 99 / 100], MOST_MS);
        return targeted.met();
    }
}
