package org.tansiq.edge.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.tansiq.core.Bytes;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.LoginText;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/**
 * Makes every call in every way that it can go well or wrong, of each operation that the description has.
 * Compares nothing itself: its {@link Caller} does.
 */
final class Tour {
    private static final PartyId A = new PartyId("a");
    private static final String PEER = "7f000001";

    private final Scene scene;
    private final House house;
    private final Described described;
    private final Caller caller;
    private final String token;

    Tour(Scene scene, Described described) throws Exception {
        this.scene = scene;
        this.house = scene.house;
        this.described = described;
        this.caller = new Caller(house.port(), described);
        this.token = house.login(house.planner);
    }

    Caller caller() {
        return caller;
    }

    String token() {
        return token;
    }

    /** A path of an operation under which there is something. */
    String path(Described.Operation operation) {
        Hash id = operation.path().contains("conflicts") ? conflict() : scene.one;
        long index = house.engine.world().inbox(A).entries().get(1L).orElseThrow();
        return operation.path().replace("{id}", inPath(id)).replace("{index}", "" + index);
    }

    // One whose other side is open to a.
    private Hash conflict() {
        return Disclosure.conflicts(house.engine.world(), A).stream()
                .filter(view -> view.other().isPresent())
                .findFirst()
                .orElseThrow()
                .conflict();
    }

    static String inPath(Hash id) {
        return id.text().replace('+', '-').replace('/', '_');
    }

    // --- what goes well ---

    void reads() throws Exception {
        for (Described.Operation operation : described.operations()) {
            if (!operation.method().equals("GET") || operation.path().endsWith("/stream")) continue;
            String path = path(operation);
            Exchange first = caller.get(path, token);
            if (described.at(operation, "/security").isArray()) caller.get(path);
            if (first.header("etag").isEmpty()) continue;
            TreeMap<String, String> headers = Caller.bearer(token);
            headers.put("If-None-Match", first.header("etag").get());
            caller.get(path, headers);
        }
        for (String more : List.of("view?all=true", "inbox?from=2&limit=3&proof=true", "inbox?limit=1"))
            caller.get("/api/v1/" + more, token);
        for (String pages : List.of("parties", "keys", "declarations", "conflicts", "threads"))
            caller.get("/api/v1/" + pages + "?from=0&limit=1", token);
        for (String from = "1"; !from.isEmpty(); )
            from = House.field(
                    caller.get("/api/v1/inbox?notes=true&from=" + from, token).body(), "next");
    }

