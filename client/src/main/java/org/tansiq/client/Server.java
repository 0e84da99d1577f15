package org.tansiq.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
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

    /** How long a connection, and the beginning of a reply, may take. */
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    private static final Duration REPLY_TIME_MAX = Duration.ofSeconds(60);

    private final URI address;
    private final String language;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();

    /**
     * {@code address}: http or https, a host, perhaps a port, and nothing behind; throws {@link Malformed}.
     * {@code language}: of what people read, such as {@code ar}.
     */
    public Server(URI address, String language) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        String path = address.getPath() == null ? "" : address.getPath();
        boolean bare = path.isEmpty() || path.equals("/");
        if (!web || address.getHost() == null || !bare || address.getQuery() != null || address.getUserInfo() != null)
            throw new Malformed("address", address.toString(), "http://HOST:PORT or https://HOST:PORT");
        this.address = address.resolve("/");
        this.language = language;
    }

    public URI address() {
        return address;
    }

    /** The hash of the note that founded the theatre that it serves. */
    public Hash theatre() throws IOException {
        return Parsed.hash(Parsed.text(get("/api/v1/theatre", ""), "theatre"));
    }

    /** Says a note, and waits until its answer is durable. */
    public Answer say(Submission note) throws Unreachable {
        HttpResponse<InputStream> reply = send(to("/api/v1/notes", "").POST(body(note.line())));
        Json json = json(reply);
        if (reply.statusCode() == 201) return Parsed.answer(json);
        return Parsed.member(json, "answer").map(Parsed::answer).orElseGet(() -> unreadable(json));
    }

    // What the gate turns away before it is a note has no answer in it, but says what an answer would.
    private static Answer unreadable(Json json) {
        return new Answer.Unreadable(
                Parsed.textOr(json, "field"),
                Parsed.textOr(json, "value"),
                Parsed.textOr(json, Parsed.member(json, "limit").isPresent() ? "limit" : "detail"));
    }

    /** Logs a key in; the session is bound to it. */
    public Session login(Signer signer) throws IOException {
        return new Session(this, signer);
    }

    /** The token of a new session. */
    String token(Signer signer) throws IOException {
        Hash challenge = Parsed.hash(Parsed.text(post("/api/v1/challenges", new Json.Fields(List.of())), "challenge"));
        Bytes login = LoginText.sign(theatre(), challenge, signer);
        Json.Member field = new Json.Member("login", new Json.Text(login.text()));
        return Parsed.text(post("/api/v1/sessions", new Json.Fields(List.of(field))), "token");
    }

    Json get(String path, String token) throws IOException {
        return good(send(to(path, token)));
    }

    private Json post(String path, Json said) throws IOException {
        return post(path, said, "");
    }

    Json post(String path, Json said, String token) throws IOException {
        return good(send(to(path, token).POST(body(said.bytes()))));
    }

    private static HttpRequest.BodyPublisher body(Bytes bytes) {
        return HttpRequest.BodyPublishers.ofByteArray(bytes.copy());
    }

    HttpRequest.Builder to(String path, String token) {
        HttpRequest.Builder call = HttpRequest.newBuilder(address.resolve(path))
                .timeout(REPLY_TIME_MAX)
                .header("Accept-Language", language)
                .header("Content-Type", "application/json");
        return token.isEmpty() ? call : call.header("Authorization", "Bearer " + token);
    }

    HttpResponse<InputStream> send(HttpRequest.Builder call) throws Unreachable {
        try {
            return http.send(call.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new Unreachable(address, why(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(address, "interrupted");
        }
    }

    Unreachable lost(IOException e) {
        return new Unreachable(address, why(e));
    }

    private static String why(IOException e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }

    private Json good(HttpResponse<InputStream> reply) throws IOException {
        Json json = json(reply);
        if (reply.statusCode() / 100 == 2) return json;
        throw problem(reply.statusCode(), json);
    }

    static Problem problem(int status, Json json) {
        String type = Parsed.textOr(json, "type");
        return new Problem(
                status,
                type.startsWith("/problems/") ? type.substring("/problems/".length()) : type,
                Parsed.textOr(json, "title"),
                Parsed.textOr(json, "detail"));
    }

    Json json(HttpResponse<InputStream> reply) throws Unreachable {
        Bytes body;
        try (InputStream in = reply.body()) {
            body = Bytes.of(in.readNBytes(REPLY_MAX));
        } catch (IOException e) {
            throw lost(e);
        }
        try {
            return Json.parse(body);
        } catch (Malformed bad) {
            throw new Unreachable(address, reply.statusCode() + ", and no JSON");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
