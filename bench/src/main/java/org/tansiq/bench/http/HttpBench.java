package org.tansiq.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.bench.Machine;
import org.tansiq.bench.Results;
import org.tansiq.bench.record.Crowd;
import org.tansiq.bench.record.Folders;
import org.tansiq.bench.record.Targeted;

/** What a server costs: its start, declarations over loopback, and event streams beside them. */
public final class HttpBench {
    private static final int STARTS = 3;
    private static final double START_MAX_S = 2;
    private static final double IDLE_MAX_MIB = 200 * 1e6 / (1 << 20); // 200 MB.

    private final Results results;
    private final Targeted targeted;
    private final int active;
    private final int each;

    /**
     * {@code active}: declarations that stand before anything is measured; {@code each}: of each connection
     * in a round.
     */
    public HttpBench(Results results, int active, int each) {
        this.results = results;
        this.targeted = new Targeted(results);
        this.active = active;
        this.each = each;
    }

    /** Whether all goals are met. */
    public boolean run() throws IOException {
        results.line("# Over HTTP");
        results.line("");
        results.line(
                "`./tansiq bench http`, %s. %s. Load at the start: %.2f.",
                Instant.now().truncatedTo(ChronoUnit.MINUTES), Machine.described(), Machine.load());
        results.line("");
        results.line("The server is `./tansiq serve` in a process of its own, with the flags that everybody gets; the");
        results.line(
                "heap above is that of whoever measures, on the same cores. The notes are signed, and the bytes of");
        results.line("the calls made, before the time runs; every accepted one is durable (fsync).");
        Path folder = Files.createTempDirectory("tansiq-bench");
        try {
            start(folder.resolve("empty"));
            new Loopback(results, targeted, folder, each).run(active);
            new Streaming(results, targeted, folder, each).run(active);
            results.line("Load at the end: %.2f.", Machine.load());
        } finally {
            Folders.delete(folder);
        }
        return targeted.met();
    }

    private void start(Path folder) throws IOException {
        results.heading("Start on a record that is only founded");
        Records.make(folder, new Crowd(Records.rules(), 1), List::of, 1);
        Served.start(folder).close(); // Whatever is still to be built is built now.
        results.table("start", "s until /healthz answers", "MiB resident then");
        List<Double> seconds = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        for (int i = 1; i <= STARTS; i++) {
            try (Served served = Served.start(folder)) {
                seconds.add(served.seconds());
                idle.add(served.residentMib());
                results.row(List.of("" + i, Results.number(seconds.getLast()), Results.number(idle.getLast())));
            }
        }
        results.line("");
        targeted.most("s to start, median", Targeted.median(seconds), START_MAX_S);
        targeted.most("MiB resident once started (200 MB), median", Targeted.median(idle), IDLE_MAX_MIB);
    }
}
