package org.tansiq.app.declaration;

/** The kinds of what is read and has no volume; each is the key of a message. */
public final class Skipped {
    /** A position without a radius: a reference mark. */
    public static final String POINT = "point";

    /** A line without a width: a boundary. */
    public static final String LINE = "line";

    /** A line with heights and without a width. */
    public static final String CURTAIN = "curtain";

    /** A named mark on an area. */
    public static final String CONTROL_POINT = "control-point";

    /** A feature whose geometry is null. */
    public static final String NO_GEOMETRY = "no-geometry";

    /** A line of a scenario that stands there a second time. */
    public static final String REPEATED_LINE = "repeated-line";

    /** A flight that begins after the horizon. */
    public static final String BEYOND_HORIZON = "beyond-horizon";

    private Skipped() {}
}
