package org.tansiq.edge.http;

import java.io.IOException;

/**
 * Events that go out in one write: to write to every desk of a party costs more than all else that a note
 * does. What comes first after a silence goes at once, what comes within {@link #PAUSE} of it goes together.
 */
final class Gathering implements Response.Out {
    /** Milliseconds from one write to the next. */
    static final long PAUSE = 250;

    /** Characters that are held; who has so many writes them at once. */
    static final int TEXT_MAX = 64 << 10;

    private final Response.Out out;
    private StringBuilder text = new StringBuilder();

    Gathering(Response.Out out) {
        this.out = out;
    }

    boolean empty() {
        return text.isEmpty();
    }

    @Override
    public void write(String event) throws IOException {
        text.append(event);
        if (text.length() >= TEXT_MAX) flush();
    }

    void flush() throws IOException {
        if (empty()) return;
        String all = text.toString();
        text = new StringBuilder(); // A stream that is silent holds nothing of what was large.
        out.write(all);
    }

    /** Writes what there is, and lets some more come. */
    void pause() throws IOException, InterruptedException {
        flush();
        Thread.sleep(PAUSE);
    }
}
