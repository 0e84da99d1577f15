package org.tansiq.edge.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Reading;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.party.Key;
import org.tansiq.engine.Engine;
import org.tansiq.ledger.LoginText;
import org.tansiq.ledger.Scheme;
import org.tansiq.ledger.TimeText;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Codec;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;

/**
 * All calls there are. {@code POST /api/v1/notes} alone puts something on the record; it needs no log-in,
 * for every note is signed. Whatever is read is read by a key that is logged in, and is what its party may
 * see.
 */
public final class Api implements Handler {
    /** A note that was on the record before it was said; while it is on its way there, nobody can tell. */
    static final String REPLAYED = "replayed";

    /** The names behind {@code /api/v1/}; nothing else is looked for. */
    static final List<String> CALLS = List.of(
            "notes",
            "check",
            "view-as",
            "challenges",
            "sessions",
            "theatre",
            Description.FILE,
            "stream",
            "me",
            "view",
            "inbox",
            "budget",
            "entries",
            "parties",
            "keys",
            "declarations",
            "conflicts",
            "threads");

    /** What the query of a call may say; nothing where it is not named here. */
    private static final Map<String, List<String>> QUERIES = Map.of(
            "inbox", List.of("from", "limit", "proof", "notes"),
            "entries", List.of("proof"),
            "stream", List.of("from"),
            "view", List.of("all"),
            "parties", Request.PAGE,
            "keys", Request.PAGE,
            "declarations", Request.PAGE,
            "conflicts", Request.PAGE,
            "threads", Request.PAGE);

    /** So many bytes of an act that is looked at count as a read: the more it says, the longer it takes. */
    static final int PREVIEW_READ = 2 << 10;

    private static final String JSON = "application/json";

    /**
     * What the calls stand on; {@code submit} gives the answer once it is durable, or fails with the
     * engine.
     */
    public record Ground(
            Engine engine,
            Function<Submission, CompletableFuture<Answer>> submit,
            Scheme scheme,
            Words words,
            LongSupplier clock,
            Supplier<Hash> chance) {}

    private final Ground ground;
    private final Problems problems;
    private final Sessions sessions;
    private final Previews previews;
    private final Feeds feeds;
    private final Streams streams;
    private final Rates rates;
    private final Consumer<String> noted;
    private final Bytes description = Description.read();

    public Api(Ground ground) {
        this(ground, _ -> {});
    }

    /**
     * {@code noted} hears what became of each note, in its caller's thread: {@link Problems#ACCEPTED}, {@link
     * #REPLAYED}, or else the type of its problem.
     */
    public Api(Ground ground, Consumer<String> noted) {
        this.ground = ground;
        this.noted = noted;
        this.problems = new Problems(ground.words(), ground.clock());
        this.sessions = new Sessions(ground.clock(), ground.chance());
        this.previews = new Previews(ground.engine(), problems, ground.clock());
        this.feeds = new Feeds(ground.engine(), ground.clock());
        this.streams = new Streams(ground.engine(), feeds);
        this.rates = new Rates(ground.clock());
        feeds.start();
    }

    @Override
    public Response handle(Request request) {
        try {
            return route(request);
        } catch (Fault fault) {
            return problems.fault(request, fault);
        } catch (Malformed bad) {
            return problems.fault(request, Problems.malformed(bad));
        }
    }

    @Override
    public boolean knows(Request request) {
        return session(request).isPresent();
    }

    @Override
    public Response.Whole refuse(Request request, Bad bad) {
        return problems.fault(request, new Fault(bad.status(), bad.type(), bad.field(), bad.value(), bad.limit()));
    }