    /** A body of an operation that is taken, each time another. */
    String body(String path) throws Exception {
        return switch (path) {
            case "/api/v1/notes" ->
                house.planner.says(House.desk("line")).line().text();
            case "/api/v1/check" -> sections();
            case "/api/v1/view-as" -> declared(scene.now + 2 * Scene.HOUR);
            case "/api/v1/challenges" -> "{}";
            case "/api/v1/sessions" -> login(house.planner, house.theatre, house.challenge());
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static String sections() {
        Acts.Said desk = Acts.example("party.desk");
        return new Fields()
                .put("type", desk.type())
                .put("envelope", desk.envelope().text())
                .put("details", desk.details().text())
                .json()
                .text();
    }

    private String declared(long from) {
        String envelope = Scene.spot(33, 42, Scene.window(from, from + Scene.HOUR));
        return unsigned("airspace.declare", envelope, "{\"name\":\"Three\"}");
    }

    private static String widened(Hash declaration, String level) {
        String envelope =
                "{\"declaration\":\"" + declaration + "\",\"version\":1,\"to\":\"b\",\"level\":\"" + level + "\"}";
        return unsigned("airspace.widen", envelope, "");
    }

    private static String unsigned(String type, String envelope, String details) {
        return new Fields()
                .put("type", type)
                .put("status", "actual")
                .put("envelope", envelope)
                .put("details", details)
                .json()
                .text();
    }

    private static String login(Author author, Hash theatre, Hash challenge) {
        return new Fields()
                .put("login", LoginText.sign(theatre, challenge, author.signer).text())
                .json()
                .text();
    }

    void posts() throws Exception {
        for (String call : List.of("check", "challenges", "sessions", "view-as"))
            post("/api/v1/" + call, body("/api/v1/" + call));
        for (Hash declaration : List.of(scene.one, scene.many)) viewAs(widened(declaration, "full"));
        say(house.headOfB.says(House.desk("line 4")));
    }

    /** With a session, whether or not one is asked for. */
    Exchange post(String path, String body) throws IOException {
        return caller.post(path, body, token);
    }

    private void viewAs(String body) throws IOException {
        post("/api/v1/view-as", body);
    }

    // --- what is bad about the call, whatever it asks ---

    void badCalls() throws Exception {
        for (Described.Operation operation : described.operations()) {
            String method = operation.method();
            String path = path(operation);
            for (String other : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "ANY"))
                if (!other.equals(method)) caller.call(other, path, Map.of(), "");
            String host = " HTTP/1.1\r\nHost: h\r\n";
            caller.raw(method, path + "?a=%00", host + "\r\n");
            caller.raw(method, path + "?a=" + "a".repeat(HttpServer.FIRST_LINE_MAX), host + "\r\n");
            caller.raw(method, path, " HTTP/1.0\r\nHost: h\r\n\r\n");
            if (!method.equals("POST")) continue;
            caller.raw(method, path, host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
            caller.raw(method, path, host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
            caller.post(path, "a".repeat(Request.BODY_MAX + 1));
            post(path, "{\"a");
            TreeMap<String, String> headers = Caller.bearer(token);
            headers.put("Content-Type", "text/plain");
            caller.call(method, path, headers, "{}");
        }
    }

    /** What a server says that has failed, and one that is sent more than it has room for. */
    void badServers() throws Exception {
        Api api = new Api(house.ground(house.engine.world()::at));
        Handler failing = new Handler() {
            @Override
            public Response handle(Request request) {
                throw new IllegalStateException("planted");
            }

            @Override
            public Response.Whole refuse(Request request, Bad bad) {
                return api.refuse(request, bad);
            }
        };
        HttpServer.Limits usual = HttpServer.Limits.STANDARD;
        HttpServer.Limits small = new HttpServer.Limits(
                usual.connections(), usual.first(), usual.idle(), usual.read(), usual.write(), /* bodies= */ 1);
        try (HttpServer failed = server(failing, usual);
                HttpServer full = server(api, small)) {
            for (Described.Operation operation : described.operations()) {
                new Caller(failed.port(), described).call(operation.method(), path(operation), Map.of(), "");
                if (operation.method().equals("POST")) new Caller(full.port(), described).post(path(operation), "{}");
            }
        } finally {
            api.end();
        }
    }

    private static HttpServer server(Handler handler, HttpServer.Limits limits) {
        return HttpServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), handler, limits);
    }

    /** On a server whose clock stands still, so that no bucket fills again. */
    void tooManyCalls() throws Exception {
        AtomicLong clock = new AtomicLong(house.engine.world().at());
        Api api = new Api(house.ground(clock::get));
        try (HttpServer server = server(api, HttpServer.Limits.STANDARD)) {
            Caller here = new Caller(server.port(), described);
            String challenge = House.field(here.post("/api/v1/challenges", "{}").body(), "challenge");
            String opened =
                    login(house.planner, house.theatre, Hash.parse(challenge).orElseThrow());
            String session = House.field(here.post("/api/v1/sessions", opened).body(), "token");
            drain(api, "me", Caller.bearer(session), Rates.Kind.READ);
            drain(api, "theatre", Map.of(), Rates.Kind.OPEN);
            drain(api, "notes", Map.of(), Rates.Kind.NOTE);
            for (Described.Operation operation : described.operations()) {
                if (operation.method().equals("POST")) here.post(operation.path(), "{}");
                else here.get(path(operation), session);
            }
            here.get("/api/v1/me");
        } finally {
            api.end();
        }
    }

    private static void drain(Api api, String call, Map<String, String> headers, Rates.Kind kind) {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        Request request = new Request("GET", List.of("api", "v1", call), new TreeMap<>(), lower, Bytes.of(""), PEER);
        for (int i = 0; i < kind.burst; i++) api.handle(request);
    }

    // --- what is refused ---

    void refusedReads() throws Exception {
        for (String path : List.of(
                "declarations/" + inPath(Hash.NONE),
                "conflicts/" + inPath(Hash.NONE),
                "conflicts/short",
                "conflicts/" + inPath(Hash.NONE) + "/note",
                "conflicts/" + inPath(Hash.NONE) + "/thread",
                "entries/" + Long.MAX_VALUE,
                "entries/x",
                "inbox?limit=101",
                "keys?from=-1",
                "stream?from=" + Long.MAX_VALUE)) caller.get("/api/v1/" + path, token);
        for (String path : List.of("me", "stream")) caller.get("/api/v1/" + path, "guessed");
        TreeMap<String, String> headers = Caller.bearer(token);
        headers.put("Last-Event-ID", "x");
        caller.get("/api/v1/stream", headers);
    }

    void refusedPreviews() throws Exception {
        caller.post("/api/v1/view-as", declared(scene.now + Scene.HOUR));
        String sooner = declared(scene.now - 3 * Scene.HOUR);
        for (String body : List.of(
                sooner,
                sooner.replace("declare", "disk"),
                sooner.replace("desk", "disk"),
                sooner.replace("actual", "real"),
                sooner.replace("\\\"air\\\"", "\\\"sea\\\""),
                widened(Hash.NONE, "full"),
                widened(scene.one, "envelope"))) viewAs(body);
    }

    void refusedLogIns() throws Exception {
        String sessions = "/api/v1/sessions";
        caller.post(sessions, login(house.planner, house.theatre, Hash.NONE));
        caller.post(sessions, login(new Author("TEST-x/one"), house.theatre, house.challenge()));
        caller.post(sessions, login(house.planner, Hash.NONE, house.challenge()));
        caller.post("/api/v1/check", sections().replace("party.desk", "party.disk"));
        caller.post("/api/v1/check", sections().replace("contact", "contract"));
    }

    private Exchange say(Submission note) throws IOException {
        return caller.post("/api/v1/notes", note.line().text());
    }

    void refusedNotes() throws Exception {
        Submission twice = house.planner.says(House.desk("line 5"));
        say(twice);
        say(twice);
        say(house.planner.says("conflict.see", Acts.example("conflict.see").envelope(), Bytes.of("")));
        say(house.planner.says("party.desk", Bytes.of("{}"), Bytes.of("")));
        say(house.headOfB.says(new PartyCommand.Accept(house.theatre)));
        Author stranger = new Author("TEST-x/one");
        stranger.theatre = house.theatre;
        say(stranger.says(House.desk("who")));
        house.host.theatre = Hash.NONE;
        say(house.host.says(House.desk("elsewhere")));
        house.host.theatre = house.theatre;
        long seq = house.headOfB.seq;
        Hash last = house.headOfB.last;
        house.headOfB.seq++;
        say(house.headOfB.says(House.desk("early")));
        house.headOfB.seq = seq;
        house.headOfB.last = last;
    }

    /** A key that says three notes of one number. */
    void spent(Author author) throws Exception {
        long seq = author.seq;
        Hash last = author.last;
        for (String line : List.of("this", "that", "or what")) {
            author.seq = seq;
            author.last = last;
            say(author.says(House.desk(line)));
        }
    }

    void revoked(Author author) throws Exception {
        say(author.says(House.desk("after")));
    }

    /** Says so much that more than one note falls into some minute. */
    void overQuota(Author author) throws Exception {
        for (int i = 0; i < 3; i++) say(author.says(House.desk("line " + i)));
    }

    /** What an engine answers that has no room, for some time or for good. */
    void noRoom() throws Exception {
        Api.Ground real = house.ground(house.engine.world()::at);
        for (Answer answer : List.of(new Answer.Busy(100), new Answer.NoRoom())) {
            Api api = new Api(new Api.Ground(
                    real.engine(),
                    _ -> CompletableFuture.completedFuture(answer),
                    real.scheme(),
                    real.words(),
                    real.clock(),
                    real.chance()));
            try (HttpServer server = server(api, HttpServer.Limits.STANDARD)) {
                Submission note = new Author("TEST-x/two").says(House.desk("room"));
                new Caller(server.port(), described)
                        .post("/api/v1/notes", note.line().text());
            } finally {
                api.end();
            }
        }
    }

    /** What a server says whose theatre nobody has founded. */
    static void unfounded(Path folder, Described described) throws Exception {
        try (House house = House.unfounded(folder)) {
            Caller caller = new Caller(house.port(), described);
            caller.get("/api/v1/theatre");
            caller.post("/api/v1/sessions", login(house.planner, house.theatre, house.challenge()));
            Author one = new Author("TEST-a/one");
            List<Submission> bad = List.of(
                    one.says(House.desk("early")),
                    new Author("TEST-a/none").says("theatre.found", Bytes.of("{}"), Bytes.of("")),
                    after(Bytes.of("x")).says(house.found(/* tests= */ true)),
                    played().says(house.found(/* tests= */ true)),
                    house.headOfA.says(house.found(/* tests= */ true)),
                    new Author("TEST-a/two").says(house.found(/* tests= */ false)));
            for (Submission note : bad) caller.post("/api/v1/notes", note.line().text());
        }
    }

    private static Author after(Bytes note) {
        Author author = new Author("TEST-a/after");
        author.last = Sha256.of(note);
        return author;
    }

    private static Author played() {
        Author author = new Author("TEST-a/played");
        author.status = Status.EXERCISE;
        return author;
    }
}
