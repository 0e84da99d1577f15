package org.tansiq.app.replacement;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Whatever any part of a server would write to its log while a theatre is played. */
final class Logs extends Handler {
    private final Logger root = Logger.getLogger("");
    private final SimpleFormatter form = new SimpleFormatter();
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    Logs() {
        root.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(form.format(line));
    }

    /** Nothing is logged for an act, hidden or not. */
    void silent() {
        if (!lines.isEmpty()) throw new Settling.Broken("a log tells of acts: " + lines);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
