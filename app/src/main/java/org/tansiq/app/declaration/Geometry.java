package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Unfit;

/**
 * One geometry of a feature: a point, a line, or an area with its holes. Longitude comes first, as RFC 7946
 * says.
 */
record Geometry(String path, Kind kind, List<List<Position>> lines) {
    private static final Set<String> TYPES = new TreeSet<>(Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"));

    enum Kind {
        POINT("Point"),
        LINE("LineString"),
        AREA("Polygon");

        final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /** Every geometry within one, in order. */
    static List<Geometry> all(Node node) {
        List<Geometry> found = new ArrayList<>();
        collect(node, found);
        if (found.isEmpty()) throw Faulty.at(node.path(), InputFault.MISSING);
        return found;
    }

    Position point() {
        return lines.getFirst().getFirst();
    }

    List<Position> line() {
        return lines.getFirst();
    }

    private static void collect(Node node, List<Geometry> found) {
        String type = node.object().required("type").oneOf(TYPES);
        if (type.equals("GeometryCollection")) {
            for (Node each : node.required("geometries").items()) collect(each, found);
            return;
        }
        Node coordinates = node.required("coordinates");
        List<Node> members = type.startsWith("Multi") ? coordinates.items() : List.of(coordinates);
        for (Node member : members) found.add(single(type, member));
        if (found.size() > Declaration.PARTS_MAX)
            throw Faulty.at(node.path(), InputFault.TOO_MANY_PARTS, found.size(), Declaration.PARTS_MAX);
    }

    private static Geometry single(String type, Node coordinates) {
        String path = coordinates.path();
        if (type.endsWith("Point")) return new Geometry(path, Kind.POINT, List.of(List.of(position(coordinates))));
        if (type.endsWith("LineString")) return new Geometry(path, Kind.LINE, List.of(positions(coordinates)));
        List<List<Position>> rings =
                coordinates.items().stream().map(Geometry::positions).toList();
        if (rings.isEmpty()) throw Faulty.at(path, InputFault.MISSING);
        return new Geometry(path, Kind.AREA, rings);
    }

    static List<Position> positions(Node node) {
        List<Node> items = node.items();
        if (items.size() > Core.VERTICES_MAX + 1)
            throw Faulty.at(node.path(), new Unfit(Fault.TOO_MANY_VERTICES, items.size(), Core.VERTICES_MAX));
        return items.stream().map(Geometry::position).toList();
    }

    // A third number is a height, which RFC 7946 allows; the heights of a declaration are its floor and
    // ceiling.
    static Position position(Node node) {
        List<Node> numbers = node.items();
        if (numbers.size() < 2 || numbers.size() > 3)
            throw Faulty.at(node.path(), InputFault.WRONG_COUNT, numbers.size(), 2);
        double lng = numbers.getFirst().number();
        double lat = numbers.get(1).number();
        numbers.getLast().number();
        return Faulty.fit(node.where(), () -> new Position(lat, lng));
    }
}
