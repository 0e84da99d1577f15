package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Unfit;

/**
 * Outlines that are no edges, as positions close enough together: no edge between two of them is further than
 * {@link #CHORD_MAX} from the curve.
 *
 * <p>Bearings are degrees from true north, clockwise.
 */
final class Curves {
    /** Metres between a curve and the edges that stand for it. */
    static final double CHORD_MAX = 1;

    // Rounding and the difference between edge and geodesic take the rest of the metre.
    private static final double SAGITTA = 0.9 * CHORD_MAX;
    private static final double TURN_MAX = 15;
    private static final double EARTH = 6_335_439; // The least radius of curvature of WGS84, in metres.
    private static final double STRAIGHT_MAX = 100_000; // An edge so long is 0.6 m from the geodesic.

    private Curves() {}

    /** The arc round a pivot from one bearing, clockwise over some degrees, both ends included. */
    static List<Position> arc(Position pivot, double radius, double first, double sweep) {
        double step = radius <= SAGITTA
                ? TURN_MAX
                : Math.min(TURN_MAX, 2 * StrictMath.toDegrees(StrictMath.acos(1 - SAGITTA / radius)));
        int steps = Math.max(1, (int) StrictMath.ceil(sweep / step));
        List<Position> arc = new ArrayList<>();
        for (int i = 0; i <= steps; i++) arc.add(pivot.destination(first + sweep * i / steps, radius));
        return arc;
    }

    /**
     * The sector of a ring, between two bearings and two distances from a pivot. With an inner radius of 0
     * it is a slice that ends in the pivot.
     */
    static List<Position> sector(Position pivot, double first, double sweep, double[] radii) {
        List<Position> ring = new ArrayList<>(ray(pivot, first, radii[0], radii[1]));
        ring.removeLast();
        ring.addAll(arc(pivot, radii[1], first, sweep));
        ring.removeLast();
        List<Position> back = ray(pivot, first + sweep, radii[0], radii[1]).reversed();
        ring.addAll(back.subList(0, back.size() - 1));
        if (radii[0] == 0) return ring;
        List<Position> inner = arc(pivot, radii[0], first, sweep).reversed();
        ring.addAll(inner.subList(0, inner.size() - 1));
        return ring;
    }

    private static List<Position> ray(Position pivot, double bearing, double from, double until) {
        int steps = Math.max(1, (int) StrictMath.ceil((until - from) / STRAIGHT_MAX));
        List<Position> ray = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double metres = from + (until - from) * i / steps;
            ray.add(metres == 0 ? pivot : pivot.destination(bearing, metres));
        }
        return ray;
    }

    /** The line beside an edge, at some metres to the right of it; to the left, if negative. */
    static List<Position> beside(Position a, Position b, double right) {
        if (a.metresTo(b) == 0) throw new Unfit(Fault.REPEATED_VERTEX, 1, 2);
        if (right == 0) return List.of(a, b);
        double curvature = StrictMath.tan(Math.abs(right) / EARTH) / EARTH;
        double step = Math.min(STRAIGHT_MAX, StrictMath.sqrt(8 * SAGITTA / curvature));
        int steps = Math.max(1, (int) StrictMath.ceil(a.metresTo(b) / step));
        List<Position> line = new ArrayList<>();
        for (int i = 0; i <= steps; i++) line.add(GreatCircle.through(a, b).beside((double) i / steps, right));
        return line;
    }

    /** The rhumb lines from each position to the next, as positions. */
    static List<Position> rhumb(List<Position> through) {
        List<Position> line = new ArrayList<>();
        for (int i = 0; i + 1 < through.size(); i++) {
            line.add(through.get(i));
            new Rhumb(through.get(i), through.get(i + 1)).between(line);
            if (line.size() > Core.VERTICES_MAX)
                throw new Unfit(Fault.TOO_MANY_VERTICES, line.size(), Core.VERTICES_MAX);
        }
        if (!through.isEmpty()) line.add(through.getLast());
        return line;
    }

    /** The area between the lines at some metres left and right of an edge, its ends cut square. */
    static List<Position> strip(Position a, Position b, double left, double right) {
        List<Position> ring = new ArrayList<>(beside(a, b, right));
        ring.addAll(beside(a, b, -left).reversed());
        return ring;
    }
}
