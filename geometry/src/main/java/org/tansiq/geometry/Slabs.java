package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What two rings share, cut into upright slices between all their corners and crossings, face by face of a
 * cube.
 *
 * <p>On a face, seen from the Earth's centre, edges are straight lines; between two neighbouring cuts none
 * crosses another, so what lies in both rings is a pile of trapezoids. Rounding moves a cut by nanometres:
 * good enough for bounds that say so, never for a verdict.
 */
final class Slabs {
    private static final double THIN = 1e-14; // Radians: 60 nanometres.
    private static final double ROUNDING = 1e-12; // An edge clipped at the rim of a face may end this far from it.
    private static final int FACES = 6;

    private final int face;
    private final Side a;
    private final Side b;
    private final List<Piece> pieces;

    private Slabs(int face, Side a, Side b, List<Piece> pieces) {
        this.face = face;
        this.a = a;
        this.b = b;
        this.pieces = pieces;
    }

    /** The trapezoids of the overlap of two rings. */
    static List<Piece> shared(Core a, Core b) {
        List<Piece> pieces = new ArrayList<>();
        for (int face = 0; face < FACES; face++) {
            Side one = new Side(a, face);
            Side two = new Side(b, face);
            if (!one.absent() && !two.absent()) new Slabs(face, one, two, pieces).cut();
        }
        return pieces;
    }

    /** A straight stretch of an edge on a face, from left to right. */
    private record Stretch(double west, double south, double east, double north, int whose) {
        double at(double u) {
            if (u <= west) return south;
            if (u >= east) return north;
            return south + (north - south) * ((u - west) / (east - west));
        }
    }

    /** One ring on one face. */
    private static final class Side {
        private final Core core;
        private final int face;
        private final List<Stretch> stretches = new ArrayList<>();
        private double west = 2;
        private double east = -2;
        private double south = 2;

        Side(Core core, int face) {
            this.core = core;
            this.face = face;
            for (int i = 0; i < core.edges(); i++) clip(core.vertex(i), core.target(i));
            for (int corner = 0; corner < 4; corner++) {
                double u = corner % 2 == 0 ? -1 : 1;
                double v = corner < 2 ? -1 : 1;
                if (core.contains(normal(face, u, v))) include(u, v);
            }
        }

        boolean absent() {
            return west > east;
        }

        /**
         * Whether the ring holds what lies below a pile: found in its widest opening, away from every border.
         */
        boolean insideBelow(Stretch[] upward, double u, int whose) {
            if (south > -1 + ROUNDING) return false;
            double widest = 0;
            double below = -1;
            double middle = 0;
            int passed = 0;
            int crossed = 0;
            for (int i = 0; i <= upward.length; i++) {
                double v = i == upward.length ? 1 : upward[i].at(u);
                if (v - below > widest) {
                    widest = v - below;
                    middle = (v + below) / 2;
                    crossed = passed;
                }
                below = v;
                if (i < upward.length && upward[i].whose == whose) passed++;
            }
            return core.contains(normal(face, u, middle)) == (crossed % 2 == 0);
        }

        private void include(double u, double v) {
            west = Math.min(west, u);
            east = Math.max(east, u);
            south = Math.min(south, v);
        }

        // The part of the edge with |u| <= w and |v| <= w, in homogeneous coordinates.
        private void clip(Normal source, Normal target) {
            double[] s = onFace(face, source);
            double[] t = onFace(face, target);
            double from = 0;
            double until = 1;
            for (int side = 0; side < 4; side++) {
                double sign = side < 2 ? 1 : -1;
                double p = s[2] + sign * s[side % 2];
                double q = t[2] + sign * t[side % 2];
                if (p < 0 && q < 0) return;
                if (p < 0) from = Math.max(from, p / (p - q));
                if (q < 0) until = Math.min(until, p / (p - q));
            }
            if (from > until) return;
            add(along(s, t, from), along(s, t, until));
        }

        private void add(double[] p, double[] q) {
            include(p[0], p[1]);
            include(q[0], q[1]);
            boolean eastward = p[0] <= q[0];
            double[] first = eastward ? p : q;
            double[] last = eastward ? q : p;
            stretches.add(new Stretch(first[0], first[1], last[0], last[1], 0));
        }

