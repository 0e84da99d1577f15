package org.tansiq.geometry;

/** What comparing two volumes gives. The same, bit for bit, whichever is named first. */
public sealed interface Finding {
    /** Metres between the footprints; an interval. */
    Gap gap();

    /**
     * They meet: certainly, or possibly where precision or heights of two references leave it open.
     *
     * <p>{@code touching}: no deeper than {@link Gap#TOUCHING_DEPTH_MAX}, or in one height or one instant
     * only. {@code band} and {@code window} are what both share.
     */
    record Overlap(Verdict verdict, boolean touching, Gap gap, Band band, Window window) implements Finding {}

    /**
     * They do not meet; at least one of the three is false, and the gap says how far apart the footprints
     * are.
     */
    record Clear(boolean inPlan, boolean inHeight, boolean inTime, Gap gap) implements Finding {}
}
