package org.tansiq.geometry;

import java.util.Optional;

/**
 * Whether two volumes meet. Symmetric; closed in space, height and time.
 *
 * <p>Laws: findingIsSymmetric, bit for bit; possibleSaysWhetherTheFindingIsAnOverlap;
 * contactIsTheFindingWithoutTheGap;
 * certainMeansDeeperThanBothMayBeOff; containmentImpliesOverlap; whatHoldsAVolumeMeetsAllThatTheVolumeMeets.
 */
public final class Meeting {
    private Meeting() {}

    /** The full answer: verdict, touching, gap, and the height and time that both share. */
    public static Finding between(Volume a, Volume b) {
        Gap gap = Separation.between(a.footprint(), b.footprint());
        boolean inPlan = reaches(gap, a.footprint(), b.footprint());
        boolean inHeight = a.band().meets(b.band()) != Verdict.CLEAR;
        boolean inTime = a.window().meets(b.window());
        if (!inPlan || !inHeight || !inTime) return new Finding.Clear(inPlan, inHeight, inTime, gap);
        Window window = a.window().shared(b.window());
        return new Finding.Overlap(
                verdict(a, b, gap), touching(a, b, gap), gap, a.band().shared(b.band()), window);
    }

    /** What an overlap is but for its depth, at any time that both have. */
    public record Contact(Verdict verdict, boolean touching, Band band) {}

    /** The same answer without the gap, found sooner; nothing where it would be clear. */
    public static Optional<Contact> contact(Volume a, Volume b) {
        if (a.band().meets(b.band()) == Verdict.CLEAR || !a.window().meets(b.window())) return Optional.empty();
        double enough = Math.max(off(a.footprint(), b.footprint()), Gap.TOUCHING_DEPTH_MAX);
        Gap gap = Separation.between(a.footprint(), b.footprint(), enough);
        return reaches(gap, a.footprint(), b.footprint())
                ? Optional.of(new Contact(
                        verdict(a, b, gap), touching(a, b, gap), a.band().shared(b.band())))
                : Optional.empty();
    }

    /** Whether the answer would be an overlap, certain or possible; cheaper than asking by how much. */
    public static boolean possible(Volume a, Volume b) {
        return a.window().meets(b.window())
                && a.band().meets(b.band()) != Verdict.CLEAR
                && Separation.atMost(a.footprint(), b.footprint(), slack(a.footprint(), b.footprint()));
    }

    /**
     * Whether one volume surely holds the whole other: where a minus part does, what it is taken from is
     * clear. It answers no where it is not sure.
     */
    public static boolean holds(Volume outer, Volume inner) {
        return outer.window().from() <= inner.window().from()
                && inner.window().until() <= outer.window().until()
                && outer.band().holds(inner.band())
                && Containment.holds(outer.footprint(), inner.footprint());
    }

    private static boolean reaches(Gap gap, Footprint a, Footprint b) {
        return gap.lower() <= slack(a, b);
    }

    private static double slack(Footprint a, Footprint b) {
        return Gap.TOUCH_MAX + off(a, b);
    }

    /** How far both together may be off. */
    private static double off(Footprint a, Footprint b) {
        return a.precision() + b.precision();
    }

    private static Verdict verdict(Volume a, Volume b, Gap gap) {
        boolean sure = -gap.upper() > off(a.footprint(), b.footprint());
        return a.band().meets(b.band()).and(sure ? Verdict.CERTAIN : Verdict.POSSIBLE);
    }

    private static boolean touching(Volume a, Volume b, Gap gap) {
        Window one = a.window();
        Window two = b.window();
        boolean shallow =
                -gap.lower() <= Gap.TOUCHING_DEPTH_MAX && off(a.footprint(), b.footprint()) <= Gap.TOUCHING_DEPTH_MAX;
        return shallow || a.band().touches(b.band()) || one.until() == two.from() || two.until() == one.from();
    }
}
