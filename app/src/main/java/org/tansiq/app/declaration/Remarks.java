package org.tansiq.app.declaration;

/** What a reader did beyond what was declared; each is the key of a message. */
public final class Remarks {
    /** The ends of an arc did not meet the points beside it and were joined by edges. */
    public static final String ARC_JOINED = "arc-joined";

    /** Edges on rhumb lines were subdivided, and a metre added to the precision. */
    public static final String RHUMB = "rhumb";

    /** An orbit without alignment was taken as centred. */
    public static final String ALIGNMENT_ASSUMED = "alignment-assumed";

    /** The feature also holds a point, line or curtain, which has no volume. */
    public static final String MARK_LEFT_OUT = "mark-left-out";

    private Remarks() {}
}
