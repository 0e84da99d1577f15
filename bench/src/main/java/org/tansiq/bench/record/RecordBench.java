package org.tansiq.bench.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tansiq.bench.Machine;
import org.tansiq.bench.Results;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.engine.Settings;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/**
 * Signed notes to a durable record, in process, beside bare checking of the same signatures in the same run.
 */
public final class RecordBench {
    private static final int KEYS = 64;
    private static final int WINDOW = 2;
    private static final int ALONE = 2000;
    private static final Hash RULES = Sha256.of(Bytes.of("bench"));
    private static final double SHARE_MIN = 0.45;
    private static final double P99_MAX_MS = 60;
    private static final double START_MAX_S = 20;
    private static final int ROUNDS = 3;

    private final Results results;
    private final Targeted targeted;
    private final int each;
    private final long entries;

    /**
     * {@code each}: notes of each key in a round; {@code entries}: of the record that is started from a
     * snapshot.
     */
    public RecordBench(Results results, int each, long entries) {
        this.results = results;
        this.targeted = new Targeted(results);
        this.each = each;
        this.entries = entries;
    }

    /** Whether all targets are met. */
    public boolean run() throws IOException {
        results.line("# The record");
        results.line("");
        results.line("`./tansiq bench record`. %s. Load at the start: %.2f.", Machine.described(), Machine.load());
        Path folder = Files.createTempDirectory("tansiq-bench");
        try {
            rounds(folder);
            alone(folder);
            new Stages(results, RULES).run();
            start(folder);
        } finally {
            Folders.delete(folder);
        }
        return targeted.met();
    }

    private void rounds(Path folder) throws IOException {
        results.heading("Signed notes, " + KEYS + " keys, durable, in process");
        results.table(
                "round", "bytes of a note and its sections", "bare checks/s", "notes/s", "share", "p50 ms", "p99 ms");
        List<Double> shares = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Crowd crowd = new Crowd(RULES, KEYS);
            List<Submission> opening = crowd.opening();
            List<List<Bytes>> lines = crowd.lines(each);
            double bare = bare(lines);
            try (Running running = new Running(folder.resolve("round" + round), RULES, Settings.STANDARD)) {
                opening.forEach(note -> running.tell(note).join());
                Load load = new Load(running, lines, WINDOW);
                double rate = load.run();
                if (round > 0) {
                    shares.add(rate / bare);
                    tails.add(load.millis(0.99));
                    row(round, lines, bare, rate, load);
                }
            }
            Folders.delete(folder.resolve("round" + round));
        }
        results.line("");
        targeted.least("share of bare checking, median of rounds", Targeted.median(shares), SHARE_MIN);
        targeted.most("p99 in ms, median of rounds", Targeted.median(tails), P99_MAX_MS);
    }

    private void row(int round, List<List<Bytes>> lines, double bare, double rate, Load load) {
        results.row(List.of(
                "" + round,
                "" + Load.size(lines.getFirst().getFirst()),
                Results.number(bare),
                Results.number(rate),
                Results.number(rate / bare),
                Results.number(load.millis(0.5)),
                Results.number(load.millis(0.99))));
    }

    /** Signatures checked per second on all cores, and nothing else done. */
    private static double bare(List<List<Bytes>> lines) {
        Ed25519 scheme = new Ed25519();
        List<Submission> notes = lines.stream()
                .flatMap(List::stream)
                .map(line -> Submission.parse(line, (_, _, _) -> true))
                .toList();
        List<Signature> signatures = notes.stream().map(Signature::of).toList();
        long begun = System.nanoTime();
        boolean all = signatures.parallelStream().allMatch(s -> s.holds(scheme));
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!all) throw new IllegalStateException("a signature does not hold");
        return signatures.size() / seconds;
    }

    private void alone(Path folder) throws IOException {
        results.heading("One note alone");
        Crowd crowd = new Crowd(RULES, 1);
        List<Submission> opening = crowd.opening();
        List<Bytes> lines = crowd.lines(ALONE).getFirst();
        double[] millis = new double[ALONE];
        double[] syncs = new double[ALONE];
        try (Running running = new Running(folder.resolve("alone"), RULES, Settings.STANDARD);
                FileChannel other =
                        FileChannel.open(folder.resolve("sync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            opening.forEach(note -> running.tell(note).join());
            for (int i = 0; i < ALONE; i++) {
                long begun = System.nanoTime();
                CompletableFuture<Answer> answer = running.tell(lines.get(i));
                answer.join();
                long told = System.nanoTime();
                other.write(ByteBuffer.allocate(4096));
                other.force(false);
                millis[i] = (told - begun) / 1e6;
                syncs[i] = (System.nanoTime() - told) / 1e6;
            }
        }
        Arrays.sort(millis);
        Arrays.sort(syncs);
        double sync = syncs[ALONE / 2];
        results.line(
                "Median %.2f ms, p99 %.2f ms; one sync of 4 KiB on this disk: median %.3f ms.",
                millis[ALONE / 2], millis[ALONE * 99 / 100], sync);
        results.line("");
        targeted.most("median in ms, at most five syncs and 1 ms", millis[ALONE / 2], 5 * sync + 1);
    }

    private void start(Path folder) throws IOException {
        results.heading("Start of a record of " + Results.number((double) entries) + " entries");
        Path record = folder.resolve("start");
        long next = filled(record);
        long before = Machine.heap();
        long begun = System.nanoTime();
        try (Running running = new Running(record, RULES, Settings.STANDARD)) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            long heap = Machine.heap() - before;
            results.line(
                    "%,d entries, journal %,d MiB: started in %.1f s; the state takes %,d MiB of heap, %d bytes an"
                            + " entry.",
                    next, Files.size(record.resolve("journal")) >> 20, seconds, heap >> 20, heap / next);
            if (running.engine().world().next() < next) throw new IllegalStateException("entries are missing");
            results.line("");
            targeted.most("seconds to start", seconds, START_MAX_S);
        }
    }

    /** A record with so many entries and a snapshot not long before its end; gives the next index. */
    private long filled(Path record) throws IOException {
        try (Running running = new Running(record, RULES, new Settings(4096, 1024, entries / 10))) {
            Crowd crowd = new Crowd(RULES, KEYS);
            crowd.opening().forEach(note -> running.tell(note).join());
            int rounds = (int) (entries / KEYS / each) + 1;
            for (int i = 0; i < rounds; i++) new Load(running, crowd.lines(each), WINDOW * 8).run();
            return running.engine().world().next();
        }
    }
}
