package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tansiq.core.Bytes;

@Timeout(60)
class HttpServerTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Handler NOBODY = _ -> {
        throw new IllegalStateException("nobody asks");
    };

    @Test
    void aPortThatIsTakenIsRefused() {
        try (HttpServer first = HttpServer.start(new InetSocketAddress(HERE, 0), NOBODY)) {
            InetSocketAddress taken = new InetSocketAddress(HERE, first.port());
            assertThatIllegalStateException()
                    .isThrownBy(() -> HttpServer.start(taken, NOBODY).close());
        }
    }

    /** It answers when nobody else can come any more: by then the server is on its way to its end. */
    @Test
    void whoAskedBeforeItStopsIsAnswered() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        Handler slow = _ -> {
            asked.countDown();
            awaited(answers);
            return new Response.Whole(200, "text/plain", List.of(), Bytes.of("hello"));
        };
        HttpServer server = HttpServer.start(new InetSocketAddress(HERE, 0), slow);
        try (Wire wire = new Wire(server.port())) {
            wire.send("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
            asked.await();
            Thread closing = Thread.startVirtualThread(server::close);
            untilItListensNoMore(server.port());
            answers.countDown();
            assertThat(wire.reply()).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nhello");
            closing.join();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void untilItListensNoMore(int port) throws IOException, InterruptedException {
        while (listens(port)) if (Thread.interrupted()) throw new InterruptedException("it listens on");
    }

    private static boolean listens(int port) throws IOException {
        try (Wire _ = new Wire(port)) {
            return true;
        } catch (SocketException _) {
            return false;
        }
    }
}
