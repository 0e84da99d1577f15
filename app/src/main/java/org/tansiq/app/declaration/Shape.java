package org.tansiq.app.declaration;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shapes that people declare with: which geometry each needs, and which properties are its own. */
enum Shape {
    POINT("point", Geometry.Kind.POINT, ""),
    CONTROL_POINT("control-point", Geometry.Kind.POINT, ""),
    LINE("line", Geometry.Kind.LINE, "width"),
    CURTAIN("curtain", Geometry.Kind.LINE, ""),
    CIRCLE("circle", Geometry.Kind.POINT, "radius"),
    POLYGON("polygon", Geometry.Kind.AREA, ""),
    CORRIDOR("corridor", Geometry.Kind.LINE, "width"),
    ORBIT("orbit", Geometry.Kind.LINE, "width alignment"),
    RADIAL_ARC("radial-arc", Geometry.Kind.POINT, "innerRadius outerRadius firstBearing lastBearing"),
    POLYGON_WITH_ARC("polygon-with-arc", Geometry.Kind.LINE, "pivot radius firstBearing lastBearing"),
    TRACK("track", Geometry.Kind.LINE, "legs"),
    CAKE("cake", Geometry.Kind.POINT, "layers"),
    MOVING("moving", Geometry.Kind.LINE, "width times speedKnots");

    private static final Set<String> DISTANCES =
            Set.of("radius", "width", "innerRadius", "outerRadius", "leftWidth", "rightWidth");

    /** What any shape may say. */
    private static final String COMMON =
            "name place shape floor ceiling groundMetres windows from until precisionMetres positionForm edge minus";

    /** What only parts of a shape say. */
    private static final String INNER = "leftWidth rightWidth points";

    private static final SortedMap<String, String> FOLDED = folded();
    private static final Set<String> KNOWN = Set.copyOf(FOLDED.values());
    private static final Set<String> SPECIFIC = Set.copyOf(
            Arrays.stream(values()).flatMap(shape -> shape.properties()).toList());

    final String word;
    final Geometry.Kind geometry;
    private final String own; // Separated by blanks.

    Shape(String word, Geometry.Kind geometry, String own) {
        this.word = word;
        this.geometry = geometry;
        this.own = own;
    }

    static SortedMap<String, Shape> byWord() {
        SortedMap<String, Shape> words = new TreeMap<>();
        for (Shape shape : values()) words.put(shape.word, shape);
        return words;
    }

    /** The shape that a node names, or the one that its geometry and its width or radius imply. */
    static Shape of(Node node, Geometry geometry) {
        if (node.optional("shape").isPresent()) return named(node.required("shape"), geometry);
        return switch (geometry.kind()) {
            case POINT -> Measure.optional(node, "radius").isPresent() ? CIRCLE : POINT;
            case LINE -> Measure.optional(node, "width").isPresent() ? CORRIDOR : LINE;
            case AREA -> POLYGON;
        };
    }

    private static Shape named(Node word, Geometry geometry) {
        SortedMap<String, Shape> words = byWord();
        Shape shape = words.get(word.oneOf(words.keySet()));
        if (shape == null || shape.geometry != geometry.kind())
            throw Faulty.at(geometry.path(), InputFault.UNKNOWN_VALUE, geometry.kind().type, wanted(shape));
        return shape;
    }

    private static String wanted(@org.jspecify.annotations.Nullable Shape shape) {
        return shape == null ? "" : shape.geometry.type;
    }

    /** Refuses what another shape needs, and what looks like a property of ours. */
    void check(Node node) {
        for (String name : node.names()) {
            if (SPECIFIC.contains(name) && properties().noneMatch(name::equals))
                throw Faulty.at(node.path(name), InputFault.NOT_FOR_SHAPE, name, word);
        }
        checkSpelling(node);
    }

    /** Refuses a property that differs from one of ours in case, in dashes, or by its missing unit. */
    static void checkSpelling(Node node) {
        for (String name : node.names()) {
            if (KNOWN.contains(name)) continue;
            String meant = FOLDED.getOrDefault(fold(name), name);
            if (!meant.equals(name)) throw Faulty.at(node.path(name), InputFault.MISSPELT, Node.shown(name), meant);
        }
    }

    private Stream<String> properties() {
        return names(own).flatMap(Shape::spelt);
    }

    private static Stream<String> names(String all) {
        return Pattern.compile(" ").splitAsStream(all).filter(name -> !name.isEmpty());
    }

    private static Stream<String> spelt(String name) {
        return DISTANCES.contains(name) ? Measure.UNITS.keySet().stream().map(unit -> name + unit) : Stream.of(name);
    }

    private static SortedMap<String, String> folded() {
        SortedMap<String, String> folded = new TreeMap<>();
        Stream<String> own = Arrays.stream(values()).flatMap(shape -> names(shape.own));
        Stream.concat(own, names(COMMON + " " + INNER)).forEach(name -> {
            if (DISTANCES.contains(name)) folded.put(fold(name), name + "Metres");
            spelt(name).forEach(full -> folded.put(fold(full), full));
        });
        return folded;
    }

    private static String fold(String name) {
        String plain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[ _-]", "");
        return plain.replace("meters", "metres");
    }
}
