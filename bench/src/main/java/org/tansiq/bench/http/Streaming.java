package org.tansiq.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tansiq.bench.Results;
import org.tansiq.bench.record.Crowd;
import org.tansiq.bench.record.Targeted;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.geometry.Window;

/**
 * Declarations that each reach two of a hundred parties, without anybody who listens and with a stream
 * open at each of ten desks of every party, by turns.
 */
final class Streaming {
    private static final int PARTIES = 100;
    private static final int DESKS = 10;
    private static final int KEYS = 64;
    private static final int TOLD = 2;
    private static final int UNANSWERED = 4;
    private static final int WARM = 2;
    private static final int ROUNDS = 3;
    private static final double LEFT_MIN = 2.0 / 3;

    // Desks belong to the parties in turn: those of odd ones have what stands, those of even ones declare.
    private static final List<Integer> STANDING =
            IntStream.range(0, PARTIES * DESKS / 2).mapToObj(i -> 2 * i + 1).toList();
    private static final List<Integer> DECLARING =
            IntStream.range(0, KEYS).mapToObj(i -> 2 * i).toList();

    private final Results results;
    private final Targeted targeted;
    private final Path folder;
    private final Crowd crowd;
    private final int each;
    private final long now = Window.micros(Instant.now());
    private int next;

    /** {@code each}: declarations of each connection in a round. */
    Streaming(Results results, Targeted targeted, Path folder, int each) throws IOException {
        this.results = results;
        this.targeted = targeted;
        this.folder = folder;
        this.each = each;
        this.crowd = new Crowd(Records.rules(), PARTIES, PARTIES * DESKS);
    }

    /** {@code active}: declarations that stand before. */
    void run(int active) throws IOException {
        if (active < (2 * (WARM + ROUNDS) + 1) * KEYS * each) throw new IllegalArgumentException("active " + active);
        Path served = folder.resolve("streaming");
        Records.make(served, crowd, () -> crowd.lines(Pairs.discs(0, active, now), STANDING), UNANSWERED);
        try (Served server = Served.start(served);
                Replay replay = new Replay(server.port(), KEYS)) {
            rounds(server, replay);
        }
    }

    private List<List<Bytes>> notes() {
        int from = next;
        next += KEYS * each;
        return crowd.lines(Pairs.discs(from, KEYS * each, now), DECLARING);
    }

    private void rounds(Served server, Replay replay) throws IOException {
        results.heading("The same beside %,d event streams".formatted(PARTIES * DESKS));
        results.line(
                "%d parties of %d desks, each declaration reaches two parties; %d rounds of both to warm up. With",
                PARTIES, DESKS, WARM);
        results.line(
                "streams a round ends when all of them have all, which is read by one thread of whoever measures.");
        results.line("");
        results.table(
                "round",
                "without/s",
                "with/s",
                "share",
                "p99 ms without",
                "p99 ms with",
                "last event after ms",
                "server: µs of CPU each, without",
                "with",
                "measuring, with");
        List<String> tokens = tokens(server.port());
        List<Double> shares = new ArrayList<>();
        for (int i = 1 - WARM; i <= ROUNDS; i++) {
            Round without = Round.of(server, replay, notes(), () -> {});
            try (Listeners listeners = new Listeners(server.port(), tokens)) {
                Round heard = Round.of(server, replay, notes(), () -> waited(listeners));
                if (i < 1) continue;
                shares.add(heard.perSecond() / without.perSecond());
                row(i, without, heard, shares.getLast());
            }
        }
        results.line("");
        try (Listeners listeners = new Listeners(server.port(), tokens)) {
            new Stages(results, server, folder).table(KEYS * each, () -> {
                replay.run(notes());
                waited(listeners);
            });
        }
        targeted.least("share of the rate without streams, median of rounds", Targeted.median(shares), LEFT_MIN);
    }

    private void waited(Listeners listeners) {
        try {
            listeners.await((long) KEYS * each * TOLD * DESKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(int number, Round without, Round heard, double share) {
        results.row(List.of(
                "" + number,
                Results.number(without.perSecond()),
                Results.number(heard.perSecond()),
                Results.number(share),
                Results.number(without.ran().millis(0.99)),
                Results.number(heard.ran().millis(0.99)),
                Results.number(heard.late() * 1000),
                Results.number(without.server()),
                Results.number(heard.server()),
                Results.number(heard.own())));
    }

    /** A session for every desk key. */
    private List<String> tokens(int port) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (Caller caller = new Caller(port)) {
            for (int key = 0; key < PARTIES * DESKS; key++) {
                String challenge = caller.posted("/api/v1/challenges", Bytes.of("{}"), "challenge");
                Bytes signed = crowd.login(key, Hash.parse(challenge).orElseThrow());
                String login = "{\"login\":\"" + signed.text().replace("\n", "\\n") + "\"}";
                tokens.add(caller.posted("/api/v1/sessions", Bytes.of(login), "token"));
            }
        }
        return tokens;
    }
}
