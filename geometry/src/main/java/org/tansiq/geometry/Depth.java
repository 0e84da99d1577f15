package org.tansiq.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How deep two cores that meet overlap: the most, over all points, of the distances to both borders together.
 *
 * <p>What a chain or a spot has of its own is 0. The answer is enclosed by branch and bound over convex
 * pieces that cover the overlap ({@link Slabs}): any point gives a lower bound; over a piece the sum is at
 * most the largest from its corners to one same edge of each, and at most the sum at its middle and the way
 * from there. The enclosure ends at 1 % or after {@link #STEPS_MAX} pieces; normals to metres costs another
 * half per cent each way.
 *
 * <p>Laws: noPointIsDeeperThanTheUpperBound; depthIsLipschitz (borders that move by some metres change it by
 * no more); boundsOfTypicalOverlapsAreClose.
 */
final class Depth {
    static final int STEPS_MAX = 400;
    private static final double CLOSE = 1.01;
    private static final double SLACK = 1e-6; // Metres: what rounding may give to borders that coincide, or take.

    private final Core a;
    private final Core b;
    private final Arcs borderA;
    private final Arcs borderB;
    private final double enough;
    private double reached;
    private int made;

    private Depth(Core a, Core b, double enough) {
        this.a = a;
        this.b = b;
        this.enough = enough;
        this.borderA = new Arcs(a);
        this.borderB = new Arcs(b);
    }

    /** The depth in metres of two cores that meet, as an interval from 0 up. */
    static Gap of(Core a, Core b) {
        return of(a, b, Double.POSITIVE_INFINITY);
    }

    /** The same, as closely as is needed to say whether the depth is more than so many metres. */
    static Gap of(Core a, Core b, double enough) {
        if (a.kind() != Core.Kind.RING && b.kind() != Core.Kind.RING) return new Gap(0, 0);
        return a.compareTo(b) <= 0 ? new Depth(a, b, enough).enclose() : new Depth(b, a, enough).enclose();
    }

    private record Candidate(Piece piece, double upper, int number) {}

    private Gap enclose() {
        PriorityQueue<Candidate> open = new PriorityQueue<>(
                Comparator.comparingDouble(Candidate::upper).reversed().thenComparingInt(Candidate::number));
        List<Piece> pieces = Piece.covering(a, b);
        if (enough < Double.POSITIVE_INFINITY) {
            for (Piece piece : pieces) reach(piece.middle());
            if (least() > enough) return new Gap(least(), StrictMath.PI * Geodesy.R_MAX);
        }
        for (Piece piece : pieces) open.add(weigh(piece, StrictMath.PI));
        double upper = 0;
        for (int step = 0; !open.isEmpty(); step++) {
            Candidate top = open.remove();
            upper = top.upper;
            if (step == STEPS_MAX || upper <= reached * CLOSE || least() > enough) break;
            for (Piece half : top.piece.halves()) open.add(weigh(half, upper));
        }
        double least = least();
        return new Gap(least, Math.max(least, upper * Geodesy.R_MAX) + SLACK);
    }

    private double least() {
        return Math.max(0, reached * Geodesy.R_MIN - SLACK);
    }

    private void reach(Normal p) {
        double fromA = inside(a, borderA, p);
        double fromB = inside(b, borderB, p);
        if (fromA >= 0 && fromB >= 0) reached = Math.max(reached, fromA + fromB);
    }

    private Candidate weigh(Piece piece, double within) {
        Normal middle = piece.middle();
        double radius = piece.radius();
        double fromA = inside(a, borderA, middle);
        double fromB = inside(b, borderB, middle);
        if (fromA >= 0 && fromB >= 0) reached = Math.max(reached, fromA + fromB);
        double wayA = a.kind() == Core.Kind.RING ? radius : 0;
        double wayB = b.kind() == Core.Kind.RING ? radius : 0;
        double byMiddle = fromA + wayA + fromB + wayB;
        double upper = byMiddle <= 0 ? 0 : Math.min(byMiddle, byCorners(piece));
        return new Candidate(piece, Math.max(0, Math.min(upper, within)), made++);
    }

    /** Radians to the border, below 0 outside; 0 for what has no inside, since pieces lie on it. */
    private static double inside(Core core, Arcs border, Normal p) {
        if (core.kind() != Core.Kind.RING) return 0;
        double angle = border.angle(p);
        return core.contains(p) ? angle : -angle;
    }

    // The farthest corner from an edge of each, added up; and the corner farthest from both edges together:
    // sines of distances add up like heights over a plane, so that a hull exceeds its corners by its bulge
    // only.
    private double byCorners(Piece piece) {
        double[] toA = toOneEdge(a, borderA, piece);
        double[] toB = toOneEdge(b, borderB, piece);
        double radius = piece.radius();
        double apart = Cap.bulge(max(toA), radius) + Cap.bulge(max(toB), radius);
        double sines = 0;
        for (int i = 0; i < toA.length; i++) sines = Math.max(sines, StrictMath.sin(toA[i]) + StrictMath.sin(toB[i]));
        double together = sines / StrictMath.cos(Math.min(radius, StrictMath.PI / 2));
        return together <= 1 ? Math.min(apart, StrictMath.asin(together)) : apart;
    }

    /** Radians from each corner to that edge which keeps all of them nearest; 0 for what has no inside. */
    private static double[] toOneEdge(Core core, Arcs border, Piece piece) {
        double[] nearest = new double[piece.corners().size()];
        if (core.kind() != Core.Kind.RING) return nearest;
        double limit = StrictMath.PI / 2;
        Arrays.fill(nearest, limit);
        double chord = Arcs.chord(limit);
        for (int i = 0; i < border.size(); i++) {
            if (border.apart(i, piece.corner(0), chord)) continue;
            double[] corners = piece.anglesTo(border.get(i), limit);
            double farthest = max(corners);
            if (farthest >= limit) continue;
            nearest = corners;
            limit = farthest;
            chord = Arcs.chord(limit);
        }
        return nearest;
    }

    private static double max(double[] angles) {
        double max = 0;
        for (double angle : angles) max = Math.max(max, angle);
        return max;
    }
}
