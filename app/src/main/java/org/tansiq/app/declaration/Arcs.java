package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/**
 * Shapes with an arc round a pivot, as rings. Bearings run clockwise from first to last, and may pass
 * north.
 */
record Arcs(Node node, Position pivot) {
    private static final double BEARING_MAX = 360;

    /** An arc's end this close to the point beside it, in metres, is that point. */
    private static final double JOINED_MAX = Curves.CHORD_MAX;

    /** The sector of a ring. */
    Sketch sector(Extent extent, Accuracy accuracy) {
        Measure inner = Measure.optional(node, "innerRadius").orElse(new Measure("", 0));
        Measure outer = Measure.required(node, "outerRadius").positive().radius();
        if (inner.metres() >= outer.metres())
            throw Faulty.at(inner.path(), InputFault.INNER_RADIUS, inner.metres(), outer.metres());
        double first = bearing("firstBearing");
        double sweep = sweep(first);
        Core core = Faulty.fit(
                outer.path(),
                () -> Core.ring(Curves.sector(pivot, first, sweep, new double[] {inner.metres(), outer.metres()})));
        return Sketch.of(extent, new Footprint(core, 0, accuracy.subdivided()));
    }

    /**
     * The ring of some points, closed by an arc that follows the last. The arc is run backwards where that
     * leaves less to join.
     */
    Sketch polygon(List<Position> points, Extent extent, Accuracy accuracy) {
        if (points.isEmpty()) throw Faulty.at(node.path("points"), InputFault.MISSING);
        Measure radius = Measure.required(node, "radius").positive().radius();
        double first = bearing("firstBearing");
        List<Position> arc = Curves.arc(pivot, radius.metres(), first, sweep(first));
        if (joins(points, arc.reversed()) < joins(points, arc)) arc = arc.reversed();
        List<Position> ring = new ArrayList<>(points);
        boolean joined = joinedAt(points.getLast(), arc.getFirst());
        boolean closed = joinedAt(points.getFirst(), arc.getLast());
        ring.addAll(arc.subList(joined ? 1 : 0, arc.size() - (closed ? 1 : 0)));
        Core core = Faulty.fit(radius.path(), () -> Core.ring(ring));
        Sketch sketch = Sketch.of(extent, new Footprint(core, 0, accuracy.subdivided()));
        return joined && closed ? sketch : sketch.with(Remarks.ARC_JOINED);
    }

    private static double joins(List<Position> points, List<Position> arc) {
        return points.getLast().metresTo(arc.getFirst()) + arc.getLast().metresTo(points.getFirst());
    }

    private static boolean joinedAt(Position point, Position end) {
        return point.metresTo(end) <= JOINED_MAX;
    }

    private double sweep(double first) {
        double last = bearing("lastBearing");
        double sweep = last > first ? last - first : last - first + BEARING_MAX;
        if (sweep == BEARING_MAX) throw Faulty.at(node.path("lastBearing"), InputFault.BEARINGS_EQUAL, first, last);
        return sweep;
    }

    private double bearing(String name) {
        Node given = node.required(name);
        double bearing = given.number();
        if (bearing < 0 || bearing > BEARING_MAX)
            throw Faulty.at(given.path(), InputFault.BEARING, bearing, BEARING_MAX);
        return bearing;
    }
}
