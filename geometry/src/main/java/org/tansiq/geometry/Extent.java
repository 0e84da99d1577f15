package org.tansiq.geometry;

import java.util.List;

/** The box round some points of one connected area or of several near each other. */
final class Extent {
    private Extent() {}

    static Box of(List<Normal> points, boolean northPole, boolean southPole) {
        double[] lats =
                points.stream().mapToDouble(n -> Position.of(n).lat()).sorted().toArray();
        double[] lngs =
                points.stream().mapToDouble(n -> Position.of(n).lng()).sorted().toArray();
        double south = southPole ? -90 : lats[0];
        double north = northPole ? 90 : lats[lats.length - 1];
        if (northPole || southPole) return new Box(south, north, -180, 180);
        int start = afterWidestGap(lngs);
        int end = Math.floorMod(start - 1, lngs.length);
        return new Box(south, north, lngs[start], lngs[end]);
    }

    // Going east, the box begins where the longest stretch without any point ends.
    private static int afterWidestGap(double[] lngs) {
        int start = 0;
        double widest = lngs[0] + 360 - lngs[lngs.length - 1];
        for (int i = 1; i < lngs.length; i++) {
            if (lngs[i] - lngs[i - 1] <= widest) continue;
            widest = lngs[i] - lngs[i - 1];
            start = i;
        }
        return start;
    }
}
