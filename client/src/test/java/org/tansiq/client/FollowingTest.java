package org.tansiq.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tansiq.client.Loopback.Reply;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Json;

/** A key that is revoked in the end, so that the following ends, and what was heard until then. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class FollowingTest {
    private static final String STREAM = "/api/v1/stream";
    private static final String INBOX = "/api/v1/inbox";
    private static final Signer SIGNER = Ed25519.signer("TEST-a/head", new byte[Hash.BYTES]);
    private static final Hash SOME = new Hash(5, 6, 7, 8);
    private static final Reply REVOKED = Reply.problem(403, "not-enrolled");
    private static final String STATE = "event: state\ndata: {\"inbox\":0}\n\n";
    private static final String END = "event: end\ndata: {}\n\n";
    private static final String RESYNC = "event: resync\ndata: {\"inbox\":250}\n\n";
    private static final Limits HASTY =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(100));

    private final List<Long> heard = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> now = new ArrayList<>();
    private int unheard;
    private Loopback loopback;
    private Server server;

    @BeforeEach
    void begin() throws IOException {
        loopback = new Loopback();
        server = new Server(loopback.address(), "en", HASTY);
    }

    @AfterEach
    void end() {
        server.close();
        loopback.close();
    }

    private static String item(long number) {
        DeliveryText delivery =
                new DeliveryText("a", number, number == 1 ? Hash.NONE : SOME, 7, Bytes.of("{\"events\":[]}"));
        return new Json.Fields(List.of(new Json.Member(
                        "delivery", new Json.Text(delivery.write().text()))))
                .text();
    }

    private static String event(long number) {
        return "event: delivery\nid: " + number + "\ndata: " + item(number) + "\n\n";
    }

    private static Reply page(long from, long to) {
        return Reply.json(
                200,
                "{\"deliveries\":"
                        + LongStream.rangeClosed(from, to)
                                .mapToObj(FollowingTest::item)
                                .collect(Collectors.joining(",", "[", "]"))
                        + "}");
    }

    private void follow(String end) throws IOException {
        Session session = server.login(SIGNER);
        Following.Heard what = new Following.Heard() {
            @Override
            public void delivery(Session.Delivered delivery) throws IOException {
                if (unheard-- > 0) throw server.lost("asked in vain");
                heard.add(delivery.delivery().number());
            }

            @Override
            public void now(String name, Json data) {
                now.add(name);
            }

            @Override
            public void lost(Unreachable why) {
                lost.add(why.why().substring((loopback.address() + "/: ").length()));
            }
        };
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new Following(session, OptionalLong.of(0), what, waits::add).run())
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(end));
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void aServerThatCannotNowIsTriedAgainAndOneThatSaysNoIsNot() throws IOException {
        loopback.says(
                STREAM,
                Reply.problem(503, "busy"),
                Reply.problem(429, "too-many-streams").with("Retry-After", "9"),
                Reply.problem(500, "failed"),
                Reply.events(STATE, event(1)),
                REVOKED);
        follow("not-enrolled");
        assertThat(heard).containsExactly(1L);
        assertThat(lost)
                .containsExactly(
                        "503 busy: The detail.",
                        "429 too-many-streams: The detail.",
                        "500 failed: The detail.",
                        "the stream ended");
        assertThat(waits)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(9), Duration.ofSeconds(2), Duration.ofMillis(500));
    }

    @Test
    void whoFellBehindReadsThePagesAndMissesNothing() throws IOException {
        loopback.says(
                STREAM, Reply.events(STATE, event(1), RESYNC), Reply.events(STATE, event(250), event(251)), REVOKED);
        loopback.says(INBOX, page(2, 101), page(102, 201), page(202, 250));
        follow("not-enrolled");
        assertThat(heard).isEqualTo(numbers(1, 251));
        assertThat(loopback.calls(INBOX).map(Loopback.Called::path))
                .extracting(path -> path.substring(0, path.indexOf('&')))
                .containsExactly(INBOX + "?from=2", INBOX + "?from=102", INBOX + "?from=202");
        assertThat(lost).containsExactly("the stream ended");
    }

    @Test
    void aPageThatCannotBeReadNowIsReadLater() throws IOException {
        loopback.says(STREAM, Reply.events(STATE, RESYNC), Reply.events(STATE, RESYNC), REVOKED);
        loopback.says(
                INBOX, page(1, 100), Reply.problem(429, "too-many-calls").with("Retry-After", "3"), page(101, 120));
        follow("not-enrolled");
        assertThat(heard).isEqualTo(numbers(1, 120));
        assertThat(lost).containsExactly("429 too-many-calls: The detail.");
        assertThat(waits).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void aDeliveryThatWasNotHeardComesAgain() throws IOException {
        unheard = 2;
        loopback.says(
                STREAM,
                Reply.events(STATE, event(1), event(2)),
                Reply.events(STATE, event(1), event(2)),
                Reply.events(STATE, event(1), event(2)),
                REVOKED);
        follow("not-enrolled");
        assertThat(heard).containsExactly(1L, 2L);
        assertThat(lost).containsExactly("asked in vain", "asked in vain", "the stream ended");
        assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(500));
    }

    @Test
    void aSessionThatIsOverIsReplacedWithoutAWord() throws IOException {
        loopback.says(
                STREAM,
                Reply.events(STATE, event(1), END),
                Reply.problem(401, "not-logged-in"),
                Reply.events(STATE, event(2), END),
                REVOKED);
        follow("not-enrolled");
        assertThat(heard).containsExactly(1L, 2L);
        assertThat(lost).isEmpty();
        assertThat(waits).isEmpty();
        assertThat(loopback.tokens(STREAM)).containsExactly("t1", "t1", "t2", "t2");
    }

    @Test
    void sessionsThatAreOverAtOnceAreNotReplacedWithoutAPause() throws IOException {
        loopback.says(STREAM, Reply.events(STATE, END), Reply.events(STATE, END), Reply.events(STATE, END), REVOKED);
        follow("not-enrolled");
        assertThat(lost).isEmpty();
        assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void whoIsNotLetInAfterALogInIsToldSo() throws IOException {
        loopback.says(STREAM, Reply.problem(401, "not-logged-in"));
        follow("not-logged-in");
        assertThat(loopback.tokens(STREAM)).containsExactly("t1", "t2");
    }

    @Test
    void aStreamThatFallsSilentIsMadeAgain() throws IOException {
        loopback.says(STREAM, Reply.events(STATE, event(1)).stalling(), REVOKED);
        follow("not-enrolled");
        assertThat(heard).containsExactly(1L);
        assertThat(now).containsExactly("state");
        assertThat(lost).containsExactly("the stream fell silent");
    }
}
