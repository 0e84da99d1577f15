package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.geometry.Volume;

/** One feature as a declaration, or as something without a volume. */
final class FeatureReader {
    private final Source source;
    private final Node properties;
    private final List<Geometry> geometries;
    private final List<Sketch> sketches;

    FeatureReader(Source source, Node feature) {
        this.source = source;
        String type = feature.object().required("type").text();
        if (!type.equals("Feature")) throw Faulty.at("type", InputFault.UNKNOWN_VALUE, Node.shown(type), "Feature");
        Optional<Node> given = feature.optional("properties");
        this.properties = given.orElse(new Node("properties", new Json.Fields(java.util.Map.of())))
                .object();
        this.geometries = feature.optional("geometry").map(Geometry::all).orElse(List.of());
        this.sketches = Drawing.of(properties, geometries, Extent.OPEN);
    }

    /** The kind of a feature that has no volume. */
    Optional<String> skipped() {
        if (geometries.isEmpty()) return Optional.of(Skipped.NO_GEOMETRY);
        if (!sketches.isEmpty()) return Optional.empty();
        return Optional.of(Shape.of(properties, geometries.getFirst()).word);
    }

    Declaration declaration() {
        String name = Names.checked(properties.required("name"));
        Optional<String> place = properties.optional("place").map(Names::checked);
        List<Volume> minus = minus();
        Drawing.checkVolumes(Drawing.volumes(sketches).size() + minus.size());
        List<Part> parts = new ArrayList<>();
        for (Sketch sketch : sketches) {
            String own = sketches.size() == 1 ? name : name + "/" + (parts.size() + 1);
            parts.add(sketch.part(own, minus));
        }
        return new Declaration(source, name, place, parts);
    }

    private List<Volume> minus() {
        Optional<Node> listed = properties.optional("minus");
        if (listed.isEmpty()) return List.of();
        List<Volume> minus = new ArrayList<>();
        for (Node each : listed.get().items()) {
            minus.addAll(minus(each.object()));
            Drawing.checkVolumes(minus.size());
        }
        return minus;
    }

    private static List<Volume> minus(Node node) {
        List<Geometry> geometries = Geometry.all(node.required("geometry"));
        List<Volume> volumes = Drawing.volumes(Drawing.of(node, geometries, Extent.OPEN));
        if (volumes.isEmpty())
            throw Faulty.at(node.path(), InputFault.MINUS_WITHOUT_VOLUME, Shape.of(node, geometries.getFirst()).word);
        return volumes;
    }
}
