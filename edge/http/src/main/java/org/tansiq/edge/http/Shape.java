package org.tansiq.edge.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tansiq.core.Bytes;

/**
 * What a request looks like as HTTP/1.1 (RFC 9112). Two programs that read one request in two ways are how
 * requests are smuggled, so whatever leaves room for that is refused: whoever reads sends no body, a body has
 * one Content-Length and no other framing, a path begins at the root, and no control character stands
 * anywhere.
 */
final class Shape {
    /** Methods with which no body comes, and what the length of such a body may be. */
    private static final List<String> READS = List.of("GET", "HEAD");

    private static final List<String> NONE = List.of("0");

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** One reading only: nothing is decoded but an equals sign, and no dots go up. */
    private static final Pattern PATH = Pattern.compile("(/(?!\\.\\.?(/|$))([A-Za-z0-9._~=-]|%3[Dd])*+)++");

    private static final Pattern EQUALS = Pattern.compile("%3[Dd]");

    private Shape() {}

    /** What is bad about a request whose headers are here. */
    static Optional<Handler.Bad> bad(ServerRequest from) {
        boolean framed = from.headers().contains(HeaderNames.TRANSFER_ENCODING);
        if (READS.contains(from.prologue().method().text())
                && (framed || !NONE.containsAll(from.headers().all(HeaderNames.CONTENT_LENGTH, List::of))))
            return bad(400, "bad-request", "body", "nothing, with GET");
        if (framed) return bad(411, "length", "transfer-encoding", "Content-Length");
        for (Header header : from.headers())
            for (String value : header.allValues())
                if (header.name().isEmpty() || odd(header.name()) || odd(value))
                    return bad(400, "bad-request", "header", "visible characters");
        List<String> lengths = from.headers().all(HeaderNames.CONTENT_LENGTH, List::of);
        if (lengths.size() > 1
                || !lengths.stream().allMatch(length -> LENGTH.matcher(length).matches()))
            return bad(400, "bad-request", "content-length", "one whole number");
        if (length(from) > Request.BODY_MAX)
            return Optional.of(
                    new Handler.Bad(413, "too-large", "body", length(from) + " bytes", Request.BODY_MAX + " bytes"));
        if (!PATH.matcher(from.prologue().uriPath().rawPath()).matches()
                || from.prologue().fragment().hasValue())
            return bad(400, "bad-request", "path", "letters, digits and - . _ ~ = between slashes");
        for (String name : from.query().names()) {
            if (odd(name) || odd(from.query().get(name))) return bad(400, "bad-request", "query", "visible characters");
            if (from.query().all(name).size() > 1) return bad(400, "bad-request", name, "one value");
        }
        return Optional.empty();
    }

    /** Whether the client wants no other answer on this connection. */
    static boolean closes(ServerRequest from) {
        return from.headers().all(HeaderNames.CONNECTION, List::of).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .anyMatch(value -> value.strip().equalsIgnoreCase("close"));
    }

    private static Optional<Handler.Bad> bad(int status, String type, String field, String limit) {
        return Optional.of(new Handler.Bad(status, type, field, "another", limit));
    }

    /** What the library refused itself, or what failed in the handling of a request. */
    static Handler.Bad bad(int status, boolean failing) {
        if (status == 500) return failing ? new Handler.Bad(500, "failed", "", "", "") : bad(400, /* failing= */ false);
        return switch (status) {
            case 414 -> bad(status, "first-line", "below " + HttpServer.FIRST_LINE_MAX + " bytes");
            case 501 -> bad(status, "transfer-encoding", "Content-Length");
            case 505 -> bad(status, "version", "HTTP/1.1");
            default ->
                bad(status, "request", "one reading (RFC 9112), headers of " + HttpServer.HEADERS_MAX + " bytes");
        };
    }

    private static Handler.Bad bad(int status, String field, String limit) {
        return new Handler.Bad(status, "bad-request", field, "another", limit);
    }

    /** Of a request that the library refused, or that failed: what of its head can be read. */
    static Request unread(DirectHandler.TransportRequest from) {
        boolean read = PATH.matcher(from.path()).matches();
        return new Request(
                read ? from.method() : "",
                read ? path(from.path()) : List.of(),
                Map.of(),
                headers(from.headers()),
                Bytes.NONE);
    }

    private static boolean odd(String text) {
        return text.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c));
    }

    /** Bytes of the body, 0 where there is none; only where its header is one number. */
    static long length(ServerRequest from) {
        return from.headers().contains(HeaderNames.CONTENT_LENGTH)
                ? Long.parseLong(from.headers().get(HeaderNames.CONTENT_LENGTH).get())
                : 0;
    }

    static Request request(ServerRequest from, Bytes body) {
        return new Request(
                from.prologue().method().text(),
                path(from.prologue().uriPath().rawPath()),
                query(from),
                headers(from.headers()),
                body,
                peer(from));
    }

    private static List<String> path(String raw) {
        String path = EQUALS.matcher(raw).replaceAll("=");
        return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    }

    private static Map<String, String> query(ServerRequest from) {
        Map<String, String> query = new TreeMap<>();
        for (String name : from.query().names()) query.put(name, from.query().get(name));
        return query;
    }

    private static Map<String, String> headers(Iterable<Header> from) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : from)
            headers.merge(
                    header.name().toLowerCase(Locale.ROOT),
                    String.join(", ", header.allValues()),
                    (one, other) -> one + ", " + other);
        return headers;
    }

    static String peer(ServerRequest from) {
        if (!(from.remotePeer().address() instanceof InetSocketAddress socket) || socket.isUnresolved()) return "";
        InetAddress address = socket.getAddress();
        int bytes = address instanceof Inet6Address ? 8 : 4;
        return HexFormat.of().formatHex(address.getAddress(), 0, bytes);
    }
}
