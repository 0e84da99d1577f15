package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Preview;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;
import org.tansiq.ledger.LoginText;
import org.tansiq.ledger.Section;
import org.tansiq.wire.Json;
import org.tansiq.wire.Shown;
import org.tansiq.wire.Submission;

/** What an act would tell, asked before it is signed. */
@Timeout(60)
class PreviewsTest {
    private static final String NAMED = "{\"name\":\"One\"}";

    @TempDir
    private Path folder = Path.of("");

    private final Author plannerOfB = new Author("TEST-b/planner");
    private final long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    private final String envelope = Scene.spot(33, 42, Scene.window(now + 2 * Scene.HOUR, now + 3 * Scene.HOUR));
    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(folder);
        plannerOfB.theatre = house.theatre;
        house.post(house.headOfB.says(House.desk("line 2")));
        house.post(house.headOfB.says(
                new PartyCommand.Enrol(plannerOfB.signer.key(), Role.PLANNER, Optional.of(new DeskId("air")))));
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private HttpResponse<String> viewAs(Author author, String type, String said, String details) throws Exception {
        return viewAs(author, unsigned(type, said, details));
    }

    private static String unsigned(String type, String said, String details) {
        return new Fields()
                .put("type", type)
                .put("status", "actual")
                .put("envelope", said)
                .put("details", details)
                .json()
                .text();
    }

