package org.tansiq.edge.http;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of the description, each by its JSON pointer: what a value breaks, and which of their members
 * and alternatives it has.
 */
final class Schemas {
    private static final String ABSENT = " without ";

    private final JsonNode root;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
    private final Map<String, Schema> made = new TreeMap<>();

    Schemas(JsonNode root) {
        this.root = root;
    }

    /** Empty where the value is as described. */
    List<String> faults(String pointer, JsonNode value) {
        return made.computeIfAbsent(pointer, this::made).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    // Beside what it refers to: references of the description begin at its root.
    private Schema made(String pointer) {
        ObjectNode alone = (ObjectNode) root.at(pointer).deepCopy();
        alone.set("components", root.get("components"));
        return registry.getSchema(alone);
    }

    /** Adds what a value shows of a schema that it keeps: members, those left out, and alternatives. */
    void seen(String pointer, JsonNode value, Set<String> to) {
        JsonNode schema = root.at(pointer);
        if (schema.has("$ref")) seen(target(schema), value, to);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String at = pointer + "/properties/" + member.getKey();
            if (root.at(at).isMissingNode()) continue;
            to.add(at);
            seen(at, member.getValue(), to);
        }
        for (String name : optional(schema)) if (!value.has(name)) to.add(pointer + ABSENT + name);
        for (int i = 0; i < schema.path("oneOf").size(); i++) {
            String at = pointer + "/oneOf/" + i;
            if (!faults(at, value).isEmpty()) continue;
            to.add(at);
            seen(at, value, to);
        }
        if (schema.path("items").isObject()) for (JsonNode item : value) seen(pointer + "/items", item, to);
    }

    /** Adds all that there is to see of a schema. */
    void all(String pointer, Set<String> to) {
        JsonNode schema = root.at(pointer);
        if (schema.has("$ref")) all(target(schema), to);
        for (String name : schema.path("properties").propertyNames()) add(pointer + "/properties/" + name, to);
        for (String name : optional(schema)) to.add(pointer + ABSENT + name);
        for (int i = 0; i < schema.path("oneOf").size(); i++) add(pointer + "/oneOf/" + i, to);
        if (schema.path("items").isObject()) all(pointer + "/items", to);
    }

    // What may be left out. Beside a reference members are only told more closely.
    private static List<String> optional(JsonNode schema) {
        if (schema.has("$ref")) return List.of();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        return schema.path("properties").propertyNames().stream()
                .filter(name -> !required.contains(name))
                .toList();
    }

    private void add(String pointer, Set<String> to) {
        if (to.add(pointer)) all(pointer, to);
    }

    /** Where a reference leads to. */
    static String target(JsonNode reference) {
        return reference.get("$ref").stringValue().substring(1);
    }
}
