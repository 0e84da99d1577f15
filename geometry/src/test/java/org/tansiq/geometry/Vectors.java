package org.tansiq.geometry;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the language-neutral cases; vectors/README.md says what each field means. */
final class Vectors {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of("..", "vectors");

    private Vectors() {}

    static Stream<JsonNode> cases(String file) {
        return list(JSON.readTree(FOLDER.resolve(file).toFile())).stream();
    }

    static Volume volume(JsonNode node) {
        double radius = node.has("radius") ? number(node.get("radius")) : 0;
        double precision = node.has("precision") ? number(node.get("precision")) : 0;
        return new Volume(
                new Footprint(core(node), radius, precision),
                new Band(end(node, "floor"), end(node, "ceiling"), ground(node)),
                Window.between(instant(node, "from"), instant(node, "until")));
    }

    private static Core core(JsonNode node) {
        List<Position> positions = positions(node.get("positions"));
        return switch (node.get("core").asString()) {
            case "spot" -> Core.spot(positions.getFirst());
            case "chain" -> Core.chain(positions);
            case "ring" ->
                Core.ring(
                        positions,
                        list(node.path("inner")).stream()
                                .map(Vectors::positions)
                                .toList());
            default -> throw new AssertionError(node.get("core"));
        };
    }

    private static List<Position> positions(JsonNode node) {
        return list(node).stream()
                .map(p -> new Position(number(p.get(0)), number(p.get(1))))
                .toList();
    }

    private static Optional<Height> end(JsonNode volume, String name) {
        if (!volume.has(name)) return Optional.empty();
        JsonNode node = volume.get(name);
        Reference reference = Reference.valueOf(node.get("reference").asString());
        boolean floor = name.equals("floor");
        if (node.has("feet")) {
            long feet = node.get("feet").asLong();
            return Optional.of(floor ? Height.floorFeet(reference, feet) : Height.ceilingFeet(reference, feet));
        }
        double metres = number(node.get("metres"));
        return Optional.of(floor ? Height.floor(reference, metres) : Height.ceiling(reference, metres));
    }

    private static Ground ground(JsonNode volume) {
        JsonNode node = volume.path("ground");
        return node.isMissingNode() ? Ground.UNKNOWN : Ground.between(number(node.get(0)), number(node.get(1)));
    }

    private static Optional<Instant> instant(JsonNode volume, String name) {
        return volume.has(name) ? Optional.of(Instant.parse(volume.get(name).asString())) : Optional.empty();
    }

    // JSON has no NaN and no infinity: such numbers are written as strings.
    static double number(JsonNode node) {
        return node.isString() ? Double.parseDouble(node.asString()) : node.asDouble();
    }

    static List<JsonNode> list(JsonNode node) {
        return Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                .map(node::get)
                .toList();
    }
}
