package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.tansiq.core.Bytes;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.Sha256;

/** Reads streams until each kind of event has come, and compares all of them with the description. */
final class StreamTour {
    private static final String STREAM = "/api/v1/stream";
    private static final PartyId A = new PartyId("a");
    private static final long PATIENCE = 20; // Seconds.

    private final Scene scene;
    private final House house;
    private final Described described;

    StreamTour(Scene scene, Described described) {
        this.scene = scene;
        this.house = scene.house;
        this.described = described;
    }

    private long count() {
        return house.engine.world().inbox(A).count();
    }

    // --- over a socket ---

    private HttpResponse<InputStream> opened(String token, String more) throws Exception {
        HttpRequest.Builder call = house.to(STREAM + more)
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(PATIENCE));
        HttpResponse<InputStream> reply = house.client.send(call.build(), HttpResponse.BodyHandlers.ofInputStream());
        described.compare(Exchange.of(STREAM, reply));
        return reply;
    }

    /** The next event that is no comment, compared; empty where there is none. */
    private String event(BufferedReader from) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = from.readLine(); line != null && !line.isEmpty(); line = from.readLine())
            if (!line.startsWith(":")) lines.add(line);
        String event = String.join("\n", lines);
        if (!event.isEmpty()) described.event(event);
        return event;
    }

    /** From the first state until the key is revoked. */
    void live() throws Exception {
        String token = house.login(scene.watcher);
        HttpResponse<InputStream> reply = opened(token, "?from=" + (count() - 1));
        try (BufferedReader stream = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8))) {
            assertThat(event(stream)).startsWith("event: state\n");
            assertThat(event(stream)).startsWith("id: ");
            scene.said(house.headOfA.says(new PartyCommand.Revoke(scene.watcher.signer.key(), "lost")));
            String last = "";
            for (String event = event(stream); !event.isEmpty(); event = event(stream)) last = event;
            assertThat(last).startsWith("event: end\n");
        }
    }

    void tooMany(Caller caller) throws Exception {
        String token = house.login(house.planner);
        List<InputStream> open = new ArrayList<>();
        for (int i = 0; i < Streams.PER_KEY_MAX; i++) open.add(opened(token, "").body());
        caller.get(STREAM, token);
        for (InputStream stream : open) stream.close();
    }

    // --- by a clock that the tour moves ---

    /** What goes out to one stream, on feeds of its own. */
    private final class Client implements AutoCloseable {
        private final Feeds feeds;
        private final LinkedBlockingQueue<String> got = new LinkedBlockingQueue<>();
        private final CountDownLatch reads = new CountDownLatch(1);
        private final AtomicBoolean stands = new AtomicBoolean(true);
        private final Thread thread;

        Client(AtomicLong clock) {
            feeds = new Feeds(house.engine, clock::get);
            Streams streams = new Streams(house.engine, feeds, /* behind= */ 3, /* silence= */ 15_000);
            Response.Events events = streams.open(Sha256.of(Bytes.of("key")), A, count(), stands::get);
            thread = Thread.startVirtualThread(() -> {
                try (events) {
                    events.running().run(this::wrote);
                } catch (IOException | InterruptedException e) {
                    got.add(e.toString());
                }
            });
        }

        private void wrote(Bytes some) {
            for (String event : some.text().split("\n\n", -1)) {
                if (event.isEmpty() || event.startsWith(":")) continue;
                described.event(event);
                got.add(event);
            }
            waiting(reads::await);
        }

        void await(String part) throws InterruptedException {
            String event = "";
            while (!event.contains(part)) {
                String next = got.poll(PATIENCE, TimeUnit.SECONDS);
                assertThat(next).as("an event with " + part).isNotNull();
                event = next == null ? part : next;
            }
        }

        @Override
        public void close() {
            reads.countDown();
            stands.set(false);
            feeds.end();
            waiting(() -> thread.join(Duration.ofSeconds(PATIENCE)));
        }
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private static void waiting(Waiting what) {
        try {
            what.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void timed() throws Exception {
        AtomicLong clock = new AtomicLong(house.engine.world().at());
        try (Client client = new Client(clock)) {
            client.await("event: state");
            for (int i = 0; i < 4; i++) scene.said(house.headOfB.says(House.desk("line " + i)));
            boolean more = true;
            while (more) more = client.feeds.step();
            client.reads.countDown();
            client.await("event: resync");
            for (long minutes : List.of(106, 121, 186)) {
                clock.set(scene.now + minutes * Scene.MINUTE);
                client.feeds.tick();
            }
            for (String what : List.of("about-to-start", "started", "over")) client.await(what);
        }
        // What is many is about to start; it runs; nothing but what has no end is left.
        for (long at :
                List.of(scene.later - 10 * Scene.MINUTE, scene.later + Scene.MINUTE, scene.now + 49 * Scene.HOUR)) {
            clock.set(at);
            try (Client client = new Client(clock)) {
                client.await("event: state");
            }
        }
    }
}
