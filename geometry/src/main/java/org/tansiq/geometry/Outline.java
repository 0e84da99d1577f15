package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * A footprint's outline as plain edges, true to some metres: what boxes and drawings are made from, never a
 * verdict.
 *
 * <p>A footprint is the union of its parts: the ring itself, and round each edge of a core with a radius a
 * capsule with half-round ends.
 */
final class Outline {
    /** How far a chord may lie inside the true outline where nobody asks for less, in metres. */
    static final double CHORD_MAX = 1;

    private static final double MEAN_RADIUS = 6_371_009;
    private static final int SIDES_MAX = 3_000;

    private final double chord;

    private Outline(double chord) {
        this.chord = chord;
    }

    /** The parts, no chord of which lies further inside the true outline than some metres. */
    static List<Core> parts(Footprint footprint, double chord) {
        return new Outline(chord).parts(footprint);
    }

    private List<Core> parts(Footprint footprint) {
        Core core = footprint.core();
        List<Core> parts = new ArrayList<>();
        if (core.kind() == Core.Kind.RING || footprint.radius() == 0) parts.add(core);
        if (footprint.radius() > 0)
            for (int i = 0; i < core.edges(); i++) {
                Arc arc = new Arc(core.vertex(i), core.target(i));
                parts.add(new Core(Core.Kind.RING, List.of(capsule(arc, footprint.radius()))));
            }
        return parts;
    }

    /** Round an arc once, counter-clockwise from the right of its start. */
    private List<Normal> capsule(Arc arc, double radius) {
        List<Normal> outline = new ArrayList<>();
        if (arc.spot()) {
            round(outline, arc.source(), 0, 2 * StrictMath.PI, radius);
            return outline.subList(0, outline.size() - 1);
        }
        side(outline, arc, radius, 1);
        Normal end = arc.target();
        double onward = bearing(end, arc.source()) + StrictMath.PI;
        round(outline, end, onward + StrictMath.PI / 2, onward - StrictMath.PI / 2, radius);
        side(outline, new Arc(end, arc.source()), radius, 1);
        double back = bearing(arc.source(), end) + StrictMath.PI;
        round(outline, arc.source(), back + StrictMath.PI / 2, back - StrictMath.PI / 2, radius);
        return outline;
    }

    // Points to the right of an arc, near enough that the curve beside a straight line stays within the
    // chord.
    private void side(List<Normal> outline, Arc arc, double radius, int first) {
        double length = Normal.angle(arc.source(), arc.target());
        double step = 2 * StrictMath.sqrt(2 * chord / radius);
        int steps = (int) Math.min(SIDES_MAX, StrictMath.ceil(length / step));
        for (int i = first; i < steps; i++) {
            double part = (double) i / steps;
            Normal on =
                    arc.source().times(1 - part).plus(arc.target().times(part)).unit();
            outline.add(Geodesy.destination(on, bearing(on, arc.target()) + StrictMath.PI / 2, radius));
        }
    }

    private void round(List<Normal> outline, Normal centre, double from, double until, double radius) {
        double bend = StrictMath.sin(Math.min(1.5, radius / MEAN_RADIUS)) * MEAN_RADIUS;
        double step = 2 * StrictMath.acos(Math.max(0.5, 1 - chord / bend));
        int steps = (int) Math.min(SIDES_MAX, StrictMath.ceil(Math.abs(until - from) / step));
        for (int i = 0; i <= steps; i++)
            outline.add(Geodesy.destination(centre, from + (until - from) * i / steps, radius));
    }

    /** Radians clockwise from north, at one normal towards another. */
    static double bearing(Normal from, Normal to) {
        Normal east = new Normal(-from.y(), from.x(), 0);
        Normal north = from.cross(east);
        return StrictMath.atan2(to.dot(east), to.dot(north));
    }
}
