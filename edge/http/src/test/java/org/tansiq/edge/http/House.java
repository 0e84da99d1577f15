package org.tansiq.edge.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.tansiq.core.Bytes;
import org.tansiq.core.HallCommand;
import org.tansiq.core.Hash;
import org.tansiq.core.Names;
import org.tansiq.core.Refusal;
import org.tansiq.core.party.Cover;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Quorum;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figures;
import org.tansiq.engine.Clock;
import org.tansiq.engine.Engine;
import org.tansiq.engine.FolderDisk;
import org.tansiq.engine.Loops;
import org.tansiq.engine.MachineClock;
import org.tansiq.engine.Settings;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Position;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.LoginText;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;

/** A theatre of two parties, a and b, behind a server on a port of its own. */
final class House implements AutoCloseable {
    private static final Hash RULES = Sha256.of(Bytes.of("rules"));

    /** Words that are only what they are called: the real ones are the command line's. */
    private static final Words NAMES = new Words() {
        @Override
        public Said fault(String accepted, String type, String field, String value, String limit) {
            return new Said("en", type, field);
        }

        @Override
        public Said refused(String accepted, Refusal why) {
            return new Said("en", why.getClass().getSimpleName(), "");
        }

        @Override
        public Said answer(String accepted, Answer answer) {
            return new Said("en", answer.getClass().getSimpleName(), "");
        }
    };

    final Author host = new Author("TEST-a/host");
    final Author headOfA = new Author("TEST-a/head");
    final Author headOfB = new Author("TEST-b/head");
    final Author planner = new Author("TEST-a/planner");
    final HttpClient client = HttpClient.newHttpClient();
    final Engine engine;
    final Hash theatre;
    private final Figures terms;
    private final FolderDisk disk;
    private final Loops loops;
    private final Api api;
    private final HttpServer server;
    private final HttpServer counts;

    House(Path folder) throws Exception {
        this(folder, HttpServer.Limits.STANDARD);
    }

    House(Path folder, HttpServer.Limits limits) throws Exception {
        this(folder, limits, Figures.NONE, new MachineClock());
    }

    /** One clock for the engine and for the calls. */
    House(Path folder, HttpServer.Limits limits, Figures terms, Clock clock) throws Exception {
        this(folder, limits, terms, clock, /* founded= */ true);
    }

    /** A clock that only moves where it is moved, in microseconds. */
    static Clock clock(LongSupplier time) {
        return new Clock() {
            @Override
            public long wall() {
                return time.getAsLong();
            }

            @Override
            public long steady() {
                return time.getAsLong();
            }
        };
    }

    /** A server whose theatre nobody has founded yet. */
    static House unfounded(Path folder) throws Exception {
        return new House(folder, HttpServer.Limits.STANDARD, Figures.NONE, new MachineClock(), /* founded= */ false);
    }

    private House(Path folder, HttpServer.Limits limits, Figures terms, Clock clock, boolean founded) throws Exception {
        this.terms = terms;
        SecureRandom random = new SecureRandom();
        disk = FolderDisk.open(folder);
        engine = Engine.open(
                new Engine.Ground(disk, clock, () -> chance(random), () -> RULES, new Ed25519(), (_, _) -> {}),
                Settings.STANDARD,
                (_, _) -> {});
        loops = Loops.start(engine);
        Metrics metrics = new Metrics(System::nanoTime, List.of());
        api = new Api(ground(clock::wall), metrics::noted);
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        counts = HttpServer.start(anywhere, metrics.page());
        server = HttpServer.start(anywhere, metrics.around(api), limits);
        Submission founding = host.says(found(/* tests= */ true));
        theatre = founding.note().note().hash();
        if (!founded) return;
        post(founding);
        for (Author author : List.of(host, headOfA, headOfB, planner)) author.theatre = theatre;
        for (Author head : List.of(headOfA, headOfB)) post(head.says(new PartyCommand.Accept(theatre)));
        post(headOfA.says(desk("line 1")));
        post(headOfA.says(new PartyCommand.Enrol(planner.signer.key(), Role.PLANNER, Optional.of(new DeskId("air")))));
    }

    /** What calls stand on here, by a clock in microseconds. */
    Api.Ground ground(LongSupplier clock) {
        SecureRandom random = new SecureRandom();
        return new Api.Ground(engine, this::answered, new Ed25519(), NAMES, clock, () -> chance(random));
    }

    private CompletableFuture<Answer> answered(Submission said) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        engine.submit(said, answer::complete);
        return answer;
    }

    private static Hash chance(SecureRandom random) {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    static PartyCommand.SetDesk desk(String contact) {
        return new PartyCommand.SetDesk(new Desk(new DeskId("air"), new Names("Air", "جو", "Воздух"), contact, "en"));
    }

    /** What founds the theatre; {@code tests}: keys for tests may take part, as all here are. */
    HallCommand.Found found(boolean tests) {
        return new HallCommand.Found(founding(tests), terms, RULES);
    }

    private Founding founding(boolean tests) {
        return new Founding(
                new Names("House", "بيت", "Дом"),
                new Cover(List.of(new Position(30, 30), new Position(30, 45), new Position(40, 45)), Band.ALL),
                tests,
                new PartyId("a"),
                List.of(party("a", headOfA), party("b", headOfB)),
                Quorum.TWO_THIRDS);
    }

    private static PartyDraft party(String id, Author head) {
        return new PartyDraft(new PartyId(id), new Names(id, id, id), Kind.STATE_FORCE, List.of(head.signer.key()));
    }

    int port() {
        return server.port();
    }

    // --- calls ---

    /** The page of its counts, or whatever else is asked of its listener. */
    HttpResponse<String> counts(String method, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + counts.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder call) throws IOException, InterruptedException {
        return client.send(call.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(
                to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(Submission said) throws IOException, InterruptedException {
        return post("/api/v1/notes", said.line().text());
    }

    /** The same, by whoever has a session. */
    HttpResponse<String> post(Submission said, String token) throws IOException, InterruptedException {
        return send(to("/api/v1/notes")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(said.line().text())));
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(to(path).header("Authorization", "Bearer " + token));
    }

    /** The token of a new session. */
    String login(Author author) throws IOException, InterruptedException {
        HttpResponse<String> opened = login(author, challenge());
        return field(opened.body(), "token");
    }

    Hash challenge() throws IOException, InterruptedException {
        return Hash.parse(field(post("/api/v1/challenges", "{}").body(), "challenge"))
                .orElseThrow();
    }

    HttpResponse<String> login(Author author, Hash challenge) throws IOException, InterruptedException {
        return login(author, theatre, challenge);
    }

    /** With what is signed for some theatre. */
    HttpResponse<String> login(Author author, Hash theatre, Hash challenge) throws IOException, InterruptedException {
        Bytes signed = LoginText.sign(theatre, challenge, author.signer);
        return post(
                "/api/v1/sessions",
                new Fields().put("login", signed.text()).json().text());
    }

    /** A field at the top of an object: its text, or what else stands there as it is written. */
    static String field(String json, String name) {
        return ((Json.Fields) Json.parse(Bytes.of(json)))
                .members().stream()
                        .filter(member -> member.name().equals(name))
                        .map(member -> member.value() instanceof Json.Text text
                                ? text.value()
                                : member.value().text())
                        .findFirst()
                        .orElse("");
    }

    @Override
    public void close() throws IOException {
        api.end();
        server.close();
        counts.close();
        client.shutdownNow();
        loops.close();
        engine.close();
        disk.close();
    }
}
