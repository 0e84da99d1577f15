package org.tansiq.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.app.Ran;
import org.tansiq.app.Stage;
import org.tansiq.app.check.Exit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The listener of counts that {@code serve --metrics-port} opens beside the server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class MetricsPortTest {
    @TempDir
    static Path folder;

    private static Path record = Path.of("");

    @BeforeAll
    static void found() throws IOException {
        record = Stage.in(folder).resolve("record");
    }

    private static Ran refused(String... options) {
        String[] command = {"serve", "--data", record.toString(), "--metrics-port", options[0], "--listen", options[1]};
        Ran ran = Ran.now(command);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        return ran;
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1         | -1
            65536      | 65,536
            2147483647 | 2,147,483,647
            """)
    void aPortThatIsNoneIsRefused(String value, String shown) {
        assertThat(refused(value, "127.0.0.1:0").err()).contains("--metrics-port: " + shown, "0 to 65,535");
    }

    @Test
    void aPortThatIsTakenIsRefusedBeforeAnythingIsServed() throws IOException {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        try (ServerSocket taken = new ServerSocket(0, 1, here)) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(refused(port, "127.0.0.1:0").err()).contains("--metrics-port", "127.0.0.1:" + port, "in use");
            assertThat(refused(port, "127.0.0.1:" + port).err()).contains("--metrics-port");
            assertThat(refused("0", "127.0.0.1:" + port).err())
                    .contains("--listen", "127.0.0.1:" + port, "in use")
                    .doesNotContain("--metrics-port");
        }
    }

    @Test
    void countsAreOnTheirOwnLoopbackWhateverIsListenedOn() throws Exception {
        try (ServeProcess server =
                new ServeProcess(record, "--listen", "127.0.0.2:0", "--metrics-port", "0", "--json")) {
            JsonNode ready = new JsonMapper().readTree(server.ready());
            assertThat(ready.propertyNames()).containsExactly("listening", "metrics");
            URI calls = URI.create(ready.path("listening").asString());
            URI counts = URI.create(ready.path("metrics").asString());
            assertThat(calls.getHost()).isEqualTo("127.0.0.2");
            assertThat(counts.getHost()).isEqualTo("127.0.0.1");
            assertThat(counts.getPort()).isPositive().isNotEqualTo(calls.getPort());
            assertThat(get(calls.resolve("/api/v1/theatre").toString()).statusCode())
                    .isEqualTo(200);
            assertThat(get(counts.toString()).body())
                    .contains("tansiq_calls_total{call=\"theatre\",status=\"2xx\"} 1.0\n")
                    .contains("tansiq_entries ", "tansiq_heap_bytes ", "tansiq_uptime_seconds ");
            assertThat(get(calls.resolve("/metrics").toString()).statusCode()).isEqualTo(404);
            assertThat(connects("127.0.0.2", counts.getPort())).isFalse();
        }
    }

    private static boolean connects(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(host), port));
            return true;
        } catch (ConnectException _) {
            return false;
        }
    }

    @Test
    void theReadyLineNamesBothAddresses() throws Exception {
        try (ServeProcess server = new ServeProcess(record, "--port", "0", "--metrics-port", "0", "--lang", "en")) {
            assertThat(server.ready())
                    .matches(
                            "listening on http://127\\.0\\.0\\.1:\\d+; metrics on http://127\\.0\\.0\\.1:\\d+/metrics");
            assertThat(get(server.urls().getLast()).statusCode()).isEqualTo(200);
            assertThat(server.stop()).isIn(0, 143);
        }
    }

    @Test
    void withoutTheOptionThereIsNoSuchAddress() throws Exception {
        try (ServeProcess server = new ServeProcess(record, "--port", "0")) {
            assertThat(server.urls()).hasSize(1);
            assertThat(server.ready()).doesNotContain("metrics");
        }
    }
}
