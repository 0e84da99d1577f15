package org.tansiq.geometry;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A closed span of time, in microseconds since 1970-01-01T00:00:00Z; either end may be open.
 *
 * <p>Ends with finer digits are rounded outward. Two windows that share one instant meet.
 *
 * <p>Law: windowsMeetWhenTheyShareAnInstant.
 */
public record Window(long from, long until) {
    public static final long OPEN_FROM = Long.MIN_VALUE;
    public static final long OPEN_UNTIL = Long.MAX_VALUE;
    public static final Window ALWAYS = new Window(OPEN_FROM, OPEN_UNTIL);

    /** The years that a window can name: those that every calendar in use writes with four digits. */
    public static final Instant FROM_MIN = Instant.parse("0001-01-01T00:00:00Z");

    public static final Instant UNTIL_MAX = Instant.parse("9999-12-31T23:59:59Z");

    public Window {
        if (until < from) throw new Unfit(Fault.UNTIL_BEFORE_FROM, instant(until), instant(from));
    }

    /** The window between two instants; an empty one is open. */
    public static Window between(Optional<Instant> from, Optional<Instant> until) {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get()))
            throw new Unfit(Fault.UNTIL_BEFORE_FROM, until.get(), from.get());
        return new Window(
                from.map(Window::micros).orElse(OPEN_FROM),
                until.map(Window::microsUp).orElse(OPEN_UNTIL));
    }

    public boolean meets(Window other) {
        return from <= other.until && other.from <= until;
    }

    /** The shortest window that holds two. */
    public Window joined(Window other) {
        return new Window(Math.min(from, other.from), Math.max(until, other.until));
    }

    /** What two windows that meet have in common. */
    public Window shared(Window other) {
        return new Window(Math.max(from, other.from), Math.min(until, other.until));
    }

    /**
     * The instant of some microseconds. An open end reads as the furthest instant that a {@code long} names.
     */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Microseconds since 1970 of an instant, the finer digits dropped. */
    public static long micros(Instant at) {
        if (at.isBefore(FROM_MIN)) throw new Unfit(Fault.INSTANT, at, FROM_MIN);
        if (at.isAfter(UNTIL_MAX)) throw new Unfit(Fault.INSTANT, at, UNTIL_MAX);
        return Instant.EPOCH.until(at.minusNanos(rest(at)), ChronoUnit.MICROS);
    }

    private static long microsUp(Instant at) {
        return micros(at) + (rest(at) == 0 ? 0 : 1);
    }

    // Nanoseconds beyond the last whole microsecond, also before 1970.
    private static int rest(Instant at) {
        return at.get(ChronoField.NANO_OF_SECOND) % 1000;
    }
}
