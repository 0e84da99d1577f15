package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.List;

/** A convex part of an overlap: a point, a stretch of an edge, or four corners in turn (two may coincide). */
record Piece(List<Normal> corners) {

    /** Pieces that together cover all that two cores share, and perhaps more where one is a chain. */
    static List<Piece> covering(Core a, Core b) {
        if (a.kind() == Core.Kind.RING && b.kind() == Core.Kind.RING) return Slabs.shared(a, b);
        Core thin = a.kind() == Core.Kind.RING ? b : a;
        if (thin.kind() == Core.Kind.SPOT) return List.of(new Piece(List.of(thin.vertex(0))));
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < thin.edges(); i++) pieces.add(new Piece(List.of(thin.vertex(i), thin.target(i))));
        return pieces;
    }

    Normal corner(int i) {
        return corners.get(i % corners.size());
    }

    Normal middle() {
        Normal sum = corner(0);
        for (int i = 1; i < corners.size(); i++) sum = sum.plus(corner(i));
        return sum.unit();
    }

    /** Radians from the middle to the farthest corner. */
    double radius() {
        Normal middle = middle();
        double radius = 0;
        for (Normal corner : corners) radius = Math.max(radius, Normal.angle(middle, corner));
        return radius;
    }

    /** Radians from each corner to an arc; after the first that is not below a limit, 0. */
    double[] anglesTo(Arc arc, double limit) {
        double[] angles = new double[corners.size()];
        for (int i = 0; i < angles.length; i++) {
            angles[i] = arc.angle(corners.get(i));
            if (angles[i] >= limit) return angles;
        }
        return angles;
    }

    /** The piece cut across its longest side; nothing where a point cannot be cut. */
    List<Piece> halves() {
        if (corners.size() == 1) return List.of();
        if (corners.size() == 2) {
            Normal middle = middle();
            return List.of(new Piece(List.of(corner(0), middle)), new Piece(List.of(middle, corner(1))));
        }
        int side = longest();
        Normal near = between(side);
        Normal far = between(side + 2);
        return List.of(
                new Piece(List.of(corner(side), near, far, corner(side + 3))),
                new Piece(List.of(near, corner(side + 1), corner(side + 2), far)));
    }

    private Normal between(int side) {
        return corner(side).plus(corner(side + 1)).unit();
    }

    private int longest() {
        int longest = 0;
        for (int i = 1; i < 4; i++) if (length(i) > length(longest)) longest = i;
        return longest;
    }

    private double length(int side) {
        return corner(side).minus(corner(side + 1)).length();
    }
}
