package org.tansiq.geometry;

/**
 * Whether two volumes meet. Symmetric; closed in space, height and time.
 *
 * <p>Laws: findingIsSymmetric, bit for bit; possibleSaysWhetherTheFindingIsAnOverlap;
 * certainMeansDeeperThanBothMayBeOff; containmentImpliesOverlap; whatHoldsAVolumeMeetsAllThatTheVolumeMeets.
 */
public final class Meeting {
    private Meeting() {}

    /** The full answer: verdict, touching, gap, and the height and time that both share. */
    public static Finding between(Volume a, Volume b) {
        Gap gap = Separation.between(a.footprint(), b.footprint());
        boolean inPlan = reaches(gap, a.footprint(), b.footprint());
        Verdict heights = a.band().meets(b.band());
        boolean inTime = a.window().meets(b.window());
        if (!inPlan || heights == Verdict.CLEAR || !inTime)
            return new Finding.Clear(inPlan, heights != Verdict.CLEAR, inTime, gap);
        boolean sure = -gap.upper() > a.footprint().precision() + b.footprint().precision();
        Window window = a.window().shared(b.window());
        return new Finding.Overlap(
                heights.and(sure ? Verdict.CERTAIN : Verdict.POSSIBLE),
                touching(a, b, gap),
                gap,
                a.band().shared(b.band()),
                window);
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
        return Gap.TOUCH_MAX + a.precision() + b.precision();
    }

    private static boolean touching(Volume a, Volume b, Gap gap) {
        Window one = a.window();
        Window two = b.window();
        boolean shallow = -gap.lower() <= Gap.TOUCHING_DEPTH_MAX
                && a.footprint().precision() + b.footprint().precision() <= Gap.TOUCHING_DEPTH_MAX;
        return shallow || a.band().touches(b.band()) || one.until() == two.from() || two.until() == one.from();
    }
}
