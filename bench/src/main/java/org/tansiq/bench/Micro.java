package org.tansiq.bench;

import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The part that JMH measures. */
final class Micro {
    private final Results results;

    Micro(Results results) {
        this.results = results;
    }

    void run() {
        results.heading("Parts (JMH 1.37)");
        results.table("", "µs", "error (99.9 %)");
        var options = new OptionsBuilder()
                .include(MicroBenchmark.class.getSimpleName())
                .include(IndexBenchmark.class.getSimpleName())
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            for (RunResult run : new Runner(options).run()) row(run.getPrimaryResult());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH: " + e.getMessage(), e);
        }
    }

    private void row(Result<?> result) {
        results.row(
                List.of(result.getLabel(), Results.number(result.getScore()), Results.number(result.getScoreError())));
    }
}
