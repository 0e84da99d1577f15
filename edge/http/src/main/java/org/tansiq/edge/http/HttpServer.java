package org.tansiq.edge.http;

import com.sun.management.UnixOperatingSystemMXBean;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.tansiq.core.Bytes;

/**
 * Carries calls from sockets to a handler. Nothing else in the program knows whose server it is.
 *
 * <p>Every call runs on a virtual thread of its own. Limits that no handler sees: {@link #HEADERS_MAX},
 * {@link #FIRST_LINE_MAX}, {@link Limits}. What is bad as HTTP is refused in {@link Shape}, and its
 * connection closed.
 */
public final class HttpServer implements AutoCloseable {
    /** Bytes of all headers of a call, and of its first line. */
    static final int HEADERS_MAX = 16 << 10;

    static final int FIRST_LINE_MAX = 4 << 10;

    /** Bytes of a body that is too large which are read and dropped, so that the client sees the answer. */
    static final long DRAIN_MAX = 16 << 20;

    /** Connections at once; fewer where the process may have few files open. */
    public static final int CONNECTIONS_MAX = 8192;

    /** Of those files, the part that may be connections: a listener that gets no file listens no more. */
    private static final int PART_OF_FILES = 2;

    /** How long those who are being answered get when the server stops. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /**
     * What a connection may take. {@code connections} at once; whoever takes the last place ends the oldest
     * one on which nobody who is known is being answered; {@code first} until its first byte and
     * {@code idle} until a later request's; {@code read} for a whole request, {@code write} for an answer or
     * event and a second more for each 16 KiB; {@code bodies} bytes of bodies altogether.
     */
    record Limits(int connections, Duration first, Duration idle, Duration read, Duration write, int bodies) {
        static final Limits STANDARD = of(CONNECTIONS_MAX);

        private static Limits of(int connections) {
            return new Limits(
                    connections,
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(2),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    256 << 20);
        }

        private Duration pause() {
            Duration least = first.compareTo(write) < 0 ? first : write;
            return least.dividedBy(4).plusMillis(1);
        }
    }

    private final WebServer server;
    private final Watchdog dog;

    private HttpServer(WebServer server, Watchdog dog) {
        this.server = server;
        this.dog = dog;
    }

    /** Port 0 is any that is free. Throws {@link IllegalStateException} where it cannot listen there. */
    public static HttpServer start(InetSocketAddress at, Handler handler) {
        return start(at, handler, CONNECTIONS_MAX);
    }

    /** With so many connections at most. */
    public static HttpServer start(InetSocketAddress at, Handler handler, int connections) {
        return start(at, handler, Limits.of((int) Math.min(connections, files() / PART_OF_FILES)));
    }

    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    static HttpServer start(InetSocketAddress at, Handler handler, Limits limits) {
        Watchdog dog = new Watchdog(System::nanoTime, limits.connections).every(limits.pause());
        Http1Config http = Http1Config.builder()
                .maxHeadersSize(HEADERS_MAX)
                .maxPrologueLength(FIRST_LINE_MAX)
                .build();
        Calls calls = new Calls(handler, new Bodies(limits.bodies));
        // One selector alone, so that no byte is waited for before the guard is there.
        WebServer server = WebServer.builder()
                .host(at.getHostString())
                .port(at.getPort())
                .maxTcpConnections(limits.connections)
                .shutdownGracePeriod(GRACE)
                .shutdownHook(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(Guard.selector(
                        Http1ConnectionSelector.builder().config(http).build(), limits, dog))
                .directHandlers(direct(handler))
                .routing(routing -> routing.any(calls::handle))
                .build()
                .start();
        // The library only logs that it failed.
        if (!server.isRunning()) {
            dog.close();
            throw new IllegalStateException("cannot listen on " + at);
        }
        return new HttpServer(server, dog);
    }

    public int port() {
        return server.port();
    }

    // What the library itself refuses, and whatever failed.
    private static DirectHandlers direct(Handler handler) {
        DirectHandlers.Builder all = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values())
            all.addHandler(type, (from, _, status, headers, _) -> {
                Response.Whole answer = handler.refuse(
                        Shape.unread(from),
                        Shape.bad(status.code(), Guard.HERE.get().failing()));
                DirectHandler.TransportResponse.Builder to = DirectHandler.TransportResponse.builder()
                        .status(Status.create(answer.status()))
                        .headers(headers)
                        .header(HeaderNames.CONTENT_TYPE, answer.type())
                        .keepAlive(false)
                        .entity(answer.body().copy());
                for (Response.Header header : answer.headers())
                    to.header(HeaderNames.create(header.name()), header.value());
                return to.build();
            });
        return all.build();
    }

