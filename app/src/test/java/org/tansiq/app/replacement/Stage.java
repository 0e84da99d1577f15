package org.tansiq.app.replacement;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tansiq.app.record.Folder;
import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.HallCommand;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.World;
import org.tansiq.core.airspace.ConflictThread;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figures;
import org.tansiq.edge.http.Api;
import org.tansiq.edge.http.Handler;
import org.tansiq.edge.http.HttpServer;
import org.tansiq.edge.http.Request;
import org.tansiq.edge.http.Response;
import org.tansiq.engine.Engine;
import org.tansiq.engine.FolderDisk;
import org.tansiq.engine.Settings;
import org.tansiq.ledger.Ed25519;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/**
 * One of two theatres in which the same is played: a record in a folder, behind a server. Its clock and its
 * chance are those of the play.
 */
final class Stage implements AutoCloseable {
    static final Hash RULES = Folder.rules();

    private static final int CONNECTIONS = 100;
    private static final Logger LIBRARY = Logger.getLogger("io.helidon"); // Kept: a logger that nobody holds is lost.

    /** What stands between a server and what it answers with; a test plants a leak there. */
    interface Front {
        Handler of(Handler calls, Stage stage);
    }

    final String name;
    final PartyId viewer;
    final Random chance;
    final Hands hands;
    final Path folder;

    private final TreeMap<String, Author> authors = new TreeMap<>();
    private final FolderDisk disk;
    private final Engine engine;
    private final Api api;
    private final Handler calls;
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Hash last = Hash.NONE;
    private boolean bySocket = true;

    Stage(String name, Path folder, PartyId viewer, long seed, Front front) throws Exception {
        LIBRARY.setLevel(Level.WARNING); // As whoever serves has it.
        this.name = name;
        this.viewer = viewer;
        this.folder = folder;
        this.hands = new Hands(Cast.NOON);
        this.chance = new Random(seed + name.hashCode());
        this.disk = FolderDisk.open(folder);
        Supplier<Hash> names = chance("entry " + seed);
        engine = Engine.open(
                new Engine.Ground(new Unsynced(disk), hands, names::get, () -> RULES, new Ed25519(), (_, _) -> {}),
                Settings.STANDARD,
                (_, _) -> {});
        api = new Api(new Api.Ground(
                engine, this::submitted, new Ed25519(), Cast.words(), hands::ofCalls, chance("session " + seed)));
        calls = front.of(api, this);
        server = HttpServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), calls, CONNECTIONS);
    }

    private static Supplier<Hash> chance(String of) {
        AtomicLong drawn = new AtomicLong();
        return () -> Author.seed(of + " " + drawn.incrementAndGet());
    }

    void found(Figures terms) throws Exception {
        must("host", new HallCommand.Found(Cast.founding(), terms, RULES));
        Hash theatre = last;
        for (String key : Cast.KEYS) author(key).in(theatre);
        for (PartyId party : Cast.PARTIES) must(party + "/head", new PartyCommand.Accept(theatre));
        for (PartyId party : Cast.PARTIES) {
            must(party + "/head", new PartyCommand.SetDesk(Cast.desk(Cast.AIR, "radio 1")));
            enrol(party, "planner", Role.PLANNER, Optional.of(Cast.AIR));
            enrol(party, "duty", Role.DUTY_OFFICER, Optional.of(Cast.AIR));
            enrol(party, "reader", Role.AUDITOR, Optional.empty());
        }
    }

    private void enrol(PartyId party, String key, Role role, Optional<DeskId> desk) throws Exception {
        Author enrolled = author(party + "/" + key);
        must(party + "/head", new PartyCommand.Enrol(enrolled.key(), role, desk));
    }

    private void must(String key, Command command) throws IOException, InterruptedException {
        Reply reply = say(key, command, Status.ACTUAL);
        if (reply.status() != 201) throw new AssertionError(key + " " + command + ": " + reply.body());
    }

    // Of whoever is not the viewer even salts are others in each world.
    Author author(String key) {
        boolean hidden =
                Cast.PARTIES.stream().anyMatch(party -> !party.equals(viewer) && key.equals(party + "/planner"));
        return authors.computeIfAbsent(key, _ -> new Author(Cast.key(key), hidden ? name : ""));
    }

    World world() {
        return engine.world();
    }

    /** What stands offered in a conflict. */
    Optional<Offer> standing(Hash conflict) {
        return world().airspace().threads().of(conflict).flatMap(ConflictThread::standing);
    }

    /** When the next act will be said. */
    long next() {
        return Math.max(hands.wall(), world().at() + 1);
    }

    /** The note said last. */
    Hash last() {
        return last;
    }

    private synchronized CompletableFuture<Answer> submitted(Submission said) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        engine.submit(said, answer::complete);
        work();
        return answer;
    }

    /** Decides whatever waits, and whatever the clock brings about. */
    synchronized void work() {
        boolean more = true;
        while (more) more = engine.decide() || engine.append();
    }

    Reply say(String key, Command command, Status status) throws IOException, InterruptedException {
        Submission note = author(key).says(command, status, next());
        last = note.note().note().hash();
        return post("/api/v1/notes", note.line().text());
    }

    // ---- Calls.

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Whether calls go by a socket now, or straight to what answers them. */
    void bySocket(boolean so) {
        bySocket = so;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    private Reply sent(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        if (!bySocket) return straight(method, path, headers, body);
        HttpRequest.Builder call = to(path).method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(call::header);
        HttpResponse<String> got = http.send(call.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(got.statusCode(), got.headers().map(), got.body());
    }

    private Reply straight(String method, String path, Map<String, String> headers, String body) {
        String[] parts = path.substring(1).split("\\?", 2);
        TreeMap<String, String> query = new TreeMap<>();
        if (parts.length > 1)
            for (String pair : parts[1].split("&", -1)) query.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        Response.Whole got = (Response.Whole)
                calls.handle(new Request(method, List.of(parts[0].split("/", -1)), query, headers, Bytes.of(body)));
        TreeMap<String, List<String>> all = new TreeMap<>();
        for (Response.Header header : got.headers())
            all.put(header.name().toLowerCase(Locale.ROOT), List.of(header.value()));
        all.put("content-type", List.of(got.type()));
        all.put("content-length", List.of("" + got.body().size()));
        return new Reply(got.status(), all, got.body().text());
    }

    Reply post(String path, String body) throws IOException, InterruptedException {
        return sent("POST", path, Map.of("content-type", "application/json"), body);
    }

    /** {@code known}: the tag of what the caller has already, or empty. */
    Reply get(String path, String token, String known) throws IOException, InterruptedException {
        TreeMap<String, String> headers = new TreeMap<>();
        if (!token.isEmpty()) headers.put("authorization", "Bearer " + token);
        if (!known.isEmpty()) headers.put("if-none-match", known);
        return sent("GET", path, headers, "");
    }

    Listener listen(String token, long from) throws IOException, InterruptedException {
        return new Listener(
                http,
                to("/api/v1/stream?from=" + from)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                from);
    }

    /** The token of a new session. */
    String login(String key) throws IOException, InterruptedException {
        Hash challenge = Hash.parse(Texts.field(post("/api/v1/challenges", "{}").body(), "challenge"))
                .orElseThrow();
        String login = Texts.quoted(author(key).login(challenge).text());
        return Texts.field(post("/api/v1/sessions", "{\"login\":" + login + "}").body(), "token");
    }

    List<Long> told() {
        return world().inbox(viewer).entries().values();
    }

    @Override
    public void close() throws IOException {
        api.end();
        server.close();
        http.shutdownNow();
        engine.close();
        disk.close();
    }
}
