package org.tansiq.edge.http;

import java.io.IOException;
import java.util.List;
import org.tansiq.core.Bytes;

/** What a call gets. */
public sealed interface Response {
    record Header(String name, String value) {}

    /** An answer that is all there. */
    record Whole(int status, String type, List<Header> headers, Bytes body) implements Response {}

    /** Server-sent events until somebody has enough. */
    record Events(Running running) implements Response {}

    /** Writes events; returns when there will be no more. */
    interface Running {
        void run(Out out) throws IOException, InterruptedException;
    }

    /** Where events go; each call is on its way to the client when it returns. */
    interface Out {
        void write(String text) throws IOException;
    }
}
