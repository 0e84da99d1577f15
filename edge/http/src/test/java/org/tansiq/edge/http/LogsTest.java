package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Hash;
import org.tansiq.ledger.LoginText;

/** No secret and no body stands in any line of any log, even where everything is logged that can be. */
@Timeout(60)
class LogsTest {
    /** Whatever is logged, as it would be written. */
    private static final class Heard extends Handler {
        final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        private final SimpleFormatter form = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName() + " " + form.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Heard heard = new Heard();

    @BeforeEach
    void hear() {
        heard.setLevel(Level.ALL);
        root.setLevel(Level.FINEST);
        root.addHandler(heard);
    }

    @AfterEach
    void deaf() {
        root.removeHandler(heard);
        root.setLevel(before);
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static String body(String reply) {
        return reply.substring(reply.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void noSecretAndNoBodyIsLogged(@TempDir Path folder) throws Exception {
        List<String> secrets;
        try (House house = new House(folder);
                Wire wire = new Wire(house.port())) {
            String challenge =
                    House.field(body(wire.send(post("/api/v1/challenges", "{}")).reply()), "challenge");
            String login = LoginText.sign(house.theatre, Hash.parse(challenge).orElseThrow(), house.planner.signer)
                    .text();
            String opened = wire.send(post(
                            "/api/v1/sessions",
                            new Fields().put("login", login).json().text()))
                    .reply();
            String token = House.field(body(opened), "token");
            String note = house.headOfA.says(House.desk("hidden line")).line().text();
            assertThat(wire.send(post("/api/v1/notes", note)).reply()).startsWith("HTTP/1.1 201 ");
            assertThat(wire.send(post("/api/v1/notes", note.replace("hidden line", "hidden fine")))
                            .reply())
                    .startsWith("HTTP/1.1 400 ");
            String asks = " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + token + "\r\n";
            assertThat(wire.send("GET /api/v1/inbox" + asks + "\r\n").reply()).contains("hidden line");
            String bad = "GET /api/v1/stream" + asks + "Transfer-Encoding: chunked\r\n\r\n";
            assertThat(wire.send("GET /api/v1/stream" + asks + "Last-Event-ID: 0\r\n\r\n")
                            .reply())
                    .contains("text/event-stream");
            try (Wire other = new Wire(house.port())) {
                assertThat(other.send(bad).rest()).startsWith("HTTP/1.1 400 ");
            }
            String signature = login.strip().substring(login.strip().lastIndexOf(' ') + 1);
            secrets = List.of(challenge, token, signature, "hidden line", "hidden fine", "salt");
        }
        assertThat(heard.lines).isNotEmpty();
        assertThat(heard.lines).anyMatch(line -> line.startsWith("io.helidon"));
        for (String secret : secrets) {
            String part = secret.substring(0, Math.min(12, secret.length())); // A dump may break lines.
            assertThat(heard.lines).noneMatch(line -> line.contains(part));
        }
    }
}
