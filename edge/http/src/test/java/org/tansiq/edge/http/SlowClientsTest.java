package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Bytes;
import org.tansiq.wire.Submission;

/**
 * Clients that are slow, stuck or many, against limits of a fraction of a second: each is cut, nobody else
 * is.
 */
@Timeout(60)
class SlowClientsTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final String GET = "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n";

    private static final Handler HELLO = _ -> new Response.Whole(200, "text/plain", List.of(), Bytes.of("hello"));

    private static HttpServer server(Handler handler, HttpServer.Limits limits) {
        return HttpServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), handler, limits);
    }

    private static HttpServer.Limits limits(Duration first, Duration idle, Duration read, Duration write) {
        return new HttpServer.Limits(8192, first, idle, read, write, 16 << 20);
    }

    @Test
    void aConnectionOnWhichNothingComesIsCut() throws Exception {
        try (HttpServer server = server(HELLO, limits(SHORT, LONG, LONG, LONG));
                Wire silent = new Wire(server.port());
                Wire other = new Wire(server.port())) {
            assertThat(other.send(GET).reply()).contains("200 OK");
            assertThat(silent.rest()).isEmpty();
            assertThat(other.send(GET).reply()).contains("200 OK");
        }
    }

    @Test
    void aConnectionThatIsDoneIsCut() throws Exception {
        try (HttpServer server = server(HELLO, limits(LONG, SHORT, LONG, SHORT));
                Wire done = new Wire(server.port())) {
            assertThat(done.send(GET).reply()).contains("200 OK");
            assertThat(done.rest()).isEmpty();
        }
    }

    /** Each byte comes soon after the one before, and there is no end of them. */
    @Test
    void aHeadThatComesDripByDripIsCut() throws Exception {
        try (HttpServer server = server(HELLO, limits(SHORT, LONG, SHORT, LONG));
                Wire drip = new Wire(server.port())) {
            drip.send("GET /healthz HTTP/1.1\r\nX: ");
            Thread drops = drops(drip);
            assertThat(drip.rest()).isEmpty();
            drops.interrupt();
        }
    }

    @Test
    void aBodyThatComesDripByDripIsCut() throws Exception {
        try (HttpServer server = server(HELLO, limits(SHORT, LONG, SHORT, LONG));
                Wire drip = new Wire(server.port())) {
            drip.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 500000\r\n\r\n");
            Thread drops = drops(drip);
            assertThat(drip.rest()).isEmpty();
            drops.interrupt();
        }
    }

    private static Thread drops(Wire to) {
        CountDownLatch never = new CountDownLatch(1);
        return Thread.startVirtualThread(() -> {
            try {
                while (!never.await(20, TimeUnit.MILLISECONDS)) to.send("a");
            } catch (IOException | InterruptedException _) {
                never.countDown(); // Cut, as it should be.
            }
        });
    }

    @Test
    void aClientThatReadsNothingIsCutAndItsStreamGivesItsPlaceBack() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Bytes much = Bytes.of("a".repeat(8 << 10));
        Handler endless = _ -> new Response.Events(
                out -> {
                    while (true) out.write(much);
                },
                closed::countDown);
        HttpServer.Limits limits = limits(LONG, LONG, LONG, SHORT);
        try (HttpServer server = server(endless, limits);
                Wire stuck = new Wire(server.port())) {
            stuck.send(GET);
            assertThat(closed.await(55, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** An answer that takes its time is not the client's fault. */
    @Test
    void whoWaitsForAnAnswerIsNotCut() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        Handler slow = request -> {
            if (request.path().equals(List.of("slow"))) awaited(cut);
            return HELLO.handle(request);
        };
        try (HttpServer server = server(slow, limits(LONG, SHORT, LONG, SHORT));
                Wire waits = new Wire(server.port());
                Wire done = new Wire(server.port())) {
            waits.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(done.send(GET).reply()).contains("200 OK");
            assertThat(done.rest()).isEmpty();
            cut.countDown();
            assertThat(waits.reply()).contains("200 OK");
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void bodiesHaveRoomForSoManyBytesAltogether() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        Handler slow = new Handler() {
            @Override
            public Response handle(Request request) {
                if (!request.body().equals(Bytes.of(""))) {
                    held.countDown();
                    awaited(go);
                }
                return HELLO.handle(request);
            }
        };
        String post = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabcdef";
        try (HttpServer server = server(slow, new HttpServer.Limits(8192, LONG, LONG, LONG, LONG, 20));
                Wire one = new Wire(server.port());
                Wire two = new Wire(server.port());
                Wire three = new Wire(server.port())) {
            one.send(post);
            assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(two.send(post).reply()).startsWith("HTTP/1.1 503 ");
            assertThat(three.send(GET).reply()).startsWith("HTTP/1.1 200 ");
            go.countDown();
            assertThat(one.reply()).startsWith("HTTP/1.1 200 ");
            assertThat(three.send(post).reply()).startsWith("HTTP/1.1 200 ");
        }
    }

    /** It may stand for hours. */
    @Test
    void aStreamThatWasOpenedWithABodyHoldsNoRoom() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Handler streams = request -> request.path().equals(List.of("stream"))
                ? new Response.Events(
                        out -> {
                            out.write(Bytes.of("event: state\n\n"));
                            over.await();
                        },
                        () -> {})
                : HELLO.handle(request);
        String body = " HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabcdef";
        try (HttpServer server = server(streams, new HttpServer.Limits(8192, LONG, LONG, LONG, LONG, 20));
                Wire stream = new Wire(server.port());
                Wire other = new Wire(server.port())) {
            assertThat(stream.send("POST /stream" + body).until("event: state")).startsWith("HTTP/1.1 200 ");
            assertThat(other.send("POST /a" + body).reply()).startsWith("HTTP/1.1 200 ");
            over.countDown();
        }
    }

    @Test
    void oneNetworkHasHalfOfTheRoomForBodies() {
        Bodies bodies = new Bodies(20);
        assertThat(bodies.take("a", 6)).isTrue();
        assertThat(bodies.take("a", 6)).isFalse();
        assertThat(bodies.take("b", 10)).isTrue();
        assertThat(bodies.take("c", 5)).isFalse();
        bodies.give("a", 6);
        assertThat(bodies.take("c", 10)).isTrue();
        bodies.give("b", 10);
        bodies.give("c", 10);
        assertThat(bodies.take("a", 10)).isTrue();
    }

    /** Bodies that were announced and never came, of far more bytes than there is room for. */
    @Test
    void whoAnnouncesABodyKeepsNobodyOut() throws Exception {
        String announced = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: " + Request.BODY_MAX + "\r\n\r\n";
        List<Wire> crowd = new ArrayList<>();
        try (HttpServer server =
                        server(HELLO, new HttpServer.Limits(8192, LONG, LONG, LONG, LONG, 4 * Request.BODY_MAX));
                Wire wire = new Wire(server.port())) {
            for (int i = 0; i < 16; i++) crowd.add(new Wire(server.port()).send(announced));
            String post = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabcdef";
            for (int i = 0; i < 16; i++) assertThat(wire.send(post).reply()).startsWith("HTTP/1.1 200 ");
        } finally {
            for (Wire one : crowd) one.close();
        }
    }

    /**
     * Far more connections than there is room for, all silent and none of them cut for its time: whoever
     * comes is served at once, a stream that stood before them goes on, and what was accepted is there.
     */
    @Test
    void aCrowdKeepsNobodyOutAndEndsNoStream(@TempDir Path folder) throws Exception {
        HttpServer.Limits small = new HttpServer.Limits(64, LONG, LONG, LONG, LONG, 16 << 20);
        List<Wire> crowd = new ArrayList<>();
        try (House house = new House(folder, small);
                Wire stream = new Wire(house.port())) {
            stream.send("GET /api/v1/stream HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + house.login(house.planner)
                    + "\r\n\r\n");
            assertThat(stream.reply()).startsWith("HTTP/1.1 200 ");
            for (int i = 0; i < 500; i++) crowd.add(new Wire(house.port()));
            Submission said = house.headOfA.says(House.desk("line 2"));
            assertThat(house.post(said).statusCode()).isEqualTo(201);
            assertThat(stream.until("event: delivery")).contains("line 2");
            for (int i = 0; i < 500; i++) crowd.add(new Wire(house.port()));
            try (Wire last = new Wire(house.port())) {
                assertThat(last.send(GET).reply()).startsWith("HTTP/1.1 200 ");
            }
            long index = house.engine.world().next() - 1;
            assertThat(house.engine.entry(index).submission()).contains(said);
        } finally {
            for (Wire wire : crowd) wire.close();
        }
    }

    /** Only who is known keeps a place by not reading the answer. */
    @Test
    void whoDoesNotReadKeepsNobodyOut() throws Exception {
        String much = "a".repeat(8 << 20);
        Handler large = request -> request.path().equals(List.of("much"))
                ? new Response.Whole(200, "text/plain", List.of(), Bytes.of(much))
                : HELLO.handle(request);
        HttpServer.Limits small = new HttpServer.Limits(8, LONG, LONG, LONG, LONG, 16 << 20);
        List<Wire> stuck = new ArrayList<>();
        try (HttpServer server = server(large, small)) {
            for (int i = 0; i < 20; i++)
                stuck.add(new Wire(server.port()).send("GET /much HTTP/1.1\r\nHost: h\r\n\r\n"));
            try (Wire other = new Wire(server.port())) {
                assertThat(other.send(GET).reply()).startsWith("HTTP/1.1 200 ");
            }
            for (Wire wire : stuck) wire.close();
        }
    }
}
