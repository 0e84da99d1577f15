package org.tansiq.app.record;

import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.engine.Alarms;

/** Alarms as lines on the error stream. */
record Sayings(Console console, Messages messages) implements Alarms {
    @Override
    public void raise(Kind kind, String detail) {
        String key = switch (kind) {
            case SNAPSHOT_CORRUPT -> "alarm.snapshot-corrupt";
            case SNAPSHOT_NOT_WRITTEN -> "alarm.snapshot-not-written";
            case JOURNAL_TORN -> "alarm.journal-torn";
        };
        console.error(messages.line(messages.say(key, "what", detail)));
    }
}
