package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Unfit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Builds one value from a parser, within limits.
 *
 * <p>A fault does not leave the parser in the middle: the value is read to its end, and then the first
 * fault is thrown, so that the next feature can be read.
 */
final class JsonTree {
    /** How deep values may be nested in one feature. A collection of areas with subtracted ones needs 10. */
    static final int DEPTH_MAX = 32;

    /** Values in one feature: numbers, strings, arrays, objects. */
    static final int VALUES_MAX = 1_000_000;

    private final JsonParser parser;
    private final List<Faulty> faults = new ArrayList<>();
    private int values;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The value that begins at the parser's current token; the parser is then at its last token. */
    static Json read(JsonParser parser, String path) {
        JsonTree tree = new JsonTree(parser);
        Json json = tree.value(() -> path, 1);
        if (!tree.faults.isEmpty()) throw tree.faults.getFirst();
        return json;
    }

    private Json value(Supplier<String> path, int depth) {
        values++;
        if (values > VALUES_MAX) faults.add(Faulty.at("", InputFault.TOO_MANY_VALUES, values, VALUES_MAX));
        if (depth > DEPTH_MAX) faults.add(Faulty.at(path.get(), InputFault.TOO_DEEP, depth, DEPTH_MAX));
        if (!faults.isEmpty()) {
            parser.skipChildren();
            return new Json.Nothing();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(path, depth);
            case START_ARRAY -> items(path, depth);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path);
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            default -> new Json.Nothing();
        };
    }

    private Json number(Supplier<String> path) {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) faults.add(Faulty.at(path.get(), new Unfit(Fault.NOT_FINITE, value)));
        return new Json.Num(value);
    }

    private Json items(Supplier<String> path, int depth) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int place = items.size();
            items.add(value(() -> Node.item(path.get(), place), depth + 1));
        }
        return new Json.Items(items);
    }

    private Json fields(Supplier<String> path, int depth) {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Json value = value(() -> Node.field(path.get(), name), depth + 1);
            if (fields.put(name, value) != null) faults.add(duplicate(path.get(), name));
        }
        return new Json.Fields(fields);
    }

    static Faulty duplicate(String path, String name) {
        return Faulty.at(Node.field(path, name), InputFault.DUPLICATE_PROPERTY, Node.shown(name));
    }
}
