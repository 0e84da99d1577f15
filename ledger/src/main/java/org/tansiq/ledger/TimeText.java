package org.tansiq.ledger;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.tansiq.core.Malformed;

/** A time in UTC as {@code 2026-11-23T21:04:05.123456Z}: always six digits and Z; microseconds since 1970. */
public final class TimeText {
    /** The last microsecond of the year 9999. */
    public static final long TIME_MAX = 253_402_300_799_999_999L;

    private static final int MICROS = 1_000_000;
    private static final String FORM = "a time as 2026-11-23T21:04:05.123456Z, from 1970 on";

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
        try {
            long time = number(text);
            if (time >= 0 && write(time).equals(text)) return time;
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException _) {
            // Refused below, as every other spelling is.
        }
        throw new Malformed(field, text, FORM);
    }

    private static long number(String text) {
        LocalDateTime at = LocalDateTime.of(
                part(text, 0, 4),
                part(text, 5, 7),
                part(text, 8, 10),
                part(text, 11, 13),
                part(text, 14, 16),
                part(text, 17, 19));
        return at.toEpochSecond(ZoneOffset.UTC) * MICROS + part(text, 20, 26);
    }

    private static int part(String text, int from, int until) {
        return Integer.parseInt(text, from, until, 10);
    }

    /** The same time, if it can be written. */
    static long check(String field, long time) {
        if (time < 0 || time > TIME_MAX) throw new Malformed(field, time + " us", FORM);
        return time;
    }
}
