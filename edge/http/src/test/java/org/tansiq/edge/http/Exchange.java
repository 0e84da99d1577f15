package org.tansiq.edge.http;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A call, and its reply as it came; header names are in lower case. */
record Exchange(String method, String target, int status, TreeMap<String, String> headers, String body) {
    /** A reply as it came over a socket: its head, an empty line, its body. */
    static Exchange of(String method, String target, String raw) {
        String[] parts = raw.split("\r\n\r\n", 2);
        List<String> lines = Arrays.asList(parts[0].split("\r\n", -1));
        if (!lines.getFirst().matches("HTTP/1.1 [0-9]{3} .*"))
            throw new IllegalStateException(method + " " + target + " was not answered: " + raw);
        TreeMap<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] pair = line.split(": *", 2);
            headers.merge(pair[0].toLowerCase(Locale.ROOT), pair[1], (one, other) -> one + ", " + other);
        }
        int status = Integer.parseInt(lines.getFirst().substring(9, 12));
        return new Exchange(method, target, status, headers, parts.length > 1 ? parts[1] : "");
    }

    /** The head of a reply whose body is still to come. */
    static Exchange of(String target, HttpResponse<?> reply) {
        TreeMap<String, String> headers = new TreeMap<>();
        reply.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Exchange(reply.request().method(), target, reply.statusCode(), headers, "");
    }

    String path() {
        return target.split("\\?", 2)[0];
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public String toString() {
        String shown = body.length() > 600 ? body.substring(0, 600) + "..." : body;
        return method + " " + (target.length() > 100 ? target.substring(0, 100) + "..." : target) + " " + status + " "
                + shown;
    }
}
