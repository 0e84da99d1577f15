package org.tansiq.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.tansiq.core.Hash;

/**
 * A server on this machine that says what it is told to say: to each path its replies one after the other,
 * the last of them for good.
 */
final class Loopback implements AutoCloseable {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";
    static final Hash THEATRE = new Hash(1, 2, 3, 4);

    /** A reply; one that stalls has its head and these bytes, and no end. */
    record Reply(int status, String type, String body, boolean stalls, Map<String, String> more) {
        Reply(int status, String type, String body) {
            this(status, type, body, /* stalls= */ false, Map.of());
        }

        static Reply json(int status, String body) {
            return new Reply(status, JSON, body);
        }

        static Reply problem(int status, String type) {
            String body = "{\"type\":\"/problems/" + type + "\",\"status\":" + status + ",\"title\":\"Title\","
                    + "\"detail\":\"The detail.\"}";
            return new Reply(status, PROBLEM, body);
        }

        static Reply events(String... events) {
            return new Reply(200, "text/event-stream", String.join("", events));
        }

        Reply stalling() {
            return new Reply(status, type, body, /* stalls= */ true, more);
        }

        Reply with(String header, String value) {
            return new Reply(status, type, body, stalls, Map.of(header, value));
        }
    }

    /** A call that came: its path, and its token. */
    record Called(String path, String token) {}

    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private final Queue<Called> calls = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;

    Loopback() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
        says("/api/v1/theatre", Reply.json(200, "{\"theatre\":\"" + THEATRE + "\"}"));
        says("/api/v1/challenges", Reply.json(201, "{\"challenge\":\"" + THEATRE + "\"}"));
        says("/api/v1/sessions", Reply.json(201, "{\"token\":\"t1\"}"), Reply.json(201, "{\"token\":\"t2\"}"));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    void says(String path, Reply... inOrder) {
        replies.put(path, new ArrayDeque<>(List.of(inOrder)));
    }

    /** The tokens of the calls of a path, in their order. */
    List<String> tokens(String path) {
        return calls(path).map(Called::token).toList();
    }

    /** The calls of a path, with their queries, in their order. */
    Stream<Called> calls(String path) {
        return calls.stream().filter(call -> call.path.startsWith(path));
    }

    private void answer(HttpExchange call) throws IOException {
        String token = call.getRequestHeaders().getFirst("Authorization");
        calls.add(new Called(call.getRequestURI().toString(), token == null ? "" : token.replace("Bearer ", "")));
        call.getRequestBody().readAllBytes();
        Reply reply = next(call.getRequestURI().getPath());
        byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", reply.type);
        reply.more.forEach(call.getResponseHeaders()::set);
        call.sendResponseHeaders(reply.status, reply.stalls ? 0 : body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.getResponseBody().flush();
        if (reply.stalls) stall();
        call.close();
    }

    private void stall() {
        try {
            over.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply next(String path) {
        Queue<Reply> all = replies.getOrDefault(path, new ArrayDeque<>(List.of(Reply.problem(404, "not-found"))));
        synchronized (all) {
            return all.size() > 1 ? all.remove() : all.element();
        }
    }

    @Override
    public void close() {
        over.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
