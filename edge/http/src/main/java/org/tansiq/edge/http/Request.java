package org.tansiq.edge.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.wire.Submission;

/**
 * A call. The path is split at its slashes, the query read, header names are in lower case; the values of a
 * name that comes more than once stand in a row with commas between (RFC 9110, 5.3). {@code peer} is the
 * network that asks: an address, of version 6 its first half; empty where there is none.
 */
public record Request(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Bytes body,
        String peer) {
    /** Bytes of a body: what a note may be. */
    public static final int BODY_MAX = Submission.LINE_MAX;

    /** What the query of a page says. */
    static final List<String> PAGE = List.of("from", "limit");

    public Request(
            String method, List<String> path, Map<String, String> query, Map<String, String> headers, Bytes body) {
        this(method, path, query, headers, body, "");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** What stands behind {@code Bearer} in the header that says who asks. */
    Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring(7));
    }

    /** What may be asked for or not. Throws {@link Fault} where the query says neither. */
    boolean asks(String name) {
        String value = query.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false"))
            throw new Fault(400, "bad-request", name, value, "true or false");
        return value.equals("true");
    }

    /** Throws {@link Fault} where the query says anything but this: nothing is passed over in silence. */
    void asksOnly(List<String> names) {
        for (String name : query.keySet())
            if (!names.contains(name))
                throw new Fault(
                        400, "bad-request", "query", name, names.isEmpty() ? "nothing" : String.join(", ", names));
    }

    /** A whole number of the query. Throws {@link Fault} where it is none, or outside of the limits. */
    long number(String name, long otherwise, long least, long most) {
        String value = query.get(name);
        return value == null ? otherwise : number(name, value, least, most);
    }

    static long number(String name, String value, long least, long most) {
        if (value.matches("0|[1-9][0-9]{0,18}")) {
            long number = Long.parseUnsignedLong(value); // Below 0 where it has more than 63 bits.
            if (number >= least && number <= most) return number;
        }
        throw new Fault(400, "bad-request", name, value, least + " to " + most);
    }
}