    private record Calls(Handler handler, Bodies bodies) {
        void handle(ServerRequest from, ServerResponse to) {
            Guard guard = Guard.HERE.get();
            guard.handling();
            if (Shape.closes(from)) guard.last();
            try {
                Optional<Handler.Bad> bad = Shape.bad(from);
                if (bad.isPresent()) refuse(from, to, bad.get());
                else whole(from, to, guard);
                guard.answered();
            } catch (DataReader.InsufficientDataAvailableException _) {
                refuse(from, to, new Handler.Bad(400, "bad-request", "body", "its end", "Content-Length bytes"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void whole(ServerRequest from, ServerResponse to, Guard guard) throws IOException {
            int size = (int) Shape.length(from);
            Room room = new Room(bodies, Shape.peer(from));
            try {
                Optional<Bytes> body = size == 0 ? Optional.of(Bytes.NONE) : body(from, size, room);
                if (body.isEmpty()) {
                    String limit = "room for " + bodies.ofNetwork() + " bytes of one network";
                    refuse(from, to, new Handler.Bad(503, "busy", "body", size + " bytes", limit));
                    return;
                }
                Request request = Shape.request(from, body.get());
                guard.read(handler.knows(request));
                switch (handler.handle(request)) {
                    case Response.Whole whole -> send(whole, from, to);
                    case Response.Events events -> {
                        room.give();
                        stream(events, to);
                    }
                }
            } finally {
                room.give();
            }
        }

        /** A body, or nothing where there is no room for all of it. */
        private static Optional<Bytes> body(ServerRequest from, int size, Room room) throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream(Math.min(size, Bodies.PIECE));
            try (InputStream in = from.content().inputStream()) {
                while (all.size() < size) {
                    int piece = Math.min(Bodies.PIECE, size - all.size());
                    if (!room.more(piece)) return Optional.empty();
                    all.writeBytes(in.readNBytes(piece));
                }
            }
            return Optional.of(Bytes.of(all.toByteArray()));
        }

        // Nobody knows where the next request would begin; but what is only too large is read to its end.
        private void refuse(ServerRequest from, ServerResponse to, Handler.Bad bad) {
            boolean drained = bad.status() == 413 && Shape.length(from) <= DRAIN_MAX;
            if (!drained) {
                to.header(HeaderValues.CONNECTION_CLOSE);
                Guard.HERE.get().last();
            }
            send(handler.refuse(Shape.request(from, Bytes.of("")), bad), from, to);
        }
    }

    /** What one call has taken of the room for bodies. */
    private static final class Room {
        private final Bodies bodies;
        private final String network;
        private int taken;

        Room(Bodies bodies, String network) {
            this.bodies = bodies;
            this.network = network;
        }

        boolean more(int bytes) {
            if (!bodies.take(network, bytes)) return false;
            taken += bytes;
            return true;
        }

        void give() {
            bodies.give(network, taken);
            taken = 0;
        }
    }

    private static void send(Response.Whole whole, ServerRequest from, ServerResponse to) {
        to.status(Status.create(whole.status()));
        to.header(HeaderNames.CONTENT_TYPE, whole.type());
        for (Response.Header header : whole.headers()) to.header(HeaderNames.create(header.name()), header.value());
        // Whoever asks for the head alone takes a body for the next answer.
        if (from.prologue().method().equals(Method.HEAD)) to.send();
        else to.send(whole.body().copy());
    }

    private static void stream(Response.Events events, ServerResponse to) throws IOException {
        try (events;
                OutputStream out = opened(to)) {
            events.running().run(some -> {
                out.write(some.copy());
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
        dog.close();
    }
}
