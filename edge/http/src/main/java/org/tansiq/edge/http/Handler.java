package org.tansiq.edge.http;

import java.util.List;
import org.tansiq.core.Bytes;

/** Answers calls; any number of threads may ask. */
public interface Handler {
    /** What is wrong with a call before anybody has looked at what it asks; fields as in a problem. */
    record Bad(int status, String type, String field, String value, String limit) {}

    Response handle(Request request);

    /** Whether it is known who asks: a connection on which that is answered is not given up for a new one. */
    default boolean knows(Request request) {
        return false;
    }

    /** The answer to a call that is bad as HTTP; of the request only what could be read is there. */
    default Response.Whole refuse(Request request, Bad bad) {
        return new Response.Whole(bad.status, "text/plain", List.of(), Bytes.of(bad.type));
    }
}
