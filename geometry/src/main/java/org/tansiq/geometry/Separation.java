package org.tansiq.geometry;

/**
 * The gap between footprints: the distance of their cores less both radii. Everything decides by it.
 *
 * <p>Cheap and rigorous first: a way of some radians over the normals is between {@link Geodesy#R_MIN} and
 * {@link Geodesy#R_MAX} metres long for each of them, so only what lies in that half per cent needs the
 * ellipsoid.
 *
 * <p>Laws: gapIsSymmetric, bit for bit; windingDoesNotMatter; whereARingStartsDoesNotMatter;
 * turningTheEarthByQuartersOfLongitudeDoesNotMatter; mirroringNorthAndSouthDoesNotMatter;
 * aLargerRadiusNeverSeparates; atMostAgreesWithTheGap; theGapHoldsWhatASearchFinds.
 */
final class Separation {
    private Separation() {}

    static Gap between(Footprint a, Footprint b) {
        return cores(a.core(), b.core()).minus(a.radius() + b.radius());
    }

    /** The same, as closely as is needed to say whether the overlap is deeper than so many metres. */
    static Gap between(Footprint a, Footprint b, double enough) {
        double radii = a.radius() + b.radius();
        return cores(a.core(), b.core(), enough - radii).minus(radii);
    }

    /** Whether the lower end of the gap is at most some metres, found without the rest. */
    static boolean atMost(Footprint a, Footprint b, double metres) {
        double limit = metres + a.radius() + b.radius() + Geodesy.ERROR_MAX;
        if (a.core().cap().apart(b.core().cap(), limit / Geodesy.R_MIN)) return false;
        return overlap(a.core(), b.core()) || edgesWithin(new Arcs(a.core()), new Arcs(b.core()), limit);
    }

    /** Whether two cores share a point, by exact predicates. A spot on a border is left to the distance. */
    static boolean meet(Core a, Core b) {
        if (overlap(a, b)) return true;
        Arcs one = new Arcs(a);
        Arcs two = new Arcs(b);
        for (int i = 0; i < one.size(); i++) {
            if (one.apart(i, two, 0)) continue;
            Arc arc = one.get(i);
            for (int j = 0; j < two.size(); j++) if (!one.apart(i, two, j, 0) && arc.meets(two.get(j))) return true;
        }
        return false;
    }

    /** Metres between cores, as an interval; below 0 where they meet. */
    static Gap cores(Core a, Core b) {
        return cores(a, b, Double.POSITIVE_INFINITY);
    }

    private static Gap cores(Core a, Core b, double enough) {
        if (meet(a, b)) {
            Gap depth = Depth.of(a, b, enough);
            return new Gap(0 - depth.upper(), 0 - depth.lower());
        }
        return nearest(new Arcs(a), new Arcs(b));
    }

    // Borders apart or not, one holds the other when it holds any one of its vertices.
    private static boolean overlap(Core a, Core b) {
        return a.contains(b.vertex(0)) || b.contains(a.vertex(0));
    }

    private static boolean edgesWithin(Arcs a, Arcs b, double limit) {
        double chord = Arcs.chord(limit / Geodesy.R_MIN);
        for (int i = 0; i < a.size(); i++) {
            if (a.apart(i, b, chord)) continue;
            Arc one = a.get(i);
            for (int j = 0; j < b.size(); j++)
                if (!a.apart(i, b, j, chord) && within(one, b.get(j), limit)) return true;
        }
        return false;
    }

    private static boolean within(Arc one, Arc two, double limit) {
        if (one.meets(two)) return true;
        double angle = one.angle(two);
        if (angle * Geodesy.R_MIN > limit) return false;
        return angle * Geodesy.R_MAX <= limit || one.metres(two) <= limit;
    }

    private static Gap nearest(Arcs a, Arcs b) {
        double angle = nearestAngle(a, b);
        double most = angle * Geodesy.R_MAX;
        if (most > Geodesy.DISTANCE_MAX) return new Gap(angle * Geodesy.R_MIN, most);
        double chord = Arcs.chord(most / Geodesy.R_MIN);
        double nearest = most;
        for (int i = 0; i < a.size(); i++) {
            if (a.apart(i, b, chord)) continue;
            Arc one = a.get(i);
            for (int j = 0; j < b.size(); j++) {
                if (a.apart(i, b, j, chord)) continue;
                Arc two = b.get(j);
                // With the slack no rounding lets the order of the edges decide.
                if (one.angle(two) * Geodesy.R_MIN - Geodesy.ERROR_MAX < nearest)
                    nearest = Math.min(nearest, one.metres(two));
            }
        }
        return new Gap(nearest - Geodesy.ERROR_MAX, nearest + Geodesy.ERROR_MAX);
    }

    private static double nearestAngle(Arcs a, Arcs b) {
        double nearest = Normal.angle(a.get(0).source(), b.get(0).source());
        double chord = Arcs.chord(nearest);
        for (int i = 0; i < a.size(); i++) {
            if (a.apart(i, b, chord)) continue;
            Arc one = a.get(i);
            for (int j = 0; j < b.size(); j++) {
                if (a.apart(i, b, j, chord)) continue;
                double angle = one.angle(b.get(j));
                if (angle >= nearest) continue;
                nearest = angle;
                chord = Arcs.chord(angle);
            }
        }
        return nearest;
    }
}
