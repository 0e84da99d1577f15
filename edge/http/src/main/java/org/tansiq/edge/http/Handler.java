package org.tansiq.edge.http;

import java.util.List;
import org.tansiq.core.Bytes;

/** Answers calls; any number of threads may ask. */
public interface Handler {
    /** What is wrong with a call before anybody has looked at what it asks; fields as in a problem. */
    record Bad(int status, String type, String field, String value, String limit) {}

    Response handle(Request request);

    /** The answer to a call that is bad as HTTP; of the request only what could be read is there. */
    default Response.Whole refuse(Request request, Bad bad) {
        return new Response.Whole(bad.status, "text/plain", List.of(), Bytes.of(bad.type));
    }
}
