package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Volume;

/** Turns one shape, its geometry and its properties into sketches of parts. */
record Drawing(Node node, Geometry geometry, Extent extent, Accuracy accuracy) {
    private static final Set<String> SIDES = new TreeSet<>(Set.of("C", "L", "R"));

    /** The parts of a shape; none for a mark or a boundary. */
    List<Sketch> sketches(Shape shape) {
        shape.check(node);
        if (accuracy.rhumb() && shape != Shape.POLYGON && shape != Shape.CORRIDOR)
            throw Faulty.at(node.path("edge"), InputFault.NOT_FOR_SHAPE, "edge: rhumb", shape.word);
        return switch (shape) {
            case POINT, CONTROL_POINT, CURTAIN -> List.of();
            case LINE -> Measure.optional(node, "width").isPresent() ? List.of(corridor()) : List.of();
            case CIRCLE -> List.of(circle());
            case POLYGON -> List.of(polygon());
            case CORRIDOR -> List.of(corridor());
            case ORBIT -> List.of(orbit());
            case RADIAL_ARC -> List.of(new Arcs(node, geometry.point()).sector(extent, accuracy));
            case POLYGON_WITH_ARC -> List.of(polygonWithArc());
            case TRACK -> new Track(this).legs();
            case CAKE -> layers();
            case MOVING -> List.of(new Moving(this).sketch());
        };
    }

    /** Every sketch of every geometry of a feature or of a minus. */
    static List<Sketch> of(Node node, List<Geometry> geometries, Extent whole) {
        Extent extent = Extent.of(node, whole);
        Accuracy accuracy = Accuracy.of(node, new Accuracy(0, false));
        List<Sketch> sketches = new ArrayList<>();
        boolean marks = false;
        for (Geometry geometry : geometries) {
            Shape shape = Shape.of(node, geometry);
            marks |= !sketches.addAll(new Drawing(node, geometry, extent, accuracy).sketches(shape));
            checkParts(node.path(), sketches.size());
            checkVolumes(volumes(sketches).size());
        }
        if (marks && !sketches.isEmpty()) sketches.set(0, sketches.getFirst().with(Remarks.MARK_LEFT_OUT));
        return sketches;
    }

    static void checkParts(String field, int parts) {
        if (parts > Declaration.PARTS_MAX)
            throw Faulty.at(field, InputFault.TOO_MANY_PARTS, parts, Declaration.PARTS_MAX);
    }

    static void checkVolumes(int volumes) {
        if (volumes > Declaration.VOLUMES_MAX)
            throw Faulty.at("", InputFault.TOO_MANY_VOLUMES, volumes, Declaration.VOLUMES_MAX);
    }

    private Sketch circle() {
        Measure radius = Measure.required(node, "radius").positive();
        return Sketch.of(extent, radius.round(Core.spot(geometry.point()), accuracy.precision()));
    }

    private Sketch polygon() {
        Core core = Faulty.fit(geometry.path(), () -> {
            List<List<Position>> rings =
                    geometry.lines().stream().map(this::closed).toList();
            return Core.ring(rings.getFirst(), rings.subList(1, rings.size()));
        });
        Footprint footprint = new Footprint(core, 0, accuracy.edges());
        Sketch sketch = Sketch.of(extent, footprint);
        return accuracy.rhumb() ? sketch.with(Remarks.RHUMB) : sketch;
    }

    private List<Position> closed(List<Position> ring) {
        if (!accuracy.rhumb() || ring.size() < 3) return ring;
        List<Position> round = new ArrayList<>(ring);
        if (!ring.getFirst().equals(ring.getLast())) round.add(ring.getFirst());
        return Curves.rhumb(round);
    }

    private Sketch corridor() {
        Measure width = Measure.required(node, "width").positive();
        Core core = Faulty.fit(
                geometry.path(), () -> Core.chain(accuracy.rhumb() ? Curves.rhumb(geometry.line()) : geometry.line()));
        Sketch sketch = Sketch.of(extent, width.half().round(core, accuracy.edges()));
        return accuracy.rhumb() ? sketch.with(Remarks.RHUMB) : sketch;
    }

    private Sketch orbit() {
        Measure half = Measure.required(node, "width").positive().half().radius();
        Optional<String> side = node.optional("alignment").map(a -> a.oneOf(SIDES));
        List<Position> ends = pair();
        double right = switch (side.orElse("C")) {
            case "L" -> -half.metres();
            case "R" -> half.metres();
            default -> 0;
        };
        Core core =
                Faulty.fit(geometry.path(), () -> Core.chain(Curves.beside(ends.getFirst(), ends.getLast(), right)));
        double precision = right == 0 ? accuracy.precision() : accuracy.subdivided();
        Sketch sketch = Sketch.of(extent, half.round(core, precision));
        return side.isPresent() ? sketch : sketch.with(Remarks.ALIGNMENT_ASSUMED);
    }

    private List<Position> pair() {
        if (geometry.line().size() == 2) return geometry.line();
        throw Faulty.at(geometry.path(), InputFault.WRONG_COUNT, geometry.line().size(), 2);
    }

    private Sketch polygonWithArc() {
        Position pivot = Geometry.position(node.required("pivot"));
        return new Arcs(node, pivot).polygon(geometry.line(), extent, accuracy);
    }

    private List<Sketch> layers() {
        List<Sketch> sketches = new ArrayList<>();
        Node layers = node.required("layers");
        checkParts(layers.path(), layers.items().size());
        for (Node layer : layers.items()) sketches.add(layer(layer.object()));
        if (sketches.isEmpty()) throw Faulty.at(layers.path(), InputFault.MISSING);
        return sketches;
    }

    private Sketch layer(Node layer) {
        Shape.checkSpelling(layer);
        Extent own = Extent.of(layer, extent);
        Drawing drawing = new Drawing(layer, geometry, own, accuracy);
        String implied = Measure.optional(layer, "radius").isPresent() ? "circle" : "radial-arc";
        Set<String> allowed = new TreeSet<>(Set.of("circle", "radial-arc", "polygon-with-arc"));
        return switch (layer.optional("shape").map(s -> s.oneOf(allowed)).orElse(implied)) {
            case "circle" -> drawing.circle();
            case "radial-arc" -> new Arcs(layer, geometry.point()).sector(own, accuracy);
            default ->
                new Arcs(layer, geometry.point()).polygon(Geometry.positions(layer.required("points")), own, accuracy);
        };
    }

    /** All volumes of some sketches. */
    static List<Volume> volumes(List<Sketch> sketches) {
        return sketches.stream().flatMap(s -> s.volumes().stream()).toList();
    }
}
