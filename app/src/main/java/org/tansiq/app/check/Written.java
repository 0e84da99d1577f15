package org.tansiq.app.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tansiq.app.declaration.DeclaredHeight;
import org.tansiq.app.declaration.Refused;
import org.tansiq.app.declaration.Source;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The answer as JSON, after docs/check-json.md: stable, and never translated. What is absent is null. */
final class Written {
    /** The number of the form; it grows when a reader of the last one would misread. */
    static final int FORM = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Written() {}

    /** The whole text; sums are absent where nothing was checked. */
    static String text(Choices choices, Optional<Sums> sums, List<Conflict> conflicts, List<Refused> refused) {
        ObjectNode top = NODES.objectNode();
        top.put("form", FORM);
        top.put("checked", sums.isPresent());
        top.set("options", options(choices));
        ArrayNode found = top.putArray("conflicts");
        conflicts.forEach(c -> found.add(conflict(c)));
        ArrayNode not = top.putArray("refused");
        refused.forEach(r -> not.add(refused(r)));
        ObjectNode skipped = top.putObject("skipped");
        sums.ifPresent(s -> s.kinds().forEach(skipped::put));
        put(top, "sums", sums.map(Written::sums));
        return MAPPER.writeValueAsString(top);
    }

    /** The sums of several checks by name. */
    static String sums(Map<String, Sums> sums) {
        ObjectNode top = NODES.objectNode().put("form", FORM);
        ObjectNode steps = top.putObject("sums");
        sums.forEach((name, sum) -> steps.set(name, sums(sum)));
        return MAPPER.writeValueAsString(top);
    }

    private static ObjectNode options(Choices choices) {
        ObjectNode node = NODES.objectNode();
        node.set("files", files(choices.files()));
        put(node, "against", choices.against().map(Written::files));
        put(node, "withinSeconds", choices.within().map(within -> NODES.numberNode(within.toMillis() / 1000.0)));
        node.put("bufferMetres", choices.buffer());
        node.put("touching", choices.touching());
        node.put("separationNm", choices.terms().separationNm());
        node.put("separationFeet", choices.terms().separationFeet());
        return node.put("day", choices.terms().day().toString());
    }

    private static ObjectNode conflict(Conflict c) {
        ObjectNode node = NODES.objectNode();
        node.set("a", side(c.a(), c.deepest().a()));
        node.set("b", side(c.b(), c.deepest().b()));
        node.put("verdict", c.verdict().name().toLowerCase(Locale.ROOT));
        ArrayNode reasons = node.putArray("reasons");
        c.reasons().forEach(reason -> reasons.add(Refusals.key(reason)));
        node.put("touching", c.touching());
        put(node, "from", instant(c.window().from(), Window.OPEN_FROM));
        put(node, "until", instant(c.window().until(), Window.OPEN_UNTIL));
        place(node, c);
        node.putObject("depthMetres")
                .put("lower", -c.gap().upper())
                .put("upper", -c.gap().lower());
        put(node, "floor", c.band().floor().map(h -> end(h, c)));
        put(node, "ceiling", c.band().ceiling().map(h -> end(h, c)));
        put(node, "areaSquareMetres", c.area().map(Written::threeDigits));
        ArrayNode clears = node.putArray("clears");
        c.clearings()
                .forEach(way -> clears.addObject()
                        .put("who", way.first() ? "a" : "b")
                        .put("kind", Refusals.key(way.kind()))
                        .put("amount", way.amount())
                        .put("unit", Refusals.key(way.step())));
        return node;
    }

    private static ObjectNode side(Side side, Roll.Item item) {
        ObjectNode node = NODES.objectNode();
        node.put("name", side.name()).put("part", side.part().name()).put("partNumber", side.number());
        source(node, side.declaration().source());
        node.put("volume", item.place() + 1);
        put(node, "floor", side.part().floor().map(Written::height));
        put(node, "ceiling", side.part().ceiling().map(Written::height));
        return node;
    }

    private static void place(ObjectNode node, Conflict c) {
        Optional<String> declared =
                c.a().declaration().place().or(() -> c.b().declaration().place());
        put(node, "place", declared.map(NODES::stringNode));
        Position middle = c.box().middle();
        node.putObject("middle").put("lat", degrees(middle.lat())).put("lng", degrees(middle.lng()));
        node.set("box", box(c.box()));
    }

    private static ObjectNode box(Box box) {
        return NODES.objectNode()
                .put("south", degrees(box.south()))
                .put("north", degrees(box.north()))
                .put("west", degrees(box.west()))
                .put("east", degrees(box.east()));
    }

    // A tenth of a millimetre; adding 0.0 leaves no -0.0.
    private static double degrees(double value) {
        return Math.rint(value * 1e9) / 1e9 + 0.0;
    }

    private static ObjectNode end(Height height, Conflict c) {
        return height(Heights.declared(height, c)).put("millimetres", height.millimetres());
    }

    private static ObjectNode height(DeclaredHeight h) {
        return NODES.objectNode()
                .put("reference", h.reference().name())
                .put("value", h.value())
                .put("unit", Refusals.key(h.unit()));
    }

    private static ObjectNode refused(Refused r) {
        ObjectNode node = NODES.objectNode();
        source(node, r.source());
        node.put("field", r.field()).put("fault", Refusals.key(r.fault()));
        List<String> details = r.details();
        put(node, "value", details.stream().findFirst().map(NODES::stringNode));
        put(node, "limit", details.stream().skip(1).findFirst().map(NODES::stringNode));
        return node;
    }

    private static void source(ObjectNode node, Source source) {
        node.put("file", source.file());
        put(node, "feature", number(source, Source.Kind.FEATURE));
        put(node, "line", number(source, Source.Kind.LINE));
    }

    private static Optional<JsonNode> number(Source source, Source.Kind kind) {
        return Optional.of(source).filter(s -> s.kind() == kind).map(s -> NODES.numberNode(s.number()));
    }

    private static ObjectNode sums(Sums sums) {
        return NODES.objectNode()
                .put("read", sums.read())
                .put("checked", sums.checked())
                .put("refused", sums.refused())
                .put("skipped", sums.skipped())
                .put("pairs", sums.pairs())
                .put("conflicts", sums.conflicts())
                .put("touching", sums.touching());
    }

    private static ArrayNode files(List<Path> files) {
        ArrayNode node = NODES.arrayNode();
        files.forEach(file -> node.add(file.toString()));
        return node;
    }

    private static Optional<JsonNode> instant(long micros, long open) {
        return micros == open
                ? Optional.empty()
                : Optional.of(NODES.stringNode(Window.instant(micros).toString()));
    }

    private static JsonNode threeDigits(double value) {
        return NODES.numberNode(
                BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue());
    }

    private static void put(ObjectNode node, String key, Optional<? extends JsonNode> value) {
        if (value.isPresent()) node.set(key, value.get());
        else node.putNull(key);
    }
}
