package org.tansiq.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** The box round some points of one connected area or of several near each other. */
final class Extent {
    private static final int GAPS_MAX = 8; // More are not tried: then the box goes all the way round.
    private static final int ROUND = -1;
    private static final double HALF_TURN = 180;

    private Extent() {}

    /** The box, told which poles belong to the area and which meridians its border crosses. */
    static Box of(List<Normal> points, boolean northPole, boolean southPole, DoublePredicate crossed) {
        double[] lats = new double[points.size()];
        double[] lngs = new double[points.size()];
        for (int i = 0; i < lats.length; i++) {
            Position at = Position.of(points.get(i));
            lats[i] = at.lat();
            lngs[i] = at.lng();
        }
        Arrays.sort(lats);
        Arrays.sort(lngs);
        double south = southPole ? -90 : lats[0];
        double north = northPole ? 90 : lats[lats.length - 1];
        int start = northPole || southPole ? ROUND : afterFreeGap(lngs, crossed);
        if (start == ROUND) return new Box(south, north, -180, 180);
        return new Box(south, north, lngs[start], lngs[Math.floorMod(start - 1, lngs.length)]);
    }

    // Going east, the box begins where the longest stretch without any point ends, unless the area passes
    // through it from end to end, as it may round a pole. Between points a border has no turn: the middle
    // tells.
    private static int afterFreeGap(double[] lngs, DoublePredicate crossed) {
        // No edge spans half a turn, so none passes through so long a stretch.
        for (int i = 0; i < lngs.length; i++) if (gap(lngs, i) >= HALF_TURN) return i;
        List<Integer> widest = IntStream.range(0, lngs.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -gap(lngs, i)))
                .limit(GAPS_MAX)
                .toList();
        for (int i : widest) if (!crossed.test(lngs[i] - gap(lngs, i) / 2)) return i;
        return ROUND;
    }

    private static double gap(double[] lngs, int i) {
        return i > 0 ? lngs[i] - lngs[i - 1] : lngs[0] + 360 - lngs[lngs.length - 1];
    }
}
