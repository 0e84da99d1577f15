package org.tansiq.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tansiq.client.Loopback.Reply;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Status;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/** What a server says is told as what it is, and nothing that is not known is said of a note. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class ServerTest {
    private static final String NOTES = "/api/v1/notes";
    private static final Signer SIGNER = Ed25519.signer("TEST-a/head", new byte[Hash.BYTES]);
    private static final Submission NOTE = new Drafting(Loopback.THEATRE, SIGNER, new SecureRandom())
            .sign(new Drafting.Saying("party.desk", Status.ACTUAL, Bytes.of("{}"), Bytes.NONE, 7), Place.START);
    private static final Answer FIRST =
            new Answer.Sequenced(5, new DeliveryText("a", 1, Hash.NONE, 7, Bytes.of("{\"events\":[]}")));
    private static final Reply KNOWN =
            Reply.json(200, new Answer.Known(5).bytes().text());

    private Loopback loopback;
    private Server server;

    @BeforeEach
    void begin() throws IOException {
        loopback = new Loopback();
        server = new Server(loopback.address(), "en");
    }

    @AfterEach
    void end() {
        server.close();
        loopback.close();
    }

    private String unanswered(Reply reply) {
        loopback.says(NOTES, reply);
        Unreachable[] why = new Unreachable[1];
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> server.say(NOTE))
                .satisfies(e -> why[0] = e);
        return why[0].why().substring((loopback.address() + "/: ").length());
    }

    @Test
    void aPortThatIsNoneIsRefusedWithTheAddress() {
        for (String address : new String[] {"http://a.example:0", "http://a.example:65536", "http://a.example:99999"})
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> new Server(URI.create(address), "en"))
                    .satisfies(bad -> assertThat(bad.field()).isEqualTo("address"));
        new Server(URI.create("http://a.example:65535"), "en").close();
    }

    @Test
    void whatIsNoAnswerToANoteIsNoneAndSaysWhy() {
        assertThat(unanswered(Reply.problem(503, "busy"))).isEqualTo("503 busy: The detail.");
        assertThat(unanswered(Reply.problem(429, "too-many-calls"))).isEqualTo("429 too-many-calls: The detail.");
        assertThat(unanswered(Reply.problem(413, "too-large"))).isEqualTo("413 too-large: The detail.");
        assertThat(unanswered(Reply.problem(415, "content-type"))).isEqualTo("415 content-type: The detail.");
        assertThat(unanswered(Reply.problem(400, "framing"))).isEqualTo("400 framing: The detail.");
        assertThat(unanswered(Reply.problem(503, "unreadable"))).isEqualTo("503 unreadable: The detail.");
        String foreign = ", and what came is not from a Tansiq server";
        assertThat(unanswered(Reply.json(404, "{\"error\":\"nope\"}"))).isEqualTo("404" + foreign);
        assertThat(unanswered(new Reply(502, "text/html", "<html>"))).isEqualTo("502" + foreign);
        assertThat(unanswered(new Reply(302, "text/html", "").with("Location", "/login")))
                .isEqualTo("302" + foreign);
        assertThat(unanswered(Reply.json(200, "{\"ok\":true}"))).startsWith("200, and no answer to a note: ");
    }

    @Test
    void whatTheGateCannotReadIsAnAnswer() throws IOException {
        String body = "{\"type\":\"/problems/unreadable\",\"status\":400,\"title\":\"T\",\"detail\":\"D\","
                + "\"field\":\"note\",\"value\":\"x\",\"limit\":\"a note\"}";
        loopback.says(NOTES, new Reply(400, Loopback.PROBLEM, body));
        assertThat(server.say(NOTE)).isEqualTo(new Answer.Unreadable("note", "x", "a note"));
    }

    @Test
    void anAnswerInAProblemIsTheAnswer() throws IOException {
        String body = "{\"type\":\"/problems/busy\",\"status\":503,\"answer\":"
                + new Answer.Busy(70).bytes().text() + "}";
        loopback.says(NOTES, new Reply(503, Loopback.PROBLEM, body));
        assertThat(server.say(NOTE)).isEqualTo(new Answer.Busy(70));
    }

    @Test
    void aReplyThatStallsBehindItsHeadIsNoReply() throws IOException {
        Limits limits =
                new Limits(Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofMillis(1), Duration.ofSeconds(9));
        try (Server hasty = new Server(loopback.address(), "en", limits)) {
            loopback.says(NOTES, Reply.json(201, "{\"answer\":").stalling());
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> hasty.say(NOTE))
                    .satisfies(e -> assertThat(e.why()).contains("no whole reply"));
            loopback.says("/api/v1/theatre", Reply.json(200, "{\"theatre\":").stalling());
            assertThatExceptionOfType(Unreachable.class).isThrownBy(hasty::theatre);
            loopback.says("/api/v1/theatre", Reply.problem(503, "busy").stalling());
            assertThatExceptionOfType(Unreachable.class).isThrownBy(hasty::theatre);
        }
    }

    @Test
    void aProblemSaysWhichFieldAndWhenToTryAgain() {
        String body = "{\"type\":\"/problems/from\",\"status\":429,\"title\":\"T\",\"detail\":\"D\","
                + "\"field\":\"from\",\"value\":\"-1\",\"limit\":\"0 to 9\"}";
        loopback.says("/api/v1/theatre", new Reply(429, Loopback.PROBLEM, body).with("Retry-After", "7"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> server.theatre())
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo("from");
                    assertThat(problem.title()).isEqualTo("T");
                    assertThat(problem.detail()).isEqualTo("D");
                    assertThat(problem.field()).isEqualTo("from");
                    assertThat(problem.value()).isEqualTo("-1");
                    assertThat(problem.limit()).isEqualTo("0 to 9");
                    assertThat(problem.retryAfter()).contains(Duration.ofSeconds(7));
                });
    }

    @Test
    void aServerOfSomethingElseIsCalledThat() {
        for (Reply reply :
                new Reply[] {Reply.json(404, "{\"error\":\"nope\"}"), new Reply(302, "", ""), Reply.json(200, "<html>")
                }) {
            loopback.says("/api/v1/theatre", reply);
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> server.theatre())
                    .satisfies(e -> assertThat(e.why())
                            .contains(reply.status() + ", and what came is not from a Tansiq server"));
        }
    }

    @Test
    void aNoteThatIsKnownGetsItsFirstAnswerInANewSession() throws IOException {
        Session session = server.login(SIGNER);
        loopback.says(NOTES, KNOWN, Reply.json(201, FIRST.bytes().text()));
        assertThat(session.say(NOTE)).isEqualTo(FIRST);
        assertThat(loopback.tokens(NOTES)).containsExactly("t1", "t2");
    }

    @Test
    void aKeyThatStandsNoMoreHearsThatItsNoteIsKnown() throws IOException {
        Session session = server.login(SIGNER);
        loopback.says(NOTES, KNOWN);
        loopback.says("/api/v1/sessions", Reply.problem(403, "not-enrolled"));
        assertThat(session.say(NOTE)).isEqualTo(new Answer.Known(5));
    }

    @Test
    void aNoteWaitsForItsAnswerWhileNobodyCanLogIn() throws IOException {
        Session session = server.login(SIGNER);
        loopback.says(NOTES, KNOWN);
        loopback.says("/api/v1/challenges", Reply.problem(503, "busy"));
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> session.say(NOTE))
                .satisfies(e -> assertThat(e.why()).endsWith("503 busy: The detail."));
    }
}
