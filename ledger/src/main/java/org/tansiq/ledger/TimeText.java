package org.tansiq.ledger;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tansiq.core.Malformed;

/** A time in UTC as {@code 2026-11-23T21:04:05.123456Z}: always six digits and Z; microseconds since 1970. */
public final class TimeText {
    /** The last microsecond of the year 9999. */
    public static final long TIME_MAX = 253_402_300_799_999_999L;

    private static final int MICROS = 1_000_000;
    private static final String FORM = "a time as 2026-11-23T21:04:05.123456Z, from 1970 on";
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\\.([0-9]{6})Z");

    private TimeText() {}

    public static String write(long time) {
        check("time", time);
        LocalDateTime at = LocalDateTime.ofEpochSecond(time / MICROS, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder("0000-00-00T00:00:00.000000Z");
        put(text, 4, at.getYear());
        put(text, 7, at.getMonthValue());
        put(text, 10, at.getDayOfMonth());
        put(text, 13, at.getHour());
        put(text, 16, at.getMinute());
        put(text, 19, at.getSecond());
        put(text, 26, (int) (time % MICROS));
        return text.toString();
    }

    private static void put(StringBuilder text, int end, int number) {
        int at = end;
        for (int left = number; left > 0; left /= 10) text.setCharAt(--at, (char) ('0' + left % 10));
    }

    /** What {@link #write} wrote, and nothing else: no leap second, no other offset. */
    public static long parse(String field, String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) throw new Malformed(field, text, FORM);
        long time = seconds(field, parts) * MICROS + part(parts, 7);
        if (time < 0) throw new Malformed(field, text, FORM);
        return time;
    }

    private static long seconds(String field, Matcher parts) {
        try {
            return LocalDateTime.of(
                            part(parts, 1),
                            part(parts, 2),
                            part(parts, 3),
                            part(parts, 4),
                            part(parts, 5),
                            part(parts, 6))
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw new Malformed(field, parts.group(), FORM);
        }
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** The same time, if it can be written. */
    static long check(String field, long time) {
        if (time < 0 || time > TIME_MAX) throw new Malformed(field, time + " us", FORM);
        return time;
    }
}