    private Response route(Request request) {
        if (request.body().size() > Request.BODY_MAX)
            throw new Fault(413, "too-large", "body", "more", Request.BODY_MAX + " bytes");
        List<String> path = request.path();
        if (path.equals(List.of("healthz"))) return get(request, () -> Replies.json(200, health()));
        if (path.size() < 3 || !path.subList(0, 2).equals(List.of("api", "v1")))
            throw astray(request, new Fault(404, "not-found"));
        List<String> rest = path.subList(3, path.size());
        String call = path.get(2);
        rates.take(call, request);
        if (!CALLS.contains(call)) return get(request, () -> nothing(request));
        return switch (call) {
            case "notes" -> post(request, rest, this::note);
            case "check" -> post(request, rest, this::check);
            case "view-as" -> viewAs(request, rest);
            case "challenges" -> post(request, rest, this::challenge);
            case "sessions" -> post(request, rest, this::login);
            case "theatre" -> alone(request, rest, () -> Replies.read(sound(request), theatre()));
            case Description.FILE -> alone(request, rest, () -> Replies.read(sound(request), description));
            case "stream" -> alone(request, rest, () -> stream(request));
            default -> get(request, () -> reads(request).read(call, rest));
        };
    }

    /** What is wrong with a call that nobody answers; it counts like one that anybody may make. */
    private Fault astray(Request request, Fault fault) {
        rates.take(Rates.Kind.OPEN, request.peer());
        return fault;
    }

    private void is(String method, Request request) {
        if (!request.method().equals(method))
            throw astray(request, new Fault(405, "method", "method", request.method(), method));
    }

    /** The same call, once it is known that its query says nothing that would be passed over. */
    private static Request sound(Request request) {
        request.asksOnly(QUERIES.getOrDefault(request.path().get(2), List.of()));
        return request;
    }

    private Response get(Request request, Supplier<Response> answer) {
        is("GET", request);
        return answer.get();
    }

    /** The same, where nothing stands behind the call's name. */
    private Response alone(Request request, List<String> rest, Supplier<Response> answer) {
        if (!rest.isEmpty()) throw astray(request, new Fault(404, "not-found"));
        return get(request, answer);
    }

    private Response post(Request request, List<String> rest, Function<Request, Response> answer) {
        isPost(request, rest);
        return json(request, answer);
    }

    private void isPost(Request request, List<String> rest) {
        if (!rest.isEmpty()) throw astray(request, new Fault(404, "not-found"));
        is("POST", request);
    }

