package org.tansiq.app.record;

import java.util.Optional;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Progress;
import org.tansiq.app.words.Messages;
import org.tansiq.engine.Pace;

/** Shows how far long work of the engine is, once it is known how much there is. */
final class Paced implements Pace, AutoCloseable {
    private final Console console;
    private final Messages messages;
    private final String key;
    private Optional<Progress> shown = Optional.empty();
    private long done;

    Paced(Console console, Messages messages, String key) {
        this.console = console;
        this.messages = messages;
        this.key = key;
    }

    @Override
    public void at(long now, long total) {
        if (shown.isEmpty()) shown = Optional.of(console.progress(messages, key, total));
        for (; done < now; done++) shown.get().step();
    }

    @Override
    public void close() {
        shown.ifPresent(Progress::close);
    }
}
