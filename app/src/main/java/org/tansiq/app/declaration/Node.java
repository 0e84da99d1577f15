package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A JSON value and the path that leads to it, read with strict types: each reading of another type is a
 * fault. The path is put together only when it is asked for.
 */
record Node(Supplier<String> where, Json json) {
    private static final int SHOWN_MAX = 40;

    Node(String path, Json json) {
        this(() -> path, json);
    }

    String path() {
        return where.get();
    }

    static String field(String path, String name) {
        return path.isEmpty() ? shown(name) : path + "." + shown(name);
    }

    static String item(String path, int index) {
        return path + "[" + index + "]";
    }

    /** A text of the file, short and without what could turn or hide the line it is printed in. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN_MAX).forEach(c -> shown.appendCodePoint(Names.plain(c) ? c : '\uFFFD'));
        if (text.codePointCount(0, text.length()) > SHOWN_MAX) shown.append('…');
        return shown.toString();
    }

    /** The path of a property. */
    String path(String name) {
        return field(path(), name);
    }

    /** The property of that name; one that is null counts as absent. */
    Optional<Node> optional(String name) {
        Json value = fields().get(name);
        return value == null || value instanceof Json.Nothing
                ? Optional.empty()
                : Optional.of(new Node(() -> path(name), value));
    }

    Node required(String name) {
        return optional(name).orElseThrow(() -> Faulty.at(path(name), InputFault.MISSING));
    }

    /** The names of the properties that are not null, sorted. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        fields().forEach((name, value) -> {
            if (!(value instanceof Json.Nothing)) names.add(name);
        });
        return names;
    }

    String text() {
        if (json instanceof Json.Text(String value)) return value;
        throw wrong("string");
    }

    /** The text, if it is one of those allowed. */
    String oneOf(Set<String> allowed) {
        String text = text();
        if (allowed.contains(text)) return text;
        throw Faulty.at(path(), InputFault.UNKNOWN_VALUE, shown(text), String.join(", ", allowed));
    }

    double number() {
        if (json instanceof Json.Num(double value)) return value;
        throw wrong("number");
    }

    List<Node> items() {
        if (!(json instanceof Json.Items(List<Json> values))) throw wrong("array");
        List<Node> items = new ArrayList<>();
        for (Json value : values) {
            int place = items.size();
            items.add(new Node(() -> item(path(), place), value));
        }
        return items;
    }

    /** The items, if there are just as many as wanted. */
    List<Node> items(int wanted) {
        List<Node> items = items();
        if (items.size() != wanted) throw Faulty.at(path(), InputFault.WRONG_COUNT, items.size(), wanted);
        return items;
    }

    Node object() {
        fields();
        return this;
    }

    private Map<String, Json> fields() {
        if (json instanceof Json.Fields(Map<String, Json> values)) return values;
        throw wrong("object");
    }

    private Faulty wrong(String wanted) {
        return Faulty.at(path(), InputFault.WRONG_TYPE, json.kind(), wanted);
    }
}
