package org.tansiq.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.bench.Results;
import org.tansiq.bench.record.Crowd;
import org.tansiq.bench.record.Load;
import org.tansiq.bench.record.Plans;
import org.tansiq.bench.record.Running;
import org.tansiq.bench.record.Targeted;
import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.geometry.Window;

/**
 * Declarations to a server, and the same notes to an engine in process, on two copies of one record: the rate
 * of the one is a share of the other's in the same run.
 */
final class Loopback {
    private static final int KEYS = 64;
    private static final int UNANSWERED = 2;
    private static final int WARM = 3; // Rounds before the first that counts.
    private static final int ROUNDS = 5;
    private static final int ALONE = 300;
    private static final double SHARE_MIN = 0.40;
    private static final double P99_MAX_MS = 100;
    private static final double COST_MAX_MICROS = 350;
    private static final double ALONE_MAX_MS = 10;

    private final Results results;
    private final Targeted targeted;
    private final Path folder;
    private final Crowd crowd;
    private final int each;
    private List<Command> plans = List.of();

    /** {@code each}: declarations of each connection in a round. */
    Loopback(Results results, Targeted targeted, Path folder, int each) throws IOException {
        this.results = results;
        this.targeted = targeted;
        this.folder = folder;
        this.each = each;
        this.crowd = new Crowd(Records.rules(), KEYS);
    }

    /** {@code active}: declarations that stand before. */
    void run(int active) throws IOException {
        plans = Plans.week(active + (WARM + ROUNDS + 1) * KEYS * each + ALONE, Window.micros(Instant.now()));
        Path served = folder.resolve("served");
        Path own = folder.resolve("own");
        Records.make(own, crowd, () -> crowd.lines(next(active)), 8 * UNANSWERED);
        Records.copy(own, served);
        try (Running running = Records.open(own);
                Served server = Served.start(served);
                Replay replay = new Replay(server.port(), KEYS)) {
            rounds(running, server, replay, active);
            new Stages(results, server, folder).table(KEYS * each, () -> replay.run(notes()));
            alone(server);
        }
    }

    private List<Command> next(int count) {
        List<Command> next = plans.subList(0, count);
        plans = plans.subList(count, plans.size());
        return next;
    }

    private List<List<Bytes>> notes() {
        return crowd.lines(next(KEYS * each));
    }

    private void rounds(Running running, Served server, Replay replay, int active) throws IOException {
        results.heading("Signed declarations, %d connections and keys, durable, %s active before"
                .formatted(KEYS, Results.number((double) active)));
        results.line(
                "%d rounds of %s to warm up, then these. In process: the same notes, a copy of the record.",
                WARM, Results.number((double) KEYS * each));
        results.line("");
        results.table(
                "round",
                "in process/s",
                "over HTTP/s",
                "share",
                "p50 ms",
                "p99 ms",
                "server: µs of CPU each",
                "measuring: µs of CPU each");
        List<Double> shares = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int i = 1 - WARM; i <= ROUNDS; i++) {
            List<List<Bytes>> notes = notes();
            double rate = new Load(running, notes, UNANSWERED).run();
            Round round = Round.of(server, replay, notes, () -> {});
            if (i < 1) continue;
            shares.add(round.perSecond() / rate);
            tails.add(round.ran().millis(0.99));
            costs.add(round.server());
            results.row(List.of(
                    "" + i,
                    Results.number(rate),
                    Results.number(round.perSecond()),
                    Results.number(shares.getLast()),
                    Results.number(round.ran().millis(0.5)),
                    Results.number(tails.getLast()),
                    Results.number(round.server()),
                    Results.number(round.own())));
        }
        results.line("");
        targeted.least("share of the rate in process, median of rounds", Targeted.median(shares), SHARE_MIN);
        targeted.most("p99 in ms, median of rounds", Targeted.median(tails), P99_MAX_MS);
        targeted.most("µs of the server's CPU, median of rounds", Targeted.median(costs), COST_MAX_MICROS);
    }

    private void alone(Served server) throws IOException {
        results.heading("One client alone");
        try (Replay one = new Replay(server.port(), 1)) {
            Replay.Ran ran = one.run(crowd.lines(next(ALONE), List.of(0)));
            results.line("Median %.2f ms, p99 %.2f ms of %d.", ran.millis(0.5), ran.millis(0.99), ALONE);
            results.line("");
            targeted.most("ms at the median", ran.millis(0.5), ALONE_MAX_MS);
        }
        results.line("The server has %s MiB resident then.", Results.number(server.residentMib()));
    }
}
