package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Status;
import org.tansiq.core.Timetable;
import org.tansiq.core.airspace.Alarm;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Step;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.airspace.Way;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Verdict;
import org.tansiq.wire.Acts;
import tools.jackson.databind.JsonNode;

/** The description by itself: it is one, it leaves nothing open, and its words are those of the code. */
class OpenApiLawsTest {
    private static final Set<String> KEYWORDS = new TreeSet<>(List.of(
            "$ref",
            "additionalProperties",
            "const",
            "default",
            "dependentRequired",
            "description",
            "enum",
            "items",
            "maxItems",
            "maxLength",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "oneOf",
            "pattern",
            "prefixItems",
            "properties",
            "propertyNames",
            "required",
            "type"));

    /** Without a limit: what people read has no fixed length, and a stream no end. */
    private static final Set<String> ENDLESS =
            new TreeSet<>(List.of("/components/schemas/Prose", "/components/schemas/Events"));

    private final Described described = new Described(Description.read().text());

    private static Schema document() throws IOException {
        String name = "/oas/schema.yaml";
        try (InputStream in = Objects.requireNonNull(OpenApiLawsTest.class.getResourceAsStream(name))) {
            return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(in, InputFormat.YAML);
        }
    }

    @Test
    void itIsADocumentOfOpenApi() throws Exception {
        assertThat(document().validate(described.root)).isEmpty();
        assertThat(document().validate(Described.JSON.readTree("{\"openapi\":\"3.1.1\"}")))
                .isNotEmpty();
    }

