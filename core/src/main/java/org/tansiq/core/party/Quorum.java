package org.tansiq.core.party;

import org.tansiq.core.Malformed;

/**
 * How many of a party's standing desk keys replace a lost head key: a share of them, rounded up, and a least
 * number.
 */
public record Quorum(int numerator, int denominator, int least) {
    public static final Quorum TWO_THIRDS = new Quorum(2, 3, 2);
    public static final int DENOMINATOR_MAX = 100;

    public Quorum {
        if (denominator < 1 || denominator > DENOMINATOR_MAX)
            throw new Malformed("denominator", "" + denominator, "1 to " + DENOMINATOR_MAX);
        if (numerator * 2 <= denominator || numerator > denominator)
            throw new Malformed("numerator", "" + numerator, "more than half of " + denominator + ", and not above it");
        if (least < 2 || least > DENOMINATOR_MAX) throw new Malformed("least", "" + least, "2 to " + DENOMINATOR_MAX);
    }

    int of(int keys) {
        return Math.max(least, Math.ceilDiv(keys * numerator, denominator));
    }
}
