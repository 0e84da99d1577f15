package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figures;
import org.tansiq.ledger.InboxProof;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;

@Timeout(60)
class ApiTest {
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

    private static void is(HttpResponse<String> reply, int status, String type) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(House.field(reply.body(), "type")).isEqualTo("/problems/" + type);
        assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
    }

    // --- what is said ---

    @Test
    void aNoteIsOnTheRecordOnce() throws Exception {
        Submission said = house.headOfA.says(House.desk("line 2"));
        HttpResponse<String> first = house.post(said);
        assertThat(first.statusCode()).isEqualTo(201);
        long index = Long.parseLong(House.field(first.body(), "index"));
        assertThat(house.engine.entry(index).submission()).contains(said);
        house.post(said);
        house.post(said, house.login(house.headOfA));
        assertThat(house.engine.world().next()).isEqualTo(index + 1);
    }

    /** Whoever has the note, and is not of the party that said it, is told that it is there, and no more. */
    @Test
    void aNoteSentAgainHasTheSameAnswerForTheAuthorsPartyAlone() throws Exception {
        List<String> own = List.of(house.login(house.headOfA), house.login(house.planner));
        String foreign = house.login(house.headOfB);
        List<Submission> notes = List.of(
                house.headOfA.says(House.desk("line 2")),
                house.planner.says(House.desk("line 3")),
                house.headOfA.says("party.desk", Bytes.of("{}"), Bytes.of("{}")));
        List<Integer> statuses = new ArrayList<>();
        for (Submission said : notes) {
            HttpResponse<String> first = house.post(said);
            statuses.add(first.statusCode());
            for (String token : own) {
                HttpResponse<String> again = house.post(said, token);
                assertThat(again.statusCode()).isEqualTo(first.statusCode());
                assertThat(again.body()).isEqualTo(first.body());
                assertThat(again.headers().firstValue("content-type"))
                        .isEqualTo(first.headers().firstValue("content-type"));
            }
            long index = house.engine.world().next() - 1;
            assertThat(house.engine.entry(index).submission()).contains(said);
            for (HttpResponse<String> again :
                    List.of(house.post(said), house.post(said, foreign), house.post(said, "guessed"))) {
                assertThat(again.statusCode()).isEqualTo(200);
                assertThat(again.body()).isEqualTo("{\"answer\":\"known\",\"index\":" + index + "}");
                assertThat(again.headers().firstValue("content-type")).contains("application/json");
            }
        }
        assertThat(statuses).containsExactly(201, 403, 422);
    }

    /** Its party is on the record for good, but a key that is revoked asks for nobody. */
    @Test
    void aNoteSentAgainByARevokedKeyHasTheAnswerOfAnybody() throws Exception {
        String token = house.login(house.planner);
        Submission said = house.planner.says(House.desk("line 2"));
        is(house.post(said), 403, "refused/not-your-role");
        long index = house.engine.world().next() - 1;
        house.post(house.headOfA.says(new PartyCommand.Revoke(house.planner.signer.key(), "lost")));
        assertThat(house.post(said, token).body()).isEqualTo("{\"answer\":\"known\",\"index\":" + index + "}");
    }

    @Test
    void whatTheRulesRefuseIsOnTheRecordAndSaysWhy() throws Exception {
        HttpResponse<String> reply = house.post(house.planner.says(House.desk("line 2")));
        is(reply, 403, "refused/not-your-role");
        Answer answer = Answer.FORM.read(Json.parse(Bytes.of(House.field(reply.body(), "answer"))));
        assertThat(answer).isInstanceOf(Answer.Sequenced.class);
        HttpResponse<String> bad = house.post(house.headOfA.says("party.desk", Bytes.of("{}"), Bytes.of("{}")));
        is(bad, 422, "refused/bad-body");
        assertThat(House.field(bad.body(), "field")).isEqualTo("details");
        assertThat(House.field(bad.body(), "value")).isEqualTo("{}");
        assertThat(House.field(bad.body(), "limit")).isEqualTo("nothing, for party.desk");
    }

    @Test
    void whatIsNotTakenIsNotOnTheRecord() throws Exception {
        long before = house.engine.world().next();
        Author stranger = new Author("TEST-x/one");
        stranger.theatre = house.theatre;
        is(house.post(stranger.says(House.desk("who"))), 403, "not-enrolled");
        house.headOfB.seq++;
        is(house.post(house.headOfB.says(House.desk("early"))), 409, "ahead");
        house.host.theatre = Sha256.of(Bytes.of("elsewhere"));
        is(house.post(house.host.says(House.desk("elsewhere"))), 409, "other-theatre");
        assertThat(house.engine.world().next()).isEqualTo(before);
    }

    @Test
    void aSectionThatIsNotTheSignedOneIsRefused() throws Exception {
        Submission said = house.headOfA.says(House.desk("line 2"));
        String other = said.line().text().replace("line 2", "line 3");
        HttpResponse<String> reply = house.post("/api/v1/notes", other);
        is(reply, 400, "unreadable");
        assertThat(House.field(reply.body(), "field")).isEqualTo("envelope");
        String forged = said.line().text().replace("actual", "exercise");
        is(house.post("/api/v1/notes", forged), 400, "unreadable");
        is(house.post("/api/v1/notes", said.line().text().substring(9)), 400, "unreadable");
        assertThat(house.post(said).statusCode()).isEqualTo(201);
    }

    @Test
    void aCheckIsOfFormAlone() throws Exception {
        String good = new Fields()
                .put("type", "party.desk")
                .put(
                        "envelope",
                        house.headOfA.says(House.desk("x")).envelope().body().text())
                .put("details", "")
                .json()
                .text();
        long before = house.engine.world().next();
        assertThat(house.post("/api/v1/check", good).statusCode()).isEqualTo(200);
        is(house.post("/api/v1/check", good.replace("contact", "contract")), 422, "bad-body");
        assertThat(house.engine.world().next()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /                          | 404 | not-found
            GET    | /api/v1                    | 404 | not-found
            GET    | /api/v1/notes              | 405 | method
            DELETE | /api/v1/notes              | 405 | method
            POST   | /api/v1/notes              | 400 | unreadable
            POST   | /api/v1/notes/1            | 404 | not-found
            POST   | /api/v1/sessions           | 400 | unreadable
            POST   | /api/v1/theatre            | 405 | method
            GET    | /api/v1/me                 | 401 | not-logged-in
            GET    | /api/v1/inbox              | 401 | not-logged-in
            GET    | /api/v1/stream             | 401 | not-logged-in
            GET    | /api/v1/whatever           | 401 | not-logged-in
            GET    | /api/v1/theatre/1          | 404 | not-found
            GET    | /api/v1/theatre/           | 404 | not-found
            GET    | /api/v1/stream/1           | 404 | not-found
            """)
    void badCallsHaveClearAnswers(String method, String path, int status, String type) throws Exception {
        is(
                house.send(house.to(path)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                method.equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString("{}"))),
                status,
                type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            me?all=true                    | query | all  | nothing
            declarations?From=1            | query | From | from, limit
            inbox?from=1&from=2            | from  | another | one value
            inbox?proof=yes                | proof | yes | true or false
            view?all=1                     | all   | 1   | true or false
            declarations?limit=101         | limit | 101 | 1 to 100
            """)
    void aQueryThatWouldBePassedOverIsNamed(String call, String field, String value, String limit) throws Exception {
        HttpResponse<String> reply = house.get("/api/v1/" + call, house.login(house.planner));
        is(reply, 400, "bad-request");
        assertThat(House.field(reply.body(), "field")).isEqualTo(field);
        assertThat(House.field(reply.body(), "value")).isEqualTo(value);
        assertThat(House.field(reply.body(), "limit")).isEqualTo(limit);
    }

    @Test
    void aBodyThatIsTooLargeOrNotJsonIsRefused() throws Exception {
        is(house.post("/api/v1/notes", "a".repeat(Request.BODY_MAX + 1)), 413, "too-large");
        is(house.send(house.to("/api/v1/notes").POST(HttpRequest.BodyPublishers.ofString("{}"))), 415, "content-type");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,201",
        "application/json ; charset=utf-8,201",
        "Application/JSON,201",
        "application/json-patch+json,415",
        "application/jsonx,415"
    })
    void jsonIsOneTypeWithoutRegardToCase(String type, int status) throws Exception {
        HttpResponse<String> reply = house.send(house.to("/api/v1/challenges")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(reply.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"notes", "check", "challenges", "sessions"})
    void aBodyThatIsNoJsonAtAllIsNamedAsSuch(String call) throws Exception {
        HttpResponse<String> reply = house.post("/api/v1/" + call, "{\"a");
        is(reply, 400, "unreadable");
        assertThat(House.field(reply.body(), "field")).isEqualTo("body");
        assertThat(House.field(reply.body(), "limit")).isEqualTo("JSON");
    }

    @Test
    void aNumberIsTakenUpToTheLimitThatIsNamed() throws Exception {
        String token = house.login(house.planner);
        String most = Long.toString(Long.MAX_VALUE);
        assertThat(house.get("/api/v1/inbox?from=" + most, token).statusCode()).isEqualTo(200);
        is(house.get("/api/v1/entries/" + most, token), 404, "not-found");
        HttpResponse<String> beyond = house.get("/api/v1/inbox?from=9223372036854775808", token);
        is(beyond, 400, "bad-request");
        assertThat(House.field(beyond.body(), "limit")).isEqualTo("1 to " + most);
        is(house.get("/api/v1/inbox?from=18446744073709551617", token), 400, "bad-request");
    }

    // --- who asks ---

    @Test
    void aKeyThatSignsItsChallengeIsLoggedIn() throws Exception {
        HttpResponse<String> me = house.get("/api/v1/me", house.login(house.planner));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(House.field(me.body(), "party")).isEqualTo("a");
        assertThat(House.field(me.body(), "role")).isEqualTo("planner");
        assertThat(House.field(me.body(), "next")).isEqualTo("0");
        is(house.get("/api/v1/me", "guessed"), 401, "not-logged-in");
    }

    @Test
    void aLogInIsRefusedToWhoCannotSignIt() throws Exception {
        Hash challenge = house.challenge();
        assertThat(house.login(house.planner, challenge).statusCode()).isEqualTo(201);
        is(house.login(house.planner, challenge), 401, "challenge");
        HttpResponse<String> stranger = house.login(new Author("TEST-x/one"), house.challenge());
        is(stranger, 403, "not-enrolled");
        assertThat(House.field(stranger.body(), "limit")).isEqualTo("an enrolled key");
        Submission note = house.planner.says(House.desk("x"));
        String asLogin =
                new Fields().put("login", note.note().raw().text()).json().text();
        HttpResponse<String> other = house.post("/api/v1/sessions", asLogin);
        is(other, 400, "unreadable");
        assertThat(House.field(other.body(), "field")).startsWith("login.");
    }

    /** A server that means no good may pass on the challenge of another, to log in there with its answer. */
    @Test
    void aLogInIsForItsTheatreAlone() throws Exception {
        Hash challenge = house.challenge();
        Hash elsewhere = Sha256.of(Bytes.of("elsewhere"));
        HttpResponse<String> reply = house.login(house.planner, elsewhere, challenge);
        is(reply, 409, "other-theatre");
        assertThat(House.field(reply.body(), "value")).isEqualTo(elsewhere.text());
        assertThat(House.field(reply.body(), "limit")).isEqualTo(house.theatre.text());
        assertThat(House.field(reply.body(), "token")).isEmpty();
        assertThat(house.login(house.planner, challenge).statusCode()).isEqualTo(201);
    }

    @Test
    void aSessionEndsWithItsKey() throws Exception {
        String token = house.login(house.planner);
        house.post(house.headOfA.says(new PartyCommand.Revoke(house.planner.signer.key(), "lost")));
        is(house.get("/api/v1/me", token), 401, "not-logged-in");
        is(house.login(house.planner, house.challenge()), 403, "not-enrolled");
    }

    // --- what is shown ---

    @Test
    void theInboxComesInPagesEachDeliveryWithItsProof() throws Exception {
        String token = house.login(house.planner);
        HttpResponse<String> first = house.get("/api/v1/inbox?limit=2&proof=true", token);
        List<Json> items = ((Json.Items) member(first.body(), "deliveries")).items();
        assertThat(items).hasSize(2);
        for (Json item : items) {
            InboxProof proof = InboxProof.parse(House.field(item.text(), "proof"));
            assertThat(proof.delivery().write().text()).isEqualTo(House.field(item.text(), "delivery"));
            assertThatCode(proof::verify).doesNotThrowAnyException();
        }
        String next = House.field(first.body(), "next");
        assertThat(next).isEqualTo("3");
        HttpResponse<String> rest = house.get("/api/v1/inbox?from=" + next, token);
        assertThat(House.field(rest.body(), "next")).isEmpty();
        long count = house.engine.world().inbox(new PartyId("a")).count();
        assertThat(((Json.Items) member(rest.body(), "deliveries")).items()).hasSize((int) count - 2);
        is(house.get("/api/v1/inbox?limit=101", token), 400, "bad-request");
        is(house.get("/api/v1/inbox?from=-1", token), 400, "bad-request");
    }

    private static Json member(String json, String name) {
        return ((Json.Fields) Json.parse(Bytes.of(json)))
                .members().stream()
                        .filter(member -> member.name().equals(name))
                        .map(Json.Member::value)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void whatIsReadIsPrivateAndKnownByItsHash() throws Exception {
        String token = house.login(house.planner);
        HttpResponse<String> reply = house.get("/api/v1/parties", token);
        assertThat(reply.headers().firstValue("cache-control")).contains("private, no-store");
        String etag = reply.headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = house.send(house.to("/api/v1/parties")
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", "\"other\", W/" + etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        house.post(house.headOfA.says(House.desk("line 7")));
        assertThat(house.get("/api/v1/parties", token).headers().firstValue("etag"))
                .isNotEqualTo(Optional.of(etag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"theatre", "openapi.json", "me", "view", "inbox?proof=true", "budget", "parties", "keys"})
    void aTagIsTheHashOfTheBytesThatAreShown(String call) throws Exception {
        HttpResponse<byte[]> reply = house.client.send(
                house.to("/api/v1/" + call)
                        .header("Authorization", "Bearer " + house.login(house.planner))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(reply.body());
        String tag = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("etag")).contains('"' + tag + '"');
        assertThat(tag).hasSize(43);
    }

    // --- what comes ---

    private BufferedReader stream(String token, long from) throws IOException, InterruptedException {
        HttpResponse<InputStream> opened = house.client.send(
                house.to("/api/v1/stream")
                        .header("Authorization", "Bearer " + token)
                        .header("Last-Event-ID", "" + from)
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(opened.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(opened.body(), StandardCharsets.UTF_8));
    }

    /** The lines of the next event, without the empty one behind it. */
    private static List<String> event(BufferedReader from) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = from.readLine(); line != null && !line.isEmpty(); line = from.readLine()) lines.add(line);
        return lines;
    }

    @Test
    void aStreamGoesOnWithoutAGap() throws Exception {
        String token = house.login(house.planner);
        long count = house.engine.world().inbox(new PartyId("a")).count();
        try (BufferedReader stream = stream(token, count - 2)) {
            assertThat(event(stream).getFirst()).isEqualTo("event: state");
            assertThat(event(stream).getFirst()).isEqualTo("id: " + (count - 1));
            assertThat(event(stream).getFirst()).isEqualTo("id: " + count);
            house.post(house.headOfA.says(House.desk("line 8")));
            List<String> told = event(stream);
            assertThat(told.getFirst()).isEqualTo("id: " + (count + 1));
            assertThat(told.getLast()).contains("line 8");
        }
        house.post(house.headOfA.says(House.desk("line 9")));
        try (BufferedReader stream = stream(token, count + 1)) {
            event(stream);
            assertThat(event(stream).getLast()).contains("line 9");
        }
    }

    @Test
    void aStreamEndsWithItsKeyAndTellsNothingMore() throws Exception {
        String token = house.login(house.planner);
        long count = house.engine.world().inbox(new PartyId("a")).count();
        try (BufferedReader stream = stream(token, count)) {
            event(stream);
            house.post(house.headOfA.says(new PartyCommand.Revoke(house.planner.signer.key(), "lost")));
            assertThat(event(stream)).containsExactly("event: end", "data: {}");
            assertThat(stream.readLine()).isNull();
        }
    }

    /** Until then it tells all; what is told then, though its key stands, is not for it any more. */
    @Test
    void aStreamEndsWithItsSession() throws Exception {
        house.close();
        AtomicLong time = new AtomicLong(1_790_000_000_000_000L);
        house = new House(
                Files.createDirectory(folder.resolve("timed")),
                HttpServer.Limits.STANDARD,
                Figures.NONE,
                House.clock(time::get));
        String token = house.login(house.planner);
        long count = house.engine.world().inbox(new PartyId("a")).count();
        try (BufferedReader stream = stream(token, count)) {
            event(stream);
            time.addAndGet(Sessions.SESSION);
            house.post(house.headOfA.says(House.desk("line 2")));
            assertThat(event(stream).getFirst()).isEqualTo("id: " + (count + 1));
            time.addAndGet(1);
            house.post(house.headOfA.says(House.desk("line 3")));
            assertThat(event(stream)).containsExactly("event: end", "data: {}");
            assertThat(stream.readLine()).isNull();
        }
        is(house.get("/api/v1/stream", token), 401, "not-logged-in");
        house.login(house.planner); // Its key stands.
    }

    @Test
    void aKeyHasOnlySoManyStreams() throws Exception {
        String token = house.login(house.planner);
        for (int i = 0; i < Streams.PER_KEY_MAX; i++) event(stream(token, 0));
        is(house.get("/api/v1/stream", token), 429, "too-many-streams");
    }
}