    private static Response json(Request request, Function<Request, Response> answer) {
        String type = request.header("content-type").orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(JSON))
            throw new Fault(415, "content-type", "content-type", type, JSON);
        return answer.apply(sound(request));
    }

    private Json health() {
        return new Fields().put("entries", ground.engine().world().next()).json();
    }

    private Json theatre() {
        Fields fields = new Fields();
        ground.engine()
                .world()
                .parties()
                .theatre()
                .ifPresent(t -> fields.put("theatre", t.hash().text()));
        ground.engine().world().rules().ifPresent(rules -> fields.put("rules", rules.text()));
        return fields.json();
    }

    // --- what is said ---

    private Response note(Request request) {
        long shown = ground.engine().world().next();
        Answer answer = answer(request.body());
        boolean replayed = answer instanceof Answer.Sequenced sequenced && sequenced.index() < shown;
        Problems.Told told = problems.answer(request, replayed ? again(request, (Answer.Sequenced) answer) : answer);
        noted.accept(replayed ? REPLAYED : told.kind());
        return told.response();
    }

    // Others may have the whole note by now, for its author showed it to them; what the author's party was
    // told of it tells of third parties.
    private Answer again(Request request, Answer.Sequenced first) {
        boolean own = session(request)
                .filter(key -> key.party().text().equals(first.delivery().to()))
                .isPresent();
        return own ? first : new Answer.Known(first.index());
    }

    private Answer answer(Bytes line) {
        Submission said;
        try {
            said = ground.engine().check(line);
        } catch (Malformed bad) {
            return new Answer.Unreadable(bad.field(), bad.value(), bad.limit());
        }
        return ground.submit().apply(said).join();
    }

    /** On form only: nothing that is hidden from whoever asks has a part in it. */
    private Response check(Request request) {
        List<String> said = Fields.texts(Json.parse(request.body()), "type", "envelope", "details");
        return switch (Acts.read(said.get(0), Bytes.of(said.get(1)), Bytes.of(said.get(2)))) {
            case Reading.Clear _ ->
                Replies.json(200, new Fields().put("type", said.get(0)).json());
            case Reading.Unclear bad -> throw new Fault(422, "bad-body", bad.field(), bad.value(), bad.limit());
        };
    }

    // --- who asks ---

    private Response challenge(Request request) {
        Fields.texts(Json.parse(request.body()));
        Sessions.Given given = sessions.challenge();
        return Replies.json(
                201,
                new Fields()
                        .put("challenge", given.secret().text())
                        .put("until", TimeText.write(given.until()))
                        .json());
    }

    private Response login(Request request) {
        Bytes text = Bytes.of(Fields.texts(Json.parse(request.body()), "login").getFirst());
        LoginText login = Codec.inside("login", () -> LoginText.open(text, ground.scheme()));
        var theatre = ground.engine().world().parties().theatre();
        if (theatre.isEmpty() || !theatre.get().hash().equals(login.theatre()))
            throw new Fault(
                    409,
                    "other-theatre",
                    "theatre",
                    login.theatre().text(),
                    theatre.map(t -> t.hash().text()).orElse("none"));
        if (standing(login.key()).isEmpty())
            throw new Fault(403, "not-enrolled", "key", login.key().name(), "an enrolled key");
        Sessions.Given given = sessions.open(login.key(), login.challenge())
                .orElseThrow(() -> new Fault(
                        401, "challenge", "challenge", login.challenge().text(), "60 s"));
        return Replies.json(
                201,
                new Fields()
                        .put("token", given.secret().text())
                        .put("until", TimeText.write(given.until()))
                        .json());
    }

    private Optional<Key> standing(VerifierKey key) {
        return ground.engine().world().parties().key(key).filter(known -> !known.revoked());
    }

    private Optional<Key> session(Request request) {
        return request.bearer().flatMap(sessions::of).flatMap(session -> standing(session.key()));
    }

    /** The key that asks. Throws {@link Fault} where nobody is logged in, or not any more. */
    private Key asks(Request request) {
        Optional<Key> key = session(request);
        if (key.isEmpty()) rates.take(Rates.Kind.OPEN, request.peer());
        else rates.take(Rates.Kind.READ, key.get().verifier().point().text());
        return key.orElseThrow(() -> new Fault(401, "not-logged-in"));
    }

    private Response nothing(Request request) {
        asks(request);
        throw new Fault(404, "not-found");
    }

    // --- what is shown ---

    // Who asks comes before what: to everybody else all bodies are alike.
    private Response viewAs(Request request, List<String> rest) {
        isPost(request, rest);
        Key key = asks(request);
        rates.take(
                Rates.Kind.READ, key.verifier().point().text(), request.body().size() / PREVIEW_READ);
        return json(request, posted -> previews.of(posted, key));
    }

    private Reads reads(Request request) {
        Key key = asks(request);
        sound(request);
        return new Reads(ground.engine(), request, key, ground.clock().getAsLong());
    }

    private Response stream(Request request) {
        Key key = asks(request);
        sound(request);
        long count = ground.engine().world().inbox(key.party()).count();
        long from = request.header("last-event-id")
                .map(id -> Request.number("last-event-id", id, 0, count))
                .orElseGet(() -> request.number("from", count, 0, count));
        Hash session = Sessions.hidden(request.bearer().orElseThrow());
        return streams.open(
                key.verifier().point(),
                key.party(),
                from,
                () -> sessions.of(session).flatMap(s -> standing(s.key())).isPresent());
    }

    /** Ends exceptionally with the failure that keeps all streams from going on. */
    public CompletableFuture<Void> broken() {
        return feeds.broken();
    }

    /** Lets all streams end. */
    public void end() {
        streams.end();
        feeds.end();
    }
}
