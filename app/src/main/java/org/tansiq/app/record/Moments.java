package org.tansiq.app.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;

/** Says a time of the record in UTC, and local time beside it. */
public record Moments(Messages messages, ZoneId zone) {
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** At that time. */
    public Phrase at(long micros) {
        return said("time.moment", micros);
    }

    /** The time alone, behind a word such as until. */
    Phrase bare(long micros) {
        return said("time.bare", micros);
    }

    private Phrase said(String key, long micros) {
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        Phrase utc = said(key, at, ZoneOffset.UTC, "UTC");
        return zone.equals(ZoneOffset.UTC)
                ? utc
                : messages.say("time.local", "utc", utc, "local", said(key, at, zone, zone.getId()));
    }

    private Phrase said(String key, Instant at, ZoneId in, String name) {
        return messages.say(key, "at", TO_THE_SECOND.format(at.atZone(in)), "zone", name);
    }
}
