package org.tansiq.app.check;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tansiq.app.declaration.Limits;
import org.tansiq.app.declaration.Terms;
import org.tansiq.app.words.Language;

/** What was asked for on the command line, understood. */
record Choices(
        List<Path> files,
        Optional<List<Path>> against,
        Terms terms,
        Optional<Duration> within,
        double buffer,
        boolean touching,
        boolean keepGoing,
        Language language,
        Optional<ZoneId> zone) {
    static final double BUFFER_MAX = 1_000_000;
    static final double SEPARATION_NM_MAX = 500;
    static final double SEPARATION_FEET_MAX = 100_000;

    /** The furthest that --within reaches: a hundred years. */
    static final Duration WITHIN_MAX = Duration.ofDays(36_500);

    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})\\s*(s|min|h|d)");

    static Choices of(CheckOptions said, Clock clock) {
        Optional<Duration> within = said.within.map(Choices::duration);
        double nm = number("--separation", said.separation, SEPARATION_NM_MAX);
        double feet = number("--separation-height", said.separationHeight, SEPARATION_FEET_MAX);
        LocalDate day =
                said.day.map(Choices::day).orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Terms terms = new Terms(day, horizon(within), nm, feet, Limits.STANDARD);
        return new Choices(
                said.files,
                said.against.isEmpty() ? Optional.empty() : Optional.of(said.against),
                terms,
                within,
                number("--buffer", said.buffer, BUFFER_MAX),
                !said.noTouching,
                said.keepGoing,
                said.language(),
                said.zone.map(Choices::zone));
    }

    /** A span of time as people write it: 30min, 2h, 90s, 1d, or PT30M. */
    static Duration duration(String text) {
        Matcher simple = SPAN.matcher(text);
        try {
            Duration span = simple.matches() ? simple(simple) : Duration.parse(text);
            if (span.isPositive() && span.compareTo(WITHIN_MAX) <= 0) return span;
        } catch (DateTimeParseException _) {
            throw new Complaint("option.duration", "option", "--within", "value", text);
        }
        throw new Complaint("option.duration", "option", "--within", "value", text);
    }

    private static Duration simple(Matcher span) {
        long n = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(n);
            case "min" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
        };
    }

    // A flight is drawn no further than its limit, however far the others are looked at.
    private static Duration horizon(Optional<Duration> within) {
        Duration horizon = within.orElse(Terms.HORIZON);
        return horizon.compareTo(Terms.HORIZON_MAX) > 0 ? Terms.HORIZON_MAX : horizon;
    }

    private static double number(String option, String text, double max) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= max) return value;
        } catch (NumberFormatException _) {
            throw new Complaint("option.number", "option", option, "value", text, "least", 0, "limit", (long) max);
        }
        throw new Complaint("option.number", "option", option, "value", text, "least", 0, "limit", (long) max);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Complaint("option.day", "option", "--day", "value", text);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new Complaint("option.zone", "option", "--zone", "value", text);
        }
    }
}
