package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * The box of an overlap: corners of either inside the other, crossings of edges, and where an edge of the one
 * that runs inside the other reaches its highest latitude.
 */
final class OverlapBox {
    private static final double ONE_LINE = 1e-9; // Radians between edges that have no crossing of their own.
    private static final double SLACK = 0.01; // Metres: what of an outline counts as inside.

    private final Footprint a;
    private final Footprint b;
    private final List<Normal> points = new ArrayList<>();

    private final double chord;

    private OverlapBox(Footprint a, Footprint b, double chord) {
        this.a = a;
        this.b = b;
        this.chord = chord;
    }

    static Box of(Footprint a, Footprint b, double chord) {
        boolean inOrder = a.core().compareTo(b.core()) <= 0;
        OverlapBox box = inOrder ? new OverlapBox(a, b, chord) : new OverlapBox(b, a, chord);
        box.collect();
        if (box.points.isEmpty()) box.addClosest();
        return Extent.of(box.points, box.holdsPole(1), box.holdsPole(-1), box::crosses);
    }

    private void collect() {
        List<Core> one = Outline.parts(a, chord);
        List<Core> two = Outline.parts(b, chord);
        for (Core part : one) addCorners(part, b);
        for (Core part : two) addCorners(part, a);
        for (Core part : one) for (Core other : two) addCrossings(new Arcs(part), new Arcs(other));
    }

    private void addCorners(Core part, Footprint other) {
        Arcs border = new Arcs(other.core());
        double chord = Arcs.chord((other.radius() + SLACK) / Geodesy.R_MIN);
        for (int i = 0; i < part.edges(); i++) {
            Normal corner = part.vertex(i);
            if (holds(other, border, chord, corner)) points.add(corner);
            Normal peak = peak(part.vertex(i), part.target(i));
            if (!peak.equals(corner) && holds(other, border, chord, peak)) points.add(peak);
        }
        Normal last = part.vertex(part.vertices() - 1);
        if (holds(other, border, chord, last)) points.add(last);
    }

    private static boolean holds(Footprint footprint, Arcs border, double chord, Normal p) {
        if (footprint.core().contains(p)) return true;
        double limit = footprint.radius() + SLACK;
        for (int i = 0; i < border.size(); i++)
            if (!border.apart(i, p, chord) && border.get(i).metres(p) <= limit) return true;
        return false;
    }

    // The normal of an arc nearest to a pole, if it lies between the ends; else the source.
    private static Normal peak(Normal a, Normal b) {
        Normal pole = Normal.pole(a, b);
        double square = pole.dot(pole);
        if (square == 0) return a;
        Normal high = new Normal(0, 0, 1).minus(pole.times(pole.z() / square));
        double length = high.length();
        if (length < 1e-12) return a;
        Normal top = high.times((a.z() + b.z() < 0 ? -1 : 1) / length);
        boolean between = pole.cross(a).dot(top) > 0 && b.cross(pole).dot(top) > 0;
        return between ? top : a;
    }

    private void addCrossings(Arcs one, Arcs two) {
        for (int i = 0; i < one.size(); i++) {
            if (one.apart(i, two, 0)) continue;
            Arc arc = one.get(i);
            for (int j = 0; j < two.size(); j++)
                if (!one.apart(i, two, j, 0) && arc.meets(two.get(j))) addCrossing(arc, two.get(j));
        }
    }

    private void addCrossing(Arc one, Arc two) {
        Normal pole = Normal.pole(one.source(), one.target());
        Normal other = Normal.pole(two.source(), two.target());
        Normal on = pole.cross(other);
        double length = on.length();
        // One line, but for rounding: its ends are corners already.
        if (length < ONE_LINE * pole.length() * other.length()) return;
        Normal side = one.source().plus(one.target());
        points.add(on.times((on.dot(side) < 0 ? -1 : 1) / length));
    }

    private void addClosest() {
        double nearest = Double.MAX_VALUE;
        Arcs one = new Arcs(a.core());
        Arcs two = new Arcs(b.core());
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < two.size(); j++) {
                Arc arc = one.get(i);
                Arc other = two.get(j);
                double angle = arc.angle(other);
                if (angle >= nearest) continue;
                nearest = angle;
                points.clear();
                points.add(closest(arc, other));
                points.add(closest(other, arc));
            }
        }
    }

    // The point of one arc nearest to another, by halving: the distance has one valley along an arc.
    private static Normal closest(Arc arc, Arc other) {
        Normal from = arc.source();
        Normal until = arc.target();
        for (int step = 0; step < 60 && !from.equals(until); step++) {
            Normal one = from.times(2).plus(until).unit();
            Normal two = until.times(2).plus(from).unit();
            if (other.angle(one) <= other.angle(two)) until = two;
            else from = one;
        }
        return from;
    }

    /** Whether the border of the overlap crosses a meridian, given in degrees. */
    private boolean crosses(double lng) {
        double radians = StrictMath.toRadians(lng);
        Normal onward = new Normal(StrictMath.cos(radians), StrictMath.sin(radians), 0);
        return crosses(a, b, onward) || crosses(b, a, onward);
    }

    private boolean crosses(Footprint of, Footprint other, Normal onward) {
        Normal east = new Normal(-onward.y(), onward.x(), 0);
        Arcs border = new Arcs(other.core());
        double chord = Arcs.chord((other.radius() + SLACK) / Geodesy.R_MIN);
        for (Core part : Outline.parts(of, chord))
            for (int i = 0; i < part.edges(); i++) {
                Normal source = part.vertex(i);
                Normal target = part.target(i);
                double from = source.dot(east);
                double until = target.dot(east);
                if (from < 0 == until < 0) continue;
                Normal on = source.times(Math.abs(until)).plus(target.times(Math.abs(from)));
                if (on.dot(onward) > 0 && holds(other, border, chord, on.unit())) return true;
            }
        return false;
    }

    private boolean holdsPole(int sign) {
        Normal pole = new Normal(0, 0, sign);
        return holdsPole(a, pole) && holdsPole(b, pole);
    }

    private static boolean holdsPole(Footprint footprint, Normal pole) {
        if (footprint.core().cap().apart(new Cap(pole, 0), (footprint.radius() + SLACK) / Geodesy.R_MIN)) return false;
        double chord = Arcs.chord((footprint.radius() + SLACK) / Geodesy.R_MIN);
        return holds(footprint, new Arcs(footprint.core()), chord, pole);
    }
}
