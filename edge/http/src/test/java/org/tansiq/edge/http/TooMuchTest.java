package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Table;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.wire.Submission;

/**
 * Who calls or says too much is told so over the wire, and when to go on; nobody else is held up by it. The
 * clock stands still but for where it is moved.
 */
@Timeout(60)
class TooMuchTest {
    private static final int CALLS_MAX = 10_000; // Far more than any limit of these.
    private static final long SECOND = 1_000_000;
    private static final String JSON = "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private static final String CHALLENGE = "POST /api/v1/challenges HTTP/1.1\r\nHost: h\r\n" + JSON;
    private static final String LOG_IN = "POST /api/v1/sessions HTTP/1.1\r\nHost: h\r\n" + JSON;
    private static final int ACTS = 5; // A minute, of which the head of a has said three.

    @TempDir
    private Path folder = Path.of("");

    private final AtomicLong time = new AtomicLong(1_790_000_000 * SECOND); // 20 s into a minute.
    private House house;

    @BeforeEach
    void open() throws Exception {
        Figures terms = new Figures(Table.<Figure, Long>empty().put(Figure.ACTS_PER_MINUTE, (long) ACTS));
        house = new House(folder, HttpServer.Limits.STANDARD, terms, House.clock(time::get));
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private static String me(String token) {
        return "GET /api/v1/me HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

    private static int status(String reply) {
        return Integer.parseInt(reply.substring(9, 12));
    }

    private static int status(Wire wire, String call) throws IOException {
        return status(wire.send(call).reply());
    }

    /** How often it is answered before it is too often, which is said as it should be. */
    private static int until429(Wire wire, String call, String limit) throws IOException {
        int before = 0;
        String reply = wire.send(call).reply();
        for (;
                status(reply) != 429 && before < CALLS_MAX;
                reply = wire.send(call).reply()) before++;
        assertThat(status(reply)).isEqualTo(429);
        assertThat(after(reply)).isEqualTo(1);
        assertThat(reply).containsIgnoringCase("\r\ncontent-type: application/problem+json\r\n");
        String problem = reply.substring(reply.indexOf("\r\n\r\n") + 4);
        assertThat(House.field(problem, "type")).isEqualTo("/problems/too-many-calls");
        assertThat(House.field(problem, "field")).isEqualTo("calls");
        assertThat(House.field(problem, "value")).isEqualTo("more");
        assertThat(House.field(problem, "limit")).isEqualTo(limit);
        return before;
    }

    /** Seconds. */
    private static int after(String reply) {
        return Integer.parseInt(reply.replaceAll("(?is).*\r\nretry-after: *([0-9]+)\r\n.*", "$1"));
    }

    @Test
    void aKeyThatReadsTooMuchGoesOnInASecondAndHoldsUpNoOther() throws Exception {
        String planner = me(house.login(house.planner));
        String again = me(house.login(house.planner));
        String head = me(house.login(house.headOfA));
        try (Wire wire = new Wire(house.port())) {
            assertThat(until429(wire, planner, "100 a second")).isEqualTo(500);
            assertThat(status(wire, again)).isEqualTo(429); // By key, not by session.
            assertThat(status(wire, head)).isEqualTo(200);
            time.addAndGet(SECOND);
            assertThat(until429(wire, planner, "100 a second")).isEqualTo(100);
        }
    }

    @Test
    void aNetworkThatAsksTooMuchGoesOnInASecondAndHoldsUpNoSessionAndNoNote() throws Exception {
        String planner = me(house.login(house.planner)); // Two calls.
        try (Wire wire = new Wire(house.port())) {
            assertThat(until429(wire, CHALLENGE, "200 a second")).isEqualTo(1998);
            assertThat(status(wire, LOG_IN)).isEqualTo(429);
            assertThat(status(wire, me("nobody"))).isEqualTo(429);
            assertThat(status(wire, planner)).isEqualTo(200);
            assertThat(house.post(house.headOfB.says(House.desk("line 2"))).statusCode())
                    .isEqualTo(201);
            time.addAndGet(SECOND);
            assertThat(until429(wire, LOG_IN, "200 a second")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /nope", "PUT /api/v1/me", "GET /api/v1/stream/1", "DELETE /healthz"})
    void whatNobodyAnswersCountsToo(String call) throws Exception {
        try (Wire wire = new Wire(house.port())) {
            assertThat(until429(wire, call + " HTTP/1.1\r\nHost: h\r\n\r\n", "200 a second"))
                    .isEqualTo(2000);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anotherNetworkIsNotHeldUp() throws Exception {
        try (Wire one = new Wire(house.port());
                Wire two = new Wire(house.port(), "127.0.0.2")) {
            assertThat(until429(one, CHALLENGE, "200 a second")).isEqualTo(2000);
            assertThat(status(two, CHALLENGE)).isEqualTo(201);
            assertThat(status(one, CHALLENGE)).isEqualTo(429);
        }
    }

    /** Its own quota in the hall: what was refused stays so, and what is said in the next minute is taken. */
    @Test
    void aKeyThatSaysTooMuchIsToldWhenItsMinuteIsOver() throws Exception {
        for (int said = 3; said < ACTS; said++)
            assertThat(house.post(house.headOfA.says(House.desk("line " + said)))
                            .statusCode())
                    .isEqualTo(201);
        Submission more = house.headOfA.says(House.desk("more"));
        over(more, "40");
        time.addAndGet(10 * SECOND + 1);
        over(more, "30");
        assertThat(house.post(house.headOfB.says(House.desk("other"))).statusCode())
                .isEqualTo(201);
        time.addAndGet(30 * SECOND);
        assertThat(house.post(house.headOfA.says(House.desk("later"))).statusCode())
                .isEqualTo(201);
        over(more, "0");
    }

    private void over(Submission said, String seconds) throws Exception {
        var reply = house.post(said, house.login(house.headOfA));
        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(House.field(reply.body(), "type")).isEqualTo("/problems/refused/over-quota");
        assertThat(reply.headers().firstValue("retry-after")).contains(seconds);
    }
}
