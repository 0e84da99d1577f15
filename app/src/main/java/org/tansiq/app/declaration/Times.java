package org.tansiq.app.declaration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tansiq.geometry.Window;

/**
 * Windows as {@code windows: [{from, until}, ...]} or a single {@code from} and {@code until}.
 *
 * <p>Times are RFC 3339 with a zone. A leap second, 23:59:60 UTC on the last day of a month, is the instant
 * that follows 23:59:59, which the clocks of computers call 00:00:00.
 */
final class Times {
    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?([Zz]|([+-]\\d\\d):(\\d\\d))?");
    private static final int DIGITS_MAX = 9; // Of a fraction of a second.

    private Times() {}

    /** The windows of a node, if it names any. */
    static Optional<List<Window>> windows(Node node) {
        Optional<Node> listed = node.optional("windows");
        boolean single =
                node.optional("from").isPresent() || node.optional("until").isPresent();
        if (listed.isEmpty()) return single ? Optional.of(List.of(window(node))) : Optional.empty();
        if (single) throw Faulty.at(node.path("windows"), InputFault.GIVEN_TWICE, "windows", "from, until");
        List<Node> items = listed.get().items();
        if (items.isEmpty()) throw Faulty.at(listed.get().path(), InputFault.MISSING);
        if (items.size() > Declaration.WINDOWS_MAX)
            throw Faulty.at(listed.get().path(), InputFault.TOO_MANY_WINDOWS, items.size(), Declaration.WINDOWS_MAX);
        List<Window> windows = new ArrayList<>();
        items.forEach(item -> windows.add(window(item.object())));
        return Optional.of(windows);
    }

    private static Window window(Node node) {
        Optional<Instant> from = node.optional("from").map(Times::instant);
        Optional<Instant> until = node.optional("until").map(Times::instant);
        return Faulty.fit(() -> node.path("until"), () -> Window.between(from, until));
    }

    static Window window(String field, Optional<Instant> from, Optional<Instant> until) {
        return Faulty.fit(field, () -> Window.between(from, until));
    }

    static Instant instant(Node node) {
        String text = node.text();
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) throw Faulty.at(node.path(), InputFault.NOT_A_TIME, Node.shown(text));
        if (parts.group(8) == null) throw Faulty.at(node.path(), InputFault.TIME_WITHOUT_ZONE, text);
        try {
            return parts.group(6).equals("60") ? leap(parts) : plain(parts, number(parts, 6));
        } catch (DateTimeException _) {
            throw Faulty.at(node.path(), InputFault.NOT_A_TIME, text);
        }
    }

    private static Instant plain(Matcher parts, int second) {
        LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
        LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), second, nanos(parts.group(7)));
        return day.atTime(time).toInstant(offset(parts));
    }

    private static int nanos(@Nullable String fraction) {
        if (fraction == null) return 0;
        return Integer.parseInt(fraction + "0".repeat(DIGITS_MAX - fraction.length()));
    }

    // The sign stands before the hours and counts for the minutes too.
    private static ZoneOffset offset(Matcher parts) {
        if (parts.group(9) == null) return ZoneOffset.UTC;
        int minutes = number(parts, 10);
        return ZoneOffset.ofHoursMinutes(number(parts, 9), parts.group(9).startsWith("-") ? -minutes : minutes);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static Instant leap(Matcher parts) {
        Instant after = plain(parts, 59).plusSeconds(1);
        LocalDateTime utc = LocalDateTime.ofInstant(after, ZoneOffset.UTC);
        boolean monthEnds = utc.getDayOfMonth() == 1 && utc.getHour() == 0 && utc.getMinute() == 0;
        if (monthEnds && utc.getSecond() == 0) return after;
        throw new DateTimeException("no leap second can be here");
    }
}
