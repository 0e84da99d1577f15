package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * The patches that a footprint needs, one on each face that it reaches.
 *
 * <p>Laws: coveringContainsTheVolume, and so footprints that possibly meet share a step on some face. The
 * point between their cores that divides the way as their reaches do is within both reaches; TOUCH_MAX is
 * added to each, which is twice what they need.
 */
final class Cover {
    /**
     * Radians by which every reach is rounded up: 6 mm, far above all rounding and the error of distances.
     */
    static final double SLACK = 1e-9;

    /** The widest reach in radians; a quarter of a face. */
    static final double REACH_MAX = angle(Footprint.RADIUS_MAX + Footprint.PRECISION_MAX);

    private static final double NARROW_MAX = 0.5;

    private final Core core;
    private final Face face;
    private final double rim; // The u and v up to which a core is looked at: from beyond, none reaches.
    private final Rectangle seen = new Rectangle();
    private boolean cut;
    private double from; // The part of an edge that is seen, as fractions of its chord.
    private double until;

    private Cover(Core core, Face face, double reach) {
        this.core = core;
        this.face = face;
        double turn = Rectangle.turn(reach, 0, 1);
        this.rim = (1 + turn) / (1 - turn);
    }

    static List<Patch> of(Footprint footprint) {
        double reach = angle(footprint.reach());
        Cap cap = footprint.core().cap();
        Face face = Face.of(cap.centre());
        if (within(face, cap, reach)) return List.of(whole(footprint.core(), face, reach));
        List<Patch> patches = new ArrayList<>();
        for (Face each : Face.ALL) if (near(each, cap, reach)) addPart(footprint.core(), each, reach, patches);
        return patches;
    }

    /** The widest angle between normals that lie some metres apart. */
    static double angle(double metres) {
        return (metres + Gap.TOUCH_MAX) / Geodesy.R_MIN + SLACK;
    }

    // Most footprints lie on one face; no edge needs to be cut then.
    private static boolean within(Face face, Cap cap, double reach) {
        double radius = cap.radius() + reach;
        if (radius > NARROW_MAX) return false;
        double depth = face.depth(cap.centre());
        double u = Math.abs(face.across(cap.centre())) / depth;
        double v = Math.abs(face.upward(cap.centre())) / depth;
        return below(u, Rectangle.turn(radius, u, v)) && below(v, Rectangle.turn(radius, v, u));
    }

    private static boolean below(double u, double turn) {
        return u + turn < 1 - u * turn;
    }

    private static Patch whole(Core core, Face face, double reach) {
        Rectangle seen = new Rectangle();
        for (int i = 0; i < core.vertices(); i++) {
            Normal n = core.vertex(i);
            double depth = face.depth(n);
            seen.add(face.across(n) / depth, face.upward(n) / depth);
        }
        seen.widen(reach);
        return seen.on(face);
    }

    // A cap of a quarter turn or more need not hold the edges of a chain.
    private static boolean near(Face face, Cap cap, double reach) {
        double apart = Normal.angle(face.normal(0, 0), cap.centre());
        return cap.radius() > Cap.RADIUS_MAX || apart <= Face.RADIUS + cap.radius() + reach + SLACK;
    }

    private static void addPart(Core core, Face face, double reach, List<Patch> patches) {
        Cover cover = new Cover(core, face, reach);
        for (int i = 0; i < core.edges(); i++) cover.edge(core.vertex(i), core.target(i));
        if (cover.cut && core.kind() == Core.Kind.RING) cover.corners();
        if (cover.seen.empty()) return;
        cover.seen.widen(reach);
        if (cover.seen.shown()) patches.add(cover.seen.on(face));
    }

    // A ring that is not cut lies on the plane as a whole, and its inside is what it goes round there.
    private void corners() {
        corner(rim, rim);
        corner(rim, -rim);
        corner(-rim, rim);
        corner(-rim, -rim);
    }

    private void corner(double u, double v) {
        if (core.contains(face.normal(u, v))) seen.add(u, v);
    }

    // Beyond a quarter turn a chord runs too near the Earth's centre to be exact.
    private void edge(Normal a, Normal b) {
        if (a.dot(b) >= 0) {
            chord(a, b);
            return;
        }
        Normal middle = Normal.pole(a, b).cross(a).unit();
        chord(a, middle);
        chord(middle, b);
    }

    private void chord(Normal a, Normal b) {
        from = 0;
        until = 1;
        double start = rim * face.depth(a);
        double end = rim * face.depth(b);
        keep(start - face.across(a), end - face.across(b));
        keep(start + face.across(a), end + face.across(b));
        keep(start - face.upward(a), end - face.upward(b));
        keep(start + face.upward(a), end + face.upward(b));
        cut |= from > 0 || until < 1;
        if (from > until) return;
        add(from == 0 ? a : a.plus(b.minus(a).times(from)));
        add(until == 1 ? b : a.plus(b.minus(a).times(until)));
    }

    // A chord is kept where a value that runs straight from start to end is not below 0.
    private void keep(double start, double end) {
        if (start < 0 && end < 0) until = -1;
        else if (start < 0) from = Math.max(from, start / (start - end));
        else if (end < 0) until = Math.min(until, start / (start - end));
    }

    private void add(Normal n) {
        double depth = face.depth(n);
        seen.add(face.across(n) / depth, face.upward(n) / depth);
    }
}
