package org.tansiq.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.LoginText;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;

/**
 * A server, as whoever knows its address may use it: to say signed notes, and to log in. Any number of
 * threads may use it.
 *
 * <p>Calls throw {@link Unreachable} where no answer comes, and {@link Problem} where it is no.
 */
public final class Server implements AutoCloseable {
    /** Bytes of a reply that are read. */
    public static final int REPLY_MAX = 256 << 20;

    private static final int PORT_MAX = 65_535;

    private final URI address;
    private final String language;
    private final Limits limits;
    private final HttpClient http;

    /**
     * {@code address}: http or https, a host, perhaps a port, and nothing behind; throws {@link Malformed}.
     * {@code language}: of what people read, such as {@code ar}.
     */
    public Server(URI address, String language) {
        this(address, language, Limits.USUAL);
    }

    Server(URI address, String language, Limits limits) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        String path = address.getPath() == null ? "" : address.getPath();
        boolean bare = path.isEmpty() || path.equals("/");
        boolean port = address.getPort() == -1 || (address.getPort() >= 1 && address.getPort() <= PORT_MAX);
        if (!web
                || !port
                || address.getHost() == null
                || !bare
                || address.getQuery() != null
                || address.getUserInfo() != null)
            throw new Malformed("address", address.toString(), "http://HOST:PORT or https://HOST:PORT");
        this.address = address.resolve("/");
        this.language = language;
        this.limits = limits;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connect())
                .build();
    }

    public URI address() {
        return address;
    }

    /** The hash of the note that founded the theatre that it serves. */
    public Hash theatre() throws Problem, Unreachable {
        return Parsed.hash(Parsed.text(get("/api/v1/theatre", ""), "theatre"));
    }

    /**
     * Says a note, and waits until its answer is durable; {@link Answer.Known} where it was on the record
     * before, for who says it is not known here: {@link Session#say} gets the first answer again. Throws
     * {@link Unreachable} where no answer comes, whatever does come; the note may be on the record or not.
     */
    public Answer say(Submission note) throws Unreachable {
        return say(note, "");
    }

    Answer say(Submission note, String token) throws Unreachable {
        HttpResponse<byte[]> reply = whole(to("/api/v1/notes", token).POST(body(note.line())), limits.begin());
        try {
            Json json = json(reply.statusCode(), reply.body());
            if (reply.statusCode() / 100 == 2) return Parsed.answer(json);
            Optional<Json> answer = Parsed.member(json, "answer");
            return answer.isPresent() ? Parsed.answer(answer.get()) : turned(problem(reply, json));
        } catch (Malformed bad) {
            throw new Unreachable(address, reply.statusCode() + ", and no answer to a note: " + bad.getMessage());
        }
    }

    // What the gate turns away before it is a note has no answer in it, but says what an answer would.
    private Answer turned(Problem problem) throws Unreachable {
        if (problem.status() != 400 || !problem.type().equals("unreadable")) throw lost(problem);
        String limit = problem.limit().isEmpty() ? problem.detail() : problem.limit();
        return new Answer.Unreadable(problem.field(), problem.value(), limit);
    }

    /** Logs a key in; the session is bound to it. */
    public Session login(Signer signer) throws IOException {
        return new Session(this, signer);
    }

    /** The token of a new session. */
    String token(Signer signer) throws Problem, Unreachable {
        Hash challenge = Parsed.hash(Parsed.text(post("/api/v1/challenges", new Json.Fields(List.of())), "challenge"));
        Bytes login = LoginText.sign(theatre(), challenge, signer);
        Json.Member field = new Json.Member("login", new Json.Text(login.text()));
        return Parsed.text(post("/api/v1/sessions", new Json.Fields(List.of(field))), "token");
    }

    Json get(String path, String token) throws Problem, Unreachable {
        return good(whole(to(path, token), limits.rest()));
    }

    private Json post(String path, Json said) throws Problem, Unreachable {
        return post(path, said, "");
    }

    Json post(String path, Json said, String token) throws Problem, Unreachable {
        return good(whole(to(path, token).POST(body(said.bytes())), limits.rest()));
    }

    private static HttpRequest.BodyPublisher body(Bytes bytes) {
        return HttpRequest.BodyPublishers.ofByteArray(bytes.copy());
    }

    HttpRequest.Builder to(String path, String token) {
        HttpRequest.Builder call = HttpRequest.newBuilder(address.resolve(path))
                .timeout(limits.begin())
                .header("Accept-Language", language)
                .header("Content-Type", "application/json");
        return token.isEmpty() ? call : call.header("Authorization", "Bearer " + token);
    }

    /** A reply as it comes; one that is not a 200 is there as a whole. */
    Lines stream(HttpRequest.Builder call) throws IOException {
        HttpResponse<InputStream> reply = sent(
                call,
                head -> head.statusCode() == 200
                        ? HttpResponse.BodySubscribers.ofInputStream()
                        : HttpResponse.BodySubscribers.mapping(
                                HttpResponse.BodySubscribers.limiting(
                                        HttpResponse.BodySubscribers.ofByteArray(), REPLY_MAX),
                                ByteArrayInputStream::new),
                limits.begin());
        if (reply.statusCode() == 200) return new Lines(reply.body(), limits.silence());
        throw problem(reply, json(reply.statusCode(), reply.body().readAllBytes()));
    }

    private HttpResponse<byte[]> whole(HttpRequest.Builder call, Duration rest) throws Unreachable {
        return sent(call, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), REPLY_MAX), rest);
    }

    // The time-out of the call itself ends with the beginning of the reply.
    private <T> HttpResponse<T> sent(HttpRequest.Builder call, HttpResponse.BodyHandler<T> as, Duration rest)
            throws Unreachable {
        CompletableFuture<HttpResponse<T>> reply = http.sendAsync(call.build(), as);
        Duration most = limits.begin().plus(rest);
        try {
            return reply.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            reply.cancel(true);
            throw new Unreachable(address, "no whole reply within " + most.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new Unreachable(address, why(Optional.ofNullable(e.getCause()).orElse(e)));
        } catch (InterruptedException _) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unreachable(address, "interrupted");
        }
    }

    /** The same as if it had not answered, and why. */
    Unreachable lost(Problem problem) {
        return new Unreachable(address, String.valueOf(problem.getMessage()));
    }

    Unreachable lost(String why) {
        return new Unreachable(address, why);
    }

    private static String why(Throwable e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    private Json good(HttpResponse<byte[]> reply) throws Problem, Unreachable {
        Json json = json(reply.statusCode(), reply.body());
        if (reply.statusCode() / 100 == 2) return json;
        throw problem(reply, json);
    }

    private Problem problem(HttpResponse<?> reply, Json json) throws Unreachable {
        Optional<Duration> after = reply.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return Problem.of(reply.statusCode(), json, after).orElseThrow(() -> foreign(reply.statusCode()));
    }

    private Json json(int status, byte[] body) throws Unreachable {
        try {
            return Json.parse(Bytes.of(body));
        } catch (Malformed _) {
            throw foreign(status);
        }
    }

    private Unreachable foreign(int status) {
        return new Unreachable(address, status + ", and what came is not from a Tansiq server");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