        private static double[] along(double[] s, double[] t, double part) {
            double w = s[2] + (t[2] - s[2]) * part;
            return new double[] {(s[0] + (t[0] - s[0]) * part) / w, (s[1] + (t[1] - s[1]) * part) / w};
        }
    }

    private void cut() {
        double west = Math.max(a.west, b.west);
        double east = Math.min(a.east, b.east);
        if (west > east) return;
        List<Stretch> one = crossing(a, west, east, 0);
        List<Stretch> two = crossing(b, west, east, 1);
        double[] cuts = cuts(one, two, west, east);
        List<Stretch> all = new ArrayList<>(one);
        all.addAll(two);
        all.sort(Comparator.comparingDouble(Stretch::west));
        for (int i = 1; i < cuts.length; i++) if (cuts[i] - cuts[i - 1] > THIN) slab(all, cuts[i - 1], cuts[i]);
    }

    private static List<Stretch> crossing(Side side, double west, double east, int whose) {
        List<Stretch> found = new ArrayList<>();
        for (Stretch s : side.stretches)
            if (s.east >= west && s.west <= east) found.add(new Stretch(s.west, s.south, s.east, s.north, whose));
        return found;
    }

    private static double[] cuts(List<Stretch> one, List<Stretch> two, double west, double east) {
        List<Double> cuts = new ArrayList<>(List.of(west, east));
        for (List<Stretch> side : List.of(one, two)) {
            for (Stretch s : side) {
                cuts.add(s.west);
                cuts.add(s.east);
            }
        }
        for (Stretch s : one) for (Stretch t : two) addCrossing(s, t, cuts);
        return cuts.stream()
                .mapToDouble(u -> u)
                .filter(u -> u >= west && u <= east)
                .sorted()
                .distinct()
                .toArray();
    }

    private static void addCrossing(Stretch s, Stretch t, List<Double> cuts) {
        double west = Math.max(s.west, t.west);
        double east = Math.min(s.east, t.east);
        if (west >= east) return;
        double before = s.at(west) - t.at(west);
        double after = s.at(east) - t.at(east);
        if (before < 0 == after < 0 || before == 0 || after == 0) return;
        cuts.add(west + (east - west) * (before / (before - after)));
    }

    private void slab(List<Stretch> all, double west, double east) {
        double middle = west + (east - west) / 2;
        List<Stretch> pile = new ArrayList<>();
        for (Stretch s : all) {
            if (s.west > middle) break;
            if (s.east > middle) pile.add(s);
        }
        Stretch[] upward = pile.toArray(Stretch[]::new);
        Arrays.sort(upward, Comparator.comparingDouble(s -> s.at(middle)));
        boolean[] inside = {a.insideBelow(upward, middle, 0), b.insideBelow(upward, middle, 1)};
        Stretch floor = new Stretch(-1, -1, 1, -1, 0);
        for (Stretch s : upward) {
            if (inside[0] && inside[1]) trapezoid(floor, s, west, east);
            inside[s.whose] = !inside[s.whose];
            floor = s;
        }
        if (inside[0] && inside[1]) trapezoid(floor, new Stretch(-1, 1, 1, 1, 0), west, east);
    }

    private void trapezoid(Stretch low, Stretch high, double west, double east) {
        double left = high.at(west) - low.at(west);
        double right = high.at(east) - low.at(east);
        if (left < THIN && right < THIN) return;
        pieces.add(new Piece(List.of(
                normal(face, west, low.at(west)),
                normal(face, east, low.at(east)),
                normal(face, east, high.at(east)),
                normal(face, west, high.at(west)))));
    }

    // Face k looks along axis k / 2, outward for even k; u and v follow it in turn.
    private static double[] onFace(int face, Normal n) {
        double[] x = {n.x(), n.y(), n.z()};
        int axis = face / 2;
        return new double[] {x[(axis + 1) % 3], x[(axis + 2) % 3], face % 2 == 0 ? x[axis] : -x[axis]};
    }

    private static Normal normal(int face, double u, double v) {
        double[] x = new double[3];
        int axis = face / 2;
        x[axis] = face % 2 == 0 ? 1 : -1;
        x[(axis + 1) % 3] = u;
        x[(axis + 2) % 3] = v;
        return new Normal(x[0], x[1], x[2]).unit();
    }
}
