package org.tansiq.bench.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private final Results results;
    private final Targeted targeted;
    private final int active;
    private final int each;
    private final long now = Window.micros(Instant.now());

    /**
     * {@code active}: declarations that stand before anything is measured; {@code each}: of each key in a
     * round.
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
            rounds(folder.resolve("warming"), plans); // Until the compiler is done with both kinds of notes.
            tell(rounds(folder.resolve("measured"), plans));
            new Stages(results, RULES).declaring(plans.subList(0, active), plans.subList(active, active + measured));
            often(plans.subList(0, active));
        } finally {
            Folders.delete(folder);
        }
        return targeted.met();
    }

    private record Round(int size, double desks, double declared, Load load) {
        double share() {
            return declared / desks;
        }
    }

    private record Measured(String before, List<Round> rounds, String after) {}

    private Measured rounds(Path folder, List<Command> plans) throws IOException {
        Crowd crowd = new Crowd(RULES, KEYS);
        Crowd desks = new Crowd(RULES, KEYS);
        try (Running running = new Running(folder.resolve("declared"), RULES, Settings.STANDARD);
                Running other = new Running(folder.resolve("desks"), RULES, Settings.STANDARD)) {
            crowd.opening().forEach(note -> running.tell(note).join());
            desks.opening().forEach(note -> other.tell(note).join());
            new Load(running, crowd.lines(plans.subList(0, active)), 8 * UNANSWERED).run();
            String before = standing(running.engine().world().airspace());
            List<Round> rounds = new ArrayList<>();
            for (int from = active; from < plans.size(); from += KEYS * each) {
                List<List<Bytes>> notes = desks.lines(each);
                List<List<Bytes>> lines = crowd.lines(plans.subList(from, from + KEYS * each));
                double rate = timed(new Load(other, notes, UNANSWERED));
                Load load = new Load(running, lines, UNANSWERED);
                double declared = timed(load);
                rounds.add(new Round(Load.size(lines.getFirst().getFirst()), rate, declared, load));
            }
            return new Measured(
                    before, rounds, standing(running.engine().world().airspace()));
        }
    }

    // What preparing the notes left behind is no cost of the engine.
    private static double timed(Load load) {
        System.gc();
        return load.run();
    }

    private static String standing(Airspace airspace) {
        return String.format(
                Locale.ROOT,
                "%,d declarations stand, and %,d conflicts.",
                airspace.declared().size(),
                airspace.conflicts().size());
    }

    private void tell(Measured measured) {
        results.heading("Signed declarations, " + KEYS + " keys of two parties, durable, in process");
        results.line("All of this ran before on records of its own, to warm up, and is left out. The collector runs"
                + " before each part, so that what preparing it left is not counted.");
        results.line("");
        results.line("%s", measured.before);
        results.line("");
        results.table(
                "round",
                "bytes of a note and its sections",
                "desk notes/s",
                "declarations/s",
                "share",
                "p50 ms",
                "p99 ms");
        for (Round round : measured.rounds) row(measured.rounds.indexOf(round) + 1, round);
        results.line("");
        List<Double> shares =
                new ArrayList<>(measured.rounds.stream().map(Round::share).toList());
        targeted.least("share of the rate of desk notes, median of rounds", Targeted.median(shares), SHARE_MIN);
        results.line("");
        results.line("%s", measured.after);
    }

    private void row(int number, Round round) {
        results.row(List.of(
                "" + number,
                "" + round.size,
                Results.number(round.desks),
                Results.number(round.declared),
                Results.number(round.share()),
                Results.number(round.load.millis(0.5)),
                Results.number(round.load.millis(0.99))));
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
