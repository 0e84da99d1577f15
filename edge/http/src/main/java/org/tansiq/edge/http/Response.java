package org.tansiq.edge.http;

import java.io.IOException;
import java.util.List;
import org.tansiq.core.Bytes;

/** What a call gets. */
public sealed interface Response {
    record Header(String name, String value) {}

    /** An answer that is all there. */
    record Whole(int status, String type, List<Header> headers, Bytes body) implements Response {}

    /**
     * Server-sent events until somebody has enough. Holds a place until it is closed, whether or not it ran:
     * whoever gets one MUST close it. May be closed twice.
     */
    record Events(Running running, Runnable closed) implements Response, AutoCloseable {
        @Override
        public void close() {
            closed.run();
        }
    }

    /** Writes events; returns when there will be no more. */
    interface Running {
        void run(Out out) throws IOException, InterruptedException;
    }

    /** Where events go; each call is on its way to the client when it returns. */
    interface Out {
        void write(Bytes events) throws IOException;
    }
}
