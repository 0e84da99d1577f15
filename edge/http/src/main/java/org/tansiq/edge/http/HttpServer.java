package org.tansiq.edge.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tansiq.core.Bytes;

/**
 * Carries calls from sockets to a handler. Nothing else in the program knows whose server it is.
 *
 * <p>Every call runs on a virtual thread of its own. Limits that no handler sees: {@link #CONNECTIONS_MAX},
 * {@link #HEADERS_MAX}, {@link #IDLE}.
 */
public final class HttpServer implements AutoCloseable {
    /** Connections at once; more wait until one ends. */
    static final int CONNECTIONS_MAX = 8192;

    /** Bytes of all headers of a call, and of its first line. */
    static final int HEADERS_MAX = 16 << 10;

    static final int FIRST_LINE_MAX = 4 << 10;

    /** How long a connection may be silent. */
    static final Duration IDLE = Duration.ofMinutes(2);

    /** How long those who are being answered get when the server stops. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final WebServer server;

    private HttpServer(WebServer server) {
        this.server = server;
    }

    /** Port 0 is any that is free. Throws {@link IllegalStateException} where it cannot listen there. */
    public static HttpServer start(InetSocketAddress at, Handler handler) {
        Http1Config http = Http1Config.builder()
                .maxHeadersSize(HEADERS_MAX)
                .maxPrologueLength(FIRST_LINE_MAX)
                .build();
        WebServer server = WebServer.builder()
                .host(at.getHostString())
                .port(at.getPort())
                .maxTcpConnections(CONNECTIONS_MAX)
                .idleConnectionTimeout(IDLE)
                .shutdownGracePeriod(GRACE)
                .shutdownHook(false)
                .addProtocol(http)
                .routing(routing -> routing.any((from, to) -> handle(handler, from, to)))
                .build()
                .start();
        // The library only logs that it failed.
        if (!server.isRunning()) throw new IllegalStateException("cannot listen on " + at);
        return new HttpServer(server);
    }

    public int port() {
        return server.port();
    }

    private static void handle(Handler handler, ServerRequest from, ServerResponse to) {
        try {
            Request request =
                    new Request(from.prologue().method().text(), path(from), query(from), headers(from), body(from));
            switch (handler.handle(request)) {
                case Response.Whole whole -> send(whole, to);
                case Response.Events events -> stream(events, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> path(ServerRequest from) {
        String path = from.path().path();
        return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    }

    private static Map<String, String> query(ServerRequest from) {
        Map<String, String> query = new TreeMap<>();
        for (String name : from.query().names()) query.put(name, from.query().get(name));
        return query;
    }

    private static Map<String, String> headers(ServerRequest from) {
        Map<String, String> headers = new TreeMap<>();
        from.headers().forEach(header -> headers.putIfAbsent(header.name().toLowerCase(Locale.ROOT), header.get()));
        return headers;
    }

    // One byte more than may be, so that the handler sees that it is too much.
    private static Bytes body(ServerRequest from) throws IOException {
        if (!from.content().hasEntity()) return Bytes.of("");
        try (InputStream in = from.content().inputStream()) {
            return Bytes.of(in.readNBytes(Request.BODY_MAX + 1));
        }
    }

    private static void send(Response.Whole whole, ServerResponse to) {
        to.status(Status.create(whole.status()));
        to.header(HeaderNames.CONTENT_TYPE, whole.type());
        for (Response.Header header : whole.headers()) to.header(HeaderNames.create(header.name()), header.value());
        to.send(whole.body().copy());
    }

    private static void stream(Response.Events events, ServerResponse to) throws IOException {
        try (events;
                OutputStream out = opened(to)) {
            events.running().run(text -> {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            });
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutputStream opened(ServerResponse to) {
        to.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        to.header(HeaderNames.CACHE_CONTROL, "private, no-store");
        return to.outputStream();
    }

    /** Takes no more calls, and answers those that are there. */
    @Override
    public void close() {
        server.stop();
    }
}
