package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.ledger.LoginText;
import org.tansiq.wire.Submission;

/** What is counted of a server over real sockets, and that nothing of what is said shows in the counts. */
@Timeout(60)
class CountedTest {
    private static final Pattern VALUE = Pattern.compile("=\"([^\"]*)\"");

    @TempDir
    private Path folder = Path.of("");

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private String page() throws Exception {
        return house.counts("GET", "/metrics").body();
    }

    private Samples samples() throws Exception {
        return Samples.read(page());
    }

    @Test
    void thePageIsPrometheusTextAndNothingElseIsThere() throws Exception {
        HttpResponse<String> page = house.counts("GET", "/metrics");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains("text/plain; version=0.0.4; charset=utf-8");
        HttpResponse<String> posted = house.counts("POST", "/metrics");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("allow")).contains("GET");
        for (String path : List.of("/", "/metrics/", "/api/v1/me", "/healthz"))
            assertThat(house.counts("GET", path).statusCode()).as(path).isEqualTo(404);
        assertThat(house.send(house.to("/metrics")).statusCode()).isEqualTo(404);
    }

    /** The theatre is founded by five notes. */
    @Test
    void whatBecameOfEachNoteIsCounted() throws Exception {
        assertThat(samples().answers("accepted")).isEqualTo(5);
        Submission said = house.headOfA.says(House.desk("line 2"));
        house.post(said);
        house.post(said);
        house.post(house.headOfA.says("party.desk", Bytes.of("{}"), Bytes.of("{}")));
        Submission refused = house.planner.says(House.desk("line 3"));
        house.post(refused);
        house.post(refused);
        house.post("/api/v1/notes", "{}");
        house.headOfB.seq++;
        house.post(house.headOfB.says(House.desk("early")));
        Samples samples = samples();
        assertThat(samples.answers("accepted")).isEqualTo(6);
        assertThat(samples.answers(Api.REPLAYED)).isEqualTo(2);
        assertThat(samples.answers("refused/bad-body")).isEqualTo(1);
        assertThat(samples.answers("refused/not-your-role")).isEqualTo(1);
        assertThat(samples.answers("unreadable")).isEqualTo(1);
        assertThat(samples.answers("ahead")).isEqualTo(1);
        assertThat(samples.calls("notes", "2xx")).isEqualTo(8);
        assertThat(samples.calls("notes", "4xx")).isEqualTo(4);
        assertThat(samples.of("tansiq_note_seconds_count")).isEqualTo(12);
    }

    @Test
    void whatIsRefusedBeforeItIsLookedAtCountsUnderItsName() throws Exception {
        house.post("/api/v1/notes", "a".repeat(Request.BODY_MAX + 1));
        try (Wire wire = new Wire(house.port())) {
            wire.send("GET /api/v1/stream HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .rest();
        }
        String long16 = "a".repeat(HttpServer.HEADERS_MAX + 1);
        try (Wire wire = new Wire(house.port())) {
            wire.send("GET /api/v1/inbox HTTP/1.1\r\nHost: h\r\nX: " + long16 + "\r\n\r\n")
                    .rest();
        }
        try (Wire wire = new Wire(house.port())) {
            wire.send("GET /secret/../x HTTP/1.1\r\nHost: h\r\n\r\n").rest();
        }
        Samples samples = samples();
        assertThat(samples.calls("notes", "4xx")).isEqualTo(1);
        assertThat(samples.calls("stream", "4xx")).isEqualTo(1);
        assertThat(samples.calls("inbox", "4xx")).isEqualTo(1);
        assertThat(samples.calls("other", "4xx")).isEqualTo(1);
    }

    @Test
    void whatFailsIsCountedOnce() throws Exception {
        Metrics metrics = new Metrics(System::nanoTime, List.of());
        Handler failing = metrics.around(_ -> {
            throw new IllegalStateException("the disk is gone");
        });
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (HttpServer server = HttpServer.start(anywhere, failing);
                Wire wire = new Wire(server.port())) {
            assertThat(wire.send("GET /api/v1/me HTTP/1.1\r\nHost: h\r\n\r\n").reply())
                    .startsWith("HTTP/1.1 500 ");
        }
        Samples samples = Samples.read(metrics.text().text());
        assertThat(samples.calls("me", "5xx")).isEqualTo(1);
        assertThat(samples.all().keySet().stream().filter(name -> name.startsWith("tansiq_calls")))
                .hasSize(1);
    }

    @Test
    void aStreamIsCountedWhileItsClientIsThere() throws Exception {
        String token = house.login(house.planner);
        String asks = "GET /api/v1/stream HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
        try (Wire one = new Wire(house.port());
                Wire two = new Wire(house.port())) {
            assertThat(one.send(asks).reply()).contains("text/event-stream");
            assertThat(two.send(asks).reply()).contains("text/event-stream");
            assertThat(samples().of("tansiq_streams")).isEqualTo(2);
            house.post(house.headOfA.says(new PartyCommand.Revoke(house.planner.signer.key(), "lost")));
            one.rest();
            two.rest();
        }
        while (samples().of("tansiq_streams") > 0) Thread.onSpinWait();
        assertThat(samples().calls("stream", "2xx")).isEqualTo(2);
    }

    @Test
    void nothingOfWhatIsSaidOrWhoSaysItIsShown() throws Exception {
        Hash challenge = house.challenge();
        String login =
                LoginText.sign(house.theatre, challenge, house.planner.signer).text();
        String token = House.field(
                house.post(
                                "/api/v1/sessions",
                                new Fields().put("login", login).json().text())
                        .body(),
                "token");
        Submission said = house.headOfA.says(House.desk("hidden line"));
        house.post(said);
        house.post(said);
        house.post("/api/v1/notes", said.line().text().replace("hidden line", "hidden fine"));
        house.post(house.planner.says(House.desk("hidden line")));
        for (String path : List.of("me", "view?all=true", "inbox", "parties", "keys", "declarations/hidden", "hidden"))
            house.get("/api/v1/" + path, token);
        house.send(house.to("/api/v1/me").method("HIDDEN", HttpRequest.BodyPublishers.noBody()));
        house.send(house.to("/" + house.theatre.text().replaceAll("[+/]", "-")));
        String page = page();
        String signature = login.strip().substring(login.strip().lastIndexOf(' ') + 1);
        assertThat(page)
                .doesNotContainIgnoringCase("hidden")
                .doesNotContain(token, challenge.text(), signature, house.theatre.text())
                .doesNotContain("TEST-", "House", "بيت", "Дом")
                .doesNotContain(said.note().note().hash().text());
        Set<String> values = new TreeSet<>();
        VALUE.matcher(page).results().forEach(value -> values.add(value.group(1)));
        assertThat(values)
                .containsOnly(
                        // calls
                        "notes",
                        "challenges",
                        "sessions",
                        "me",
                        "view",
                        "inbox",
                        "parties",
                        "keys",
                        "declarations",
                        "other",
                        "2xx",
                        "4xx",
                        // answers
                        "accepted",
                        "replayed",
                        "unreadable",
                        "refused/not-your-role",
                        // times
                        "0.005",
                        "0.01",
                        "0.025",
                        "0.05",
                        "0.1",
                        "0.25",
                        "1.0",
                        "+Inf");
    }
}
