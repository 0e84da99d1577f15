package org.tansiq.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tansiq.geometry.Alive;
import org.tansiq.geometry.Posting;
import org.tansiq.geometry.SpaceTimeIndex;
import org.tansiq.geometry.Volume;

/** The index on its own, with 100,000 volumes: the mean of its mix, not the median. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IndexBenchmark {
    private static final int COUNT = 100_000;

    private final Volume[] volumes = Workload.volumes(COUNT, Workload.WEEK);
    private final Volume[] questions = Workload.queries(COUNT, Workload.WEEK, 20_000);
    private final SpaceTimeIndex full = new SpaceTimeIndex();
    private SpaceTimeIndex growing = new SpaceTimeIndex();
    private int next;

    @Setup(Level.Trial)
    public void fill() {
        for (int i = 0; i < COUNT; i++) full.insert(new Posting(i, 1, 0), volumes[i]);
    }

    @Setup(Level.Iteration)
    public void begin() {
        growing = new SpaceTimeIndex();
        next = 0;
    }

    @Benchmark
    public List<Posting> indexQuery() {
        next = (next + 1) % questions.length;
        return full.meeting(questions[next], Alive.ALL);
    }

    @Benchmark
    public void indexInsert() {
        growing.insert(new Posting(next, 1, 0), volumes[next % COUNT]);
        next++;
    }
}