    private HttpResponse<String> viewAs(Author author, String body) throws Exception {
        return house.send(house.to("/api/v1/view-as")
                .header("Authorization", "Bearer " + house.login(author))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Previewed.Shown shown(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(reply.headers().firstValue("cache-control")).contains("private, no-store");
        return Shown.preview(Json.parse(Bytes.of(reply.body())));
    }

    private Hash declared(Author author) throws Exception {
        Submission note = author.says("airspace.declare", Bytes.of(envelope), Bytes.of(NAMED));
        assertThat(house.post(note).statusCode()).isEqualTo(201);
        return note.note().note().hash();
    }

    private static String widening(Hash declaration, int version, String to) {
        return "{\"declaration\":\"" + declaration + "\",\"version\":" + version + ",\"to\":\"" + to
                + "\",\"level\":\"full\"}";
    }

    @Test
    void whatOthersWouldBeToldIsShownAndNothingIsOnTheRecord() throws Exception {
        long before = house.engine.world().next();
        Previewed.Shown shown = shown(viewAs(house.planner, "airspace.declare", envelope, NAMED));
        assertThat(shown.parties()).singleElement().satisfies(preview -> {
            assertThat(preview.to()).isEqualTo(new PartyId("b"));
            assertThat(preview.level()).isEqualTo(Level.OVERLAP);
            assertThat(preview.overlaps()).hasSize(1);
            assertThat(preview.envelope()).isEmpty();
        });
        assertThat(shown.charge().cost()).isPositive();
        assertThat(house.engine.world().next()).isEqualTo(before);
    }

    @Test
    void whatOthersDeclaredHasNoPartInIt() throws Exception {
        String alone =
                viewAs(house.planner, "airspace.declare", envelope, NAMED).body();
        declared(plannerOfB);
        assertThat(viewAs(house.planner, "airspace.declare", envelope, NAMED).body())
                .isEqualTo(alone);
    }

    @Test
    void aWiderLevelShowsWhatItOpens() throws Exception {
        Hash own = declared(house.planner);
        Previewed.Shown shown = shown(viewAs(house.planner, "airspace.widen", widening(own, 1, "b"), ""));
        Preview preview = shown.parties().getFirst();
        assertThat(preview.level()).isEqualTo(Level.FULL);
        assertThat(preview.envelope()).isPresent();
        assertThat(preview.details())
                .hasValueSatisfying(details -> assertThat(details.name()).isEqualTo("One"));
    }

    /** The same word and status as the note itself gets. */
    @Test
    void whatTheRulesWouldRefuseHasTheProblemOfTheRefusal() throws Exception {
        Hash own = declared(house.planner);
        Hash other = declared(plannerOfB);
        for (String bad : new String[] {
            widening(other, 1, "b"), widening(Hash.NONE, 1, "b"), widening(own, 2, "b"), widening(own, 1, "a")
        }) {
            HttpResponse<String> asked = viewAs(house.planner, "airspace.widen", bad, "");
            HttpResponse<String> said =
                    house.post(house.planner.says("airspace.widen", Bytes.of(bad), Section.EMPTY_BODY));
            assertThat(House.field(said.body(), "type")).startsWith("/problems/refused/");
            assertThat(asked.statusCode()).as(bad).isEqualTo(said.statusCode());
            for (String field : new String[] {"type", "title", "detail"})
                assertThat(House.field(asked.body(), field)).isEqualTo(House.field(said.body(), field));
            assertThat(House.field(asked.body(), "answer")).isEmpty();
        }
    }

    /** Whether somebody else has it must not be seen. */
    @Test
    void anothersDeclarationIsAsOneThatIsNotThere() throws Exception {
        Hash other = declared(plannerOfB);
        HttpResponse<String> hidden = viewAs(house.planner, "airspace.widen", widening(other, 1, "b"), "");
        HttpResponse<String> none = viewAs(house.planner, "airspace.widen", widening(house.theatre, 1, "b"), "");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(none.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"airspace.declare","status":"actual","envelope":"{}"}                       | 400 | details
            {"type":"airspace.declare","status":"actual","envelope":"{}","details":"","x":"y"}  | 400 | x
            {"type":"airspace.declare","status":"real","envelope":"{}","details":""}            | 400 | status
            {"type":"airspace.declare","status":"actual","envelope":"{}","details":"{}"}        | 422 | envelope.desk
            {"type":"airspace.end","status":"actual","envelope":"{}","details":""}              | 422 | type
            {"type":"airspace.what","status":"actual","envelope":"{}","details":""}             | 422 | type
            """)
    void aBodyThatIsNotWellIsNamed(String body, int status, String field) throws Exception {
        HttpResponse<String> reply = viewAs(house.planner, body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(House.field(reply.body(), "field")).isEqualTo(field);
    }

    @Test
    void aSectionIsNoLongerThanOneThatCanBeSaid() throws Exception {
        String most = envelope + " ".repeat(Section.BODY_MAX - envelope.length());
        shown(viewAs(house.planner, "airspace.declare", most, NAMED));
        HttpResponse<String> more = viewAs(house.planner, "airspace.declare", most + " ", NAMED);
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(House.field(more.body(), "field")).isEqualTo("envelope.body");
    }

    /** By a clock that stands still, so that nothing is given back. */
    @Test
    void aLongActCountsAsManyReads() throws Exception {
        long at = house.engine.world().at();
        Api api = new Api(house.ground(() -> at));
        try (HttpServer server = HttpServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), api, HttpServer.Limits.STANDARD)) {
            Caller here =
                    new Caller(server.port(), new Described(Description.read().text()));
            String challenge = House.field(here.post("/api/v1/challenges", "{}").body(), "challenge");
            String login = LoginText.sign(house.theatre, Hash.parse(challenge).orElseThrow(), house.planner.signer)
                    .text();
            String opened = new Fields().put("login", login).json().text();
            String session = House.field(here.post("/api/v1/sessions", opened).body(), "token");
            String act = unsigned("airspace.declare", envelope + " ".repeat(100 * Api.PREVIEW_READ), NAMED);
            for (int i = 0; i < 4; i++)
                assertThat(here.post("/api/v1/view-as", act, session).status()).isEqualTo(400);
            assertThat(here.post("/api/v1/view-as", act, session).status()).isEqualTo(429);
            assertThat(here.get("/api/v1/me", session).status()).isEqualTo(200);
        } finally {
            api.end();
        }
    }

    /** Who asks is looked at before what is asked. */
    @Test
    void itTakesALogIn() throws Exception {
        HttpResponse<String> reply = house.post("/api/v1/view-as", "{\"a");
        assertThat(reply.statusCode()).isEqualTo(401);
    }
}
