package org.tansiq.core.airspace;

/** How much of a declaration another party is told where it meets that party's; each has all before it. */
public enum Level {
    /** The verdict, the rounded box and the desk to call. */
    OVERLAP,
    /** The envelope too, as its author signed it: place, shapes, heights and windows. */
    ENVELOPE,
    /** All that its author said: the details too. */
    FULL;

    /** What a number in the terms means. */
    static Level of(long figure) {
        return values()[(int) figure];
    }

    Level or(Level other) {
        return compareTo(other) < 0 ? other : this;
    }
}
