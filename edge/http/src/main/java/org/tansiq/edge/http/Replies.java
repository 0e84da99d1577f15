package org.tansiq.edge.http;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.tansiq.core.Bytes;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Json;

/** Replies in JSON, all of them private and not to be kept by anybody in between. */
final class Replies {
    static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";
    private static final Response.Header PRIVATE = new Response.Header("Cache-Control", "private, no-store");

    private Replies() {}

    static Response.Whole json(int status, Json json) {
        return json(status, json.bytes());
    }

    /** Bytes that are JSON already. */
    static Response.Whole json(int status, Bytes json) {
        return new Response.Whole(status, JSON, List.of(PRIVATE), json);
    }

    /** What is read, under the hash of its bytes; nothing of it where the caller has it already. */
    static Response read(Request request, Json json) {
        return read(request, json.bytes());
    }

    /** The same of bytes that are JSON already. */
    static Response read(Request request, Bytes body) {
        String etag = "\""
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Sha256.of(body).bytes()) + "\"";
        List<Response.Header> headers = List.of(PRIVATE, new Response.Header("ETag", etag));
        return has(request, etag)
                ? new Response.Whole(304, JSON, headers, Bytes.of(""))
                : new Response.Whole(200, JSON, headers, body);
    }

    // As RFC 9110, 13.1.2: any of a list, weak or not.
    private static boolean has(Request request, String etag) {
        return request.header("if-none-match").stream()
                .flatMap(known -> Stream.of(known.split(",", -1)))
                .map(known -> known.strip().replaceFirst("^W/", ""))
                .anyMatch(etag::equals);
    }

    static Response.Whole problem(int status, Json problem, String language, List<Response.Header> more) {
        List<Response.Header> headers = new ArrayList<>(more);
        headers.add(PRIVATE);
        headers.add(new Response.Header("Content-Language", language));
        return new Response.Whole(status, PROBLEM, headers, problem.bytes());
    }
}
