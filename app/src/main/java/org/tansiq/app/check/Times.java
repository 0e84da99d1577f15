package org.tansiq.app.check;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.geometry.Window;

/** Says windows in UTC and, beside it, in the zone asked for; to the second, rounded outward. */
public record Times(Messages messages, Optional<ZoneId> zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public Phrase window(Window window) {
        boolean always = window.from() == Window.OPEN_FROM && window.until() == Window.OPEN_UNTIL;
        if (always) return messages.say("time.always");
        Phrase utc = window(window, ZoneOffset.UTC, "UTC");
        return zone.map(z -> messages.say("time.local", "utc", utc, "local", window(window, z, z.getId())))
                .orElse(utc);
    }

    /** The start in UTC alone. */
    public Phrase from(Window window) {
        if (window.from() == Window.OPEN_FROM) return messages.say("svg.open-from");
        String at = stamp(Window.instant(window.from()).atZone(ZoneOffset.UTC));
        return messages.say("svg.from", "at", at);
    }

    /** The end in UTC alone. */
    public Phrase until(Window window) {
        if (window.until() == Window.OPEN_UNTIL) return messages.say("svg.open-until");
        String at = stamp(upward(Window.instant(window.until())).atZone(ZoneOffset.UTC));
        return messages.say("svg.until", "at", at);
    }

    /** How long it lasts; empty where an end is open or nothing lasts. */
    static Optional<Duration> length(Window window) {
        if (window.from() == Window.OPEN_FROM || window.until() == Window.OPEN_UNTIL) return Optional.empty();
        Duration length = Duration.of(window.until() - window.from(), ChronoUnit.MICROS);
        return Optional.of(length).filter(Duration::isPositive);
    }

    private Phrase window(Window window, ZoneId in, String name) {
        Optional<ZonedDateTime> from = Optional.of(window.from())
                .filter(t -> t != Window.OPEN_FROM)
                .map(t -> Window.instant(t).atZone(in).truncatedTo(ChronoUnit.SECONDS));
        Optional<ZonedDateTime> until = Optional.of(window.until())
                .filter(t -> t != Window.OPEN_UNTIL)
                .map(t -> upward(Window.instant(t)).atZone(in));
        if (until.isEmpty()) return messages.say("time.from", "from", stamp(from.orElseThrow()), "zone", name);
        if (from.isEmpty()) return messages.say("time.until", "until", stamp(until.get()), "zone", name);
        if (window.from() == window.until()) return messages.say("time.moment", "at", stamp(from.get()), "zone", name);
        boolean sameDay = from.get().toLocalDate().equals(until.get().toLocalDate());
        String last = sameDay ? clock(until.get()) : stamp(until.get());
        return messages.say("time.span", "from", stamp(from.get()), "until", last, "zone", name);
    }

    private static Instant upward(Instant t) {
        Instant second = t.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(t) ? t : second.plusSeconds(1);
    }

    private static String stamp(ZonedDateTime t) {
        return DAY.format(t) + " " + clock(t);
    }

    private static String clock(ZonedDateTime t) {
        return (t.getSecond() == 0 ? MINUTE : SECOND).format(t);
    }
}
