package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/**
 * A line whose legs have their own widths, heights and times: one part per leg.
 *
 * <p>A leg of equal sides is a chain with round ends. One of unequal sides is a ring, with discs of the
 * greater width at its ends, so that no turn leaves a gap.
 */
record Track(Drawing whole) {

    List<Sketch> legs() {
        List<Position> line = whole.geometry().line();
        List<Node> legs = whole.node().required("legs").items(Math.max(1, line.size() - 1));
        if (line.size() < 2) throw Faulty.at(whole.geometry().path(), InputFault.WRONG_COUNT, line.size(), 2);
        Drawing.checkParts(whole.node().path("legs"), legs.size());
        List<Sketch> sketches = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) sketches.add(leg(legs.get(i).object(), line.get(i), line.get(i + 1)));
        return sketches;
    }

    private Sketch leg(Node leg, Position a, Position b) {
        Shape.checkSpelling(leg);
        Extent extent = Extent.of(leg, whole.extent());
        if (Measure.optional(leg, "width").isPresent()) {
            if (Measure.optional(leg, "leftWidth").isPresent())
                throw Faulty.at(leg.path(), InputFault.GIVEN_TWICE, "width", "leftWidth");
            Measure half = Measure.required(leg, "width").positive().half();
            return Sketch.of(extent, even(a, b, half));
        }
        Measure left = Measure.required(leg, "leftWidth").radius();
        Measure right = Measure.required(leg, "rightWidth").radius();
        Measure greater = (left.metres() > right.metres() ? left : right).positive();
        if (left.metres() == right.metres()) return Sketch.of(extent, even(a, b, greater));
        return Sketch.of(extent, uneven(a, b, left.metres(), right.metres()));
    }

    private Footprint even(Position a, Position b, Measure half) {
        Core core = Faulty.fit(whole.geometry().path(), () -> Core.chain(List.of(a, b)));
        return half.round(core, whole.accuracy().precision());
    }

    private List<Footprint> uneven(Position a, Position b, double left, double right) {
        Core core = Faulty.fit(whole.geometry().path(), () -> Core.ring(Curves.strip(a, b, left, right)));
        double greater = Math.max(left, right);
        double precision = whole.accuracy().precision();
        return List.of(
                new Footprint(core, 0, whole.accuracy().subdivided()),
                new Footprint(Core.spot(a), greater, precision),
                new Footprint(Core.spot(b), greater, precision));
    }
}
