package org.tansiq.bench.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.bench.Machine;
import org.tansiq.bench.Results;
import org.tansiq.bench.Volumes;
import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.engine.Settings;
import org.tansiq.geometry.Window;
import org.tansiq.ledger.Sha256;

/**
 * Declarations to a durable record in which many are active already, in process, beside notes that say how a
 * desk is reached, to the same kind of record in the same run.
 */
public final class DeclareBench {
    private static final int KEYS = 64;
    private static final int UNANSWERED = 2;
    private static final Hash RULES = Sha256.of(Bytes.of("bench"));
    private static final double SHARE_MIN = 0.75;
    private static final double OFTEN_MAX_MS = 50;
    private static final int OFTEN = 300;
    private static final int ROUNDS = 5;
    private static final int WARMING = 3; // As many until the compiler is done with both kinds of notes.

    private final Results results;
    private final Targeted targeted;
    private final int active;
    private final int each;
    private final long now = Window.micros(Instant.now());

    /**
     * {@code active}: declarations that stand before anything is measured, at least those of the rounds that
     * warm up; {@code each}: of each key in a round.
     */
    public DeclareBench(Results results, int active, int each) {
        this.results = results;
        this.targeted = new Targeted(results);
        this.active = active;
        this.each = each;
    }

    /** Whether all goals are met. */
    public boolean run() throws IOException {
        results.line("# Declarations");
        results.line("");
        results.line("`./tansiq bench declare`. %s. Load at the start: %.2f.", Machine.described(), Machine.load());
        Path folder = Files.createTempDirectory("tansiq-bench");
        try {
            int measured = ROUNDS * KEYS * each;
            List<Command> plans = Plans.week(active + measured, now);
            rounds(folder, plans);
            new Stages(results, RULES).declaring(plans.subList(0, active), plans.subList(active, active + measured));
            often(plans.subList(0, active));
        } finally {
            Folders.delete(folder);
        }
        return targeted.met();
    }

    private void rounds(Path folder, List<Command> plans) throws IOException {
        results.heading("Signed declarations, " + KEYS + " keys of two parties, durable, in process");
        Crowd crowd = new Crowd(RULES, KEYS);
        Crowd desks = new Crowd(RULES, KEYS);
        try (Running running = new Running(folder.resolve("declared"), RULES, Settings.STANDARD);
                Running other = new Running(folder.resolve("desks"), RULES, Settings.STANDARD)) {
            crowd.opening().forEach(note -> running.tell(note).join());
            desks.opening().forEach(note -> other.tell(note).join());
            int warming = WARMING * KEYS * each;
            int begun = active - warming;
            new Load(running, crowd.lines(plans.subList(0, begun)), 8 * UNANSWERED).run();
            for (int from = begun; from < active; from += KEYS * each) {
                new Load(other, desks.lines(each), UNANSWERED).run();
                new Load(running, crowd.lines(plans.subList(from, from + KEYS * each)), UNANSWERED).run();
            }
            results.line(
                    "The last %,d of what stands were said in %d rounds that warm up, with as many desk notes between;"
                            + " they are not in the table.",
                    warming, WARMING);
            said(running.engine().world().airspace());
            results.table(
                    "round",
                    "bytes of a note and its sections",
                    "desk notes/s",
                    "declarations/s",
                    "share",
                    "p50 ms",
                    "p99 ms");
            List<Double> shares = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                int from = active + (round - 1) * KEYS * each;
                List<List<Bytes>> notes = desks.lines(each);
                List<List<Bytes>> lines = crowd.lines(plans.subList(from, from + KEYS * each));
                double rate = new Load(other, notes, UNANSWERED).run();
                Load load = new Load(running, lines, UNANSWERED);
                double declared = load.run();
                shares.add(declared / rate);
                row(round, Load.size(lines.getFirst().getFirst()), rate, declared, load);
            }
            results.line("");
            targeted.least("share of the rate of desk notes, median of rounds", Targeted.median(shares), SHARE_MIN);
            said(running.engine().world().airspace());
        }
    }

    private void row(int round, int size, double desks, double rate, Load load) {
        results.row(List.of(
                "" + round,
                "" + size,
                Results.number(desks),
                Results.number(rate),
                Results.number(rate / desks),
                Results.number(load.millis(0.5)),
                Results.number(load.millis(0.99))));
    }

    private void said(Airspace airspace) {
        results.line("");
        results.line(
                "%,d declarations stand, and %,d conflicts.",
                airspace.declared().size(), airspace.conflicts().size());
        results.line("");
    }

    private void often(List<Command> plans) {
        results.heading("One declaration of " + OFTEN + " windows among " + Results.number(plans.size()));
        List<Command> often = Volumes.week(active).subList(0, 100).stream()
                .map(volume -> Plans.often(volume, OFTEN, now))
                .toList();
        double[] millis = new Stages(results, RULES).decided(plans, often);
        results.line(
                "Decided and applied in %.2f ms at the median of %d different ones, %.2f ms at most.",
                millis[millis.length / 2], millis.length, millis[millis.length - 1]);
        results.line("");
        targeted.most("milliseconds to decide", millis[millis.length - 1], OFTEN_MAX_MS);
    }
}