    @Test
    void everySchemaIsOneOfJsonSchema202012() {
        Schema meta = SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        schemas((at, schema) -> {
            assertThat(meta.validate(schema)).as(at).isEmpty();
            assertThat(KEYWORDS).as(at).containsAll(schema.propertyNames());
            if (schema.has("pattern")) Pattern.compile(schema.get("pattern").stringValue());
        });
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingLiesAbout() {
        Set<String> used = new TreeSet<>();
        for (JsonNode reference : described.root.findValues("$ref")) {
            String target = reference.stringValue().substring(1);
            assertThat(described.root.at(target).isMissingNode()).as(target).isFalse();
            used.add(target);
        }
        for (String kind : List.of("schemas", "responses", "parameters", "headers"))
            for (String name : described.root.at("/components/" + kind).propertyNames())
                assertThat(used).contains("/components/" + kind + "/" + name);
    }

    @Test
    void everyOperationHasAName() {
        List<String> names = described.operations().stream()
                .map(operation -> described.at(operation, "/operationId").stringValue())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    // --- nothing is left open ---

    @Test
    void everyObjectIsClosedAndSaysWhatItMustHave() {
        schemas((at, schema) -> {
            if (!schema.path("type").asString("").equals("object") || at.endsWith("/Description")) return;
            assertThat(schema.has("additionalProperties")).as(at).isTrue();
            assertThat(schema.get("additionalProperties").isObject() == schema.has("propertyNames"))
                    .as(at)
                    .isTrue();
            if (schema.has("propertyNames")) return;
            assertThat(schema.get("additionalProperties").booleanValue()).as(at).isFalse();
            for (JsonNode name : schema.get("required"))
                assertThat(schema.get("properties").has(name.stringValue()))
                        .as(at + " " + name)
                        .isTrue();
        });
    }

    @Test
    void everythingThatCanGrowHasALimit() {
        schemas((at, schema) -> {
            if (ENDLESS.contains(at)) return;
            switch (schema.path("type").asString("")) {
                case "string" -> assertThat(schema.has("maxLength")).as(at).isTrue();
                case "array" -> assertThat(schema.has("maxItems")).as(at).isTrue();
                case "integer", "number" ->
                    assertThat(schema.has("minimum") && schema.has("maximum"))
                            .as(at)
                            .isTrue();
                default -> {}
            }
        });
    }

    /** Every schema, inner ones too, under where it stands. */
    private void schemas(BiConsumer<String, JsonNode> each) {
        described
                .root
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schemas("/components/schemas/" + schema.getKey(), schema.getValue(), each));
        for (JsonNode schema : described.root.findValues("schema")) schemas(schema.toString(), schema, each);
    }

    private static void schemas(String at, JsonNode schema, BiConsumer<String, JsonNode> each) {
        if (!schema.isObject()) return;
        each.accept(at, schema);
        for (Map.Entry<String, JsonNode> inner : schema.path("properties").properties())
            schemas(at + "/properties/" + inner.getKey(), inner.getValue(), each);
        for (String list : List.of("oneOf", "prefixItems"))
            for (JsonNode inner : schema.path(list)) schemas(at + "/" + list, inner, each);
        for (String one : List.of("items", "propertyNames", "additionalProperties"))
            schemas(at + "/" + one, schema.path(one), each);
    }

    // --- its words ---

    private static List<String> words(Enum<?>... all) {
        return Stream.of(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private List<String> listed(String schema) {
        return described
                .root
                .at("/components/schemas/" + schema + "/enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    @Test
    void itsWordsAreThoseOfTheCode() {
        assertThat(listed("NoteType")).isEqualTo(Acts.TYPES);
        assertThat(listed("Role")).isEqualTo(words(Role.values()));
        assertThat(listed("Kind")).isEqualTo(words(Kind.values()));
        assertThat(listed("Status")).isEqualTo(words(Status.values()));
        assertThat(listed("Shape")).isEqualTo(words(Core.Kind.values()));
        assertThat(listed("Height/properties/reference")).isEqualTo(words(Reference.values()));
        String details = "Details/properties/";
        assertThat(listed(details + "use")).isEqualTo(words(Details.Use.values()));
        assertThat(listed(details + "craft")).isEqualTo(words(Details.Craft.values()));
        assertThat(listed("Overlap/properties/verdict")).isEqualTo(words(Verdict.CERTAIN, Verdict.POSSIBLE));
        assertThat(listed("Level")).isEqualTo(words(Level.values()));
        assertThat(listed("Conflict/properties/other/properties/level")).isEqualTo(words(Level.ENVELOPE, Level.FULL));
        String thread = "Thread/properties/";
        assertThat(listed(thread + "turn")).isEqualTo(words(ThreadView.Turn.values()));
        assertThat(listed(thread + "steps/items/properties/what")).isEqualTo(words(Step.Kind.values()));
        assertThat(listed(thread + "ways/properties/all/items/properties/fit")).isEqualTo(words(Way.Fit.values()));
        assertThat(listed("Move"))
                .isEqualTo(Change.ALL.stream().map(Change::text).toList());
        assertThat(listed("Touched/properties/alarms/items")).isEqualTo(words(Alarm.values()));
        TreeSet<String> states = new TreeSet<>(listed("DeclaredWindow/properties/state"));
        states.addAll(words(WindowState.EXPIRED)); // Which is never recorded.
        assertThat(states).containsExactlyInAnyOrderElementsOf(words(WindowState.values()));
        TreeSet<String> changes = new TreeSet<>(listed("Change/oneOf/0/properties/what"));
        changes.addAll(listed("Change/oneOf/1/properties/what"));
        assertThat(changes).containsExactlyInAnyOrderElementsOf(words(Timetable.What.values()));
        assertThat(listed("Figure")).hasSameSizeAs(Figure.values());
        for (Figure figure : Figure.values())
            assertThat(listed("Figure"))
                    .anyMatch(name -> name.equalsIgnoreCase(figure.name().replace("_", "")));
    }

    @Test
    void everyRefusalOfTheRulesStandsUnderItsStatus() {
        Map<Integer, Set<String>> written = new TreeMap<>();
        String responses = described.of("/api/v1/notes").orElseThrow().pointer() + "/responses";
        for (Map.Entry<String, JsonNode> response : described.root.at(responses).properties())
            for (String word : refused(response.getValue()))
                written.computeIfAbsent(Integer.parseInt(response.getKey()), _ -> new TreeSet<>())
                        .add(word);
        Map<Integer, Set<String>> coded = new TreeMap<>();
        for (var why : Refusals.all())
            coded.computeIfAbsent(Refused.status(why), _ -> new TreeSet<>())
                    .add("/problems/refused/" + Refused.word(why));
        assertThat(written).isEqualTo(coded);
    }

    private static List<String> refused(JsonNode response) {
        List<String> words = new ArrayList<>();
        for (JsonNode type : response.findValues("type")) {
            type.path("enum").valueStream().map(JsonNode::asString).forEach(words::add);
            words.add(type.path("const").asString(""));
        }
        return words.stream()
                .filter(word -> word.startsWith("/problems/refused/"))
                .toList();
    }
}
