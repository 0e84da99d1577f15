package org.tansiq.edge.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.core.Bytes;

/**
 * Events that go out in one write: to write to every desk of a party costs more than all else that a note
 * does. What comes first after a silence goes at once, what comes within {@link #PAUSE} of it goes together.
 */
final class Gathering implements Response.Out {
    /** Milliseconds from one write to the next. */
    static final long PAUSE = 250;

    /** Bytes that are held; who has so many writes them at once. */
    static final int HELD_MAX = 64 << 10;

    private final Response.Out out;
    private final List<Bytes> held = new ArrayList<>();
    private int size;

    Gathering(Response.Out out) {
        this.out = out;
    }

    boolean empty() {
        return held.isEmpty();
    }

    @Override
    public void write(Bytes event) throws IOException {
        held.add(event);
        size += event.size();
        if (size >= HELD_MAX) flush();
    }

    void flush() throws IOException {
        if (empty()) return;
        Bytes all = Bytes.joined(held);
        held.clear();
        size = 0;
        out.write(all);
    }

    /** Writes what there is, and lets some more come. */
    void pause() throws IOException, InterruptedException {
        flush();
        Thread.sleep(PAUSE);
    }
}
