package org.tansiq.geometry;

import java.util.List;

/**
 * Whether one footprint surely holds a whole other, its own coarseness and the other's counted against it.
 */
final class Containment {
    private Containment() {}

    static boolean holds(Footprint outer, Footprint inner) {
        double spare = outer.radius() - outer.precision() - inner.reach();
        Arcs border = new Arcs(outer.core());
        if (outer.core().kind() != Core.Kind.RING) return spare >= 0 && within(border, inner.core(), spare);
        if (!outer.core().contains(inner.core().vertex(0))) return false;
        if (apart(border, inner.core().cap(), Math.max(0, -spare) / Geodesy.R_MIN)) return true;
        if (crosses(border, inner.core())) return false;
        if (surroundsHole(inner.core(), outer.core())) return false;
        return spare >= 0 || -spare <= clearance(border, inner.core()) * Geodesy.R_MIN;
    }

    // A border that leaves a whole cap alone lies all round it, or a point in it would not be inside.
    private static boolean apart(Arcs border, Cap cap, double angle) {
        for (int i = 0; i < border.size(); i++)
            if (border.get(i).angle(cap.centre()) <= cap.radius() + angle) return false;
        return true;
    }

    // What lies within some metres of one edge is convex, so the corners speak for the whole.
    private static boolean within(Arcs border, Core inner, double metres) {
        for (int i = 0; i < border.size(); i++) {
            Arc edge = border.get(i);
            double farthest = 0;
            for (int k = 0; k < inner.vertices(); k++) farthest = Math.max(farthest, edge.angle(inner.vertex(k)));
            if (Cap.bulge(farthest, inner.cap().radius()) * Geodesy.R_MAX <= metres) return true;
        }
        return false;
    }

    // A hole of the outer that crosses nothing may still lie wholly inside the inner.
    private static boolean surroundsHole(Core inner, Core outer) {
        List<List<Normal>> rings = outer.rings();
        for (int i = 1; i < rings.size(); i++) if (inner.contains(rings.get(i).getFirst())) return true;
        return false;
    }

    private static boolean crosses(Arcs border, Core inner) {
        Arcs edges = new Arcs(inner);
        for (int i = 0; i < border.size(); i++)
            for (int j = 0; j < edges.size(); j++)
                if (!border.apart(i, edges, j, 0) && border.get(i).meets(edges.get(j))) return true;
        return false;
    }

    private static double clearance(Arcs border, Core inner) {
        double least = StrictMath.PI;
        Arcs edges = new Arcs(inner);
        for (int i = 0; i < border.size(); i++)
            for (int j = 0; j < edges.size(); j++)
                least = Math.min(least, border.get(i).angle(edges.get(j)));
        return least;
    }
}
