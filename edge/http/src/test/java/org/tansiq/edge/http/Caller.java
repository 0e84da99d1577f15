package org.tansiq.edge.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A client that compares every reply that it gets with the description. */
record Caller(int port, Described described) {
    private static final Map<String, String> JSON = new TreeMap<>(Map.of("Content-Type", "application/json"));

    Exchange get(String target, Map<String, String> headers) throws IOException {
        return call("GET", target, headers, "");
    }

    Exchange get(String target) throws IOException {
        return get(target, new TreeMap<>());
    }

    Exchange get(String target, String token) throws IOException {
        return get(target, bearer(token));
    }

    Exchange post(String target, String body) throws IOException {
        return call("POST", target, JSON, body);
    }

    Exchange post(String target, String body, String token) throws IOException {
        TreeMap<String, String> headers = bearer(token);
        headers.putAll(JSON);
        return call("POST", target, headers, body);
    }

    static TreeMap<String, String> bearer(String token) {
        return new TreeMap<>(Map.of("Authorization", "Bearer " + token));
    }

    Exchange call(String method, String target, Map<String, String> headers, String body) throws IOException {
        StringBuilder head = new StringBuilder(" HTTP/1.1\r\nHost: h\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (!body.isEmpty()) head.append("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
        return raw(method, target, head + "\r\n" + body);
    }

    /** {@code rest}: all that stands behind the target. */
    Exchange raw(String method, String target, String rest) throws IOException {
        try (Wire wire = new Wire(port)) {
            String reply = wire.send(method + " " + target + rest).reply();
            return described.compare(Exchange.of(method, target, reply));
        }
    }
}
