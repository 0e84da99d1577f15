package org.tansiq.core.airspace;

/**
 * What a budget holder has spent by a day, counted in UTC from 1970-01-01: what one day cannot pay the next
 * ones do. {@code told} is the last day on which all were told that it was over budget, or -1; {@code
 * withheld} counts its versions that wait for the budget; {@code refilled} says that they wait no longer.
 */
public record Account(long day, long spent, long told, int withheld, boolean refilled) {
    static final Account NEW = new Account(0, 0, -1, 0, /* refilled= */ false);
    private static final long DAY = 86_400 * Margins.MICROS;

    /** The day of a time in microseconds since 1970. */
    public static long day(long at) {
        return Math.floorDiv(at, DAY);
    }

    /** The account on a day that is not before its own, where each day pays so much. */
    public Account on(long today, long budget) {
        long days = Math.max(0, today - day);
        long paid = days == 0 ? 0 : days > spent / budget ? spent : days * budget;
        return new Account(Math.max(day, today), spent - paid, told, withheld, refilled);
    }

    Account charged(Charge charge, long today) {
        return new Account(
                Math.max(day, today),
                charge.spent(),
                told,
                withheld + (charge.withheld() ? 1 : 0),
                refilled && !charge.withheld());
    }

    Account spent(long today, long now) {
        return new Account(today, now, told, withheld, refilled);
    }

    Account refilled(long today, long left, boolean enough) {
        return new Account(today, left, told, withheld, enough);
    }

    Account lifted() {
        return new Account(day, spent, told, withheld - 1, refilled);
    }

    Account told(long today) {
        return new Account(day, spent, today, withheld, refilled);
    }

    /** What others know of it. */
    public Account toldOnly() {
        return new Account(0, 0, told, 0, /* refilled= */ false);
    }

    /** When something is to be done about what it withholds, in microseconds; never if it is the largest. */
    long due() {
        if (withheld == 0) return Long.MAX_VALUE;
        return refilled ? day * DAY : (day + 1) * DAY;
    }
}
