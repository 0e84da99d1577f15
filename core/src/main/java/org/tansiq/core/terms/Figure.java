package org.tansiq.core.terms;

/**
 * What the parties may agree on as a whole number: its unit is in its name, its default and bounds belong to
 * the rules.
 */
public enum Figure {
    /** Added to the distance between what two parties declare. */
    BUFFER_METRES(0, 0, 100_000),
    BUFFER_HEIGHT_METRES(0, 0, 10_000),
    /** From when something is said until it begins; less is late. */
    MINIMUM_NOTICE_SECONDS(1800, 0, 30 * 86_400),
    /** A flash message rings the whole desk until then, the alternate desk until the next. */
    ACKNOWLEDGE_SECONDS(120, 10, 86_400),
    ESCALATE_SECONDS(300, 20, 86_400),
    TELL_ALL_SECONDS(900, 30, 86_400),
    LINE_CHECK_SECONDS(3600, 60, 7 * 86_400),
    /** What the other side sees of a declaration: 0 the overlap, 1 the envelope, 2 all. */
    DISCLOSURE_LEVEL(0, 0, 2),
    /** An activation whose conflicts nobody has seen: 0 stands as unacknowledged, 1 is refused. */
    ACTIVATION_RULE(0, 0, 1),
    /**
     * What one party may declare in a day, in cubic kilometres times hours, before it is told less; see
     * docs/disclosure.md.
     */
    BUDGET_KM3_HOURS(50_000_000, 1, 1_000_000_000_000L),
    /** What a minute, a metre of height, a square kilometre counts when changes are compared. */
    CHANGE_MINUTE_WEIGHT(20, 0, 1_000_000),
    CHANGE_METRE_WEIGHT(1, 0, 1_000_000),
    CHANGE_KM2_WEIGHT(10, 0, 1_000_000),
    /** What one key may say in a minute. */
    ACTS_PER_MINUTE(600, 1, 10_000_000),
    /** Parties that must agree to a new one; 0 is all. */
    ADMISSION_AGREEMENTS(0, 0, 128),
    /**
     * From when all other heads want a lost head key replaced until it is, unless that key signs something.
     */
    LOST_HEAD_SECONDS(3 * 86_400, 60, 90 * 86_400),
    /** 1: heads of all parties agree to new rules before the host puts them in force. */
    RULES_BY_HEADS(0, 0, 1);

    private final long standard;
    private final long least;
    private final long most;

    Figure(long standard, long least, long most) {
        this.standard = standard;
        this.least = least;
        this.most = most;
    }

    /** The number where nothing is agreed. */
    public long standard() {
        return standard;
    }

    /** Whether it is one number for the whole theatre, which only a text for all parties sets. */
    public boolean ofTheatre() {
        return this == BUDGET_KM3_HOURS
                || this == ACTS_PER_MINUTE
                || this == ADMISSION_AGREEMENTS
                || this == LOST_HEAD_SECONDS
                || this == RULES_BY_HEADS;
    }

    public long least() {
        return least;
    }

    public long most() {
        return most;
    }
}
