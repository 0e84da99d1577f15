package org.tansiq.edge.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/**
 * The description as a client reads it. Compares each reply with it, and keeps what of it was seen; safe to
 * use from several threads.
 */
final class Described {
    /** What HTTP itself has in every head. */
    private static final Set<String> FRAMING =
            new TreeSet<>(List.of("connection", "content-length", "content-type", "date", "transfer-encoding"));

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** A method of a path; {@code pointer} leads to its description. */
    record Operation(String method, String path, String pointer) {
        boolean answers(String concrete) {
            return concrete.matches(path.replaceAll("\\{[a-z]+}", "[^/]+").replace(".", "\\."));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    final JsonNode root;
    final Schemas schemas;
    private final List<Operation> operations = new ArrayList<>();
    private final TreeSet<String> seen = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    Described(String text) {
        this.root = JSON.readTree(text);
        this.schemas = new Schemas(root);
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties())
            for (String method : path.getValue().propertyNames())
                operations.add(new Operation(
                        method.toUpperCase(Locale.ROOT),
                        path.getKey(),
                        "/paths/" + path.getKey().replace("~", "~0").replace("/", "~1") + "/" + method));
    }

    List<Operation> operations() {
        return operations;
    }

    JsonNode at(Operation operation, String below) {
        return root.at(operation.pointer() + below);
    }

    /** The operation of a path: here each has one. */
    Optional<Operation> of(String path) {
        return operations.stream().filter(operation -> operation.answers(path)).findFirst();
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized SortedSet<String> seen() {
        return new TreeSet<>(seen);
    }

    /** Whatever the description says that one can see: statuses, events, members and alternatives. */
    SortedSet<String> promised() {
        TreeSet<String> all = new TreeSet<>();
        for (Operation operation : operations)
            for (String status : at(operation, "/responses").propertyNames()) {
                all.add(operation + " " + status);
                String response = resolved(operation.pointer() + "/responses/" + status);
                contents(response).forEach(content -> {
                    for (String type : types(content + "/schema")) all.add(operation + " " + status + " " + type);
                    schemas.all(content + "/schema", all);
                    for (String event : root.at(content + "/x-events").propertyNames()) {
                        all.add(operation + " " + status + " event " + event);
                        schemas.all(content + "/x-events/" + event + "/data", all);
                    }
                });
            }
        return all;
    }

    // The words of a problem, but for those of the rules, which another test has one by one.
    private List<String> types(String schema) {
        Stream<JsonNode> alternatives = Stream.concat(
                Stream.of(root.at(schema)), root.at(schema + "/oneOf").valueStream());
        return alternatives
                .map(one -> one.at("/properties/type"))
                .flatMap(type -> Stream.concat(
                        Stream.of(type.path("const")), type.path("enum").valueStream()))
                .map(JsonNode::asString)
                .filter(type -> type.startsWith("/problems/") && !type.startsWith("/problems/refused/"))
                .toList();
    }

    private Stream<String> contents(String response) {
        return root.at(response + "/content").propertyNames().stream()
                .map(type -> response + "/content/" + type.replace("/", "~1"));
    }

    private String resolved(String pointer) {
        JsonNode found = root.at(pointer);
        return found.has("$ref") ? resolved(Schemas.target(found)) : pointer;
    }

    // --- what came ---

    /** Compares a reply with the description; what it breaks is among the {@link #faults}. */
    synchronized Exchange compare(Exchange came) {
        Optional<Operation> operation = of(came.path());
        if (operation.isEmpty()) return fault(came, "the path is not described");
        String status = operation.get() + " " + came.status();
        if (!came.method().equals(operation.get().method()) && came.status() != 405)
            return fault(came, "the method is not described");
        String response = resolved(operation.get().pointer() + "/responses/" + came.status());
        if (root.at(response).isMissingNode()) return fault(came, "the status is not described");
        seen.add(status);
        headers(came, response);
        if (root.at(response + "/content").isMissingNode())
            return came.body().isEmpty() ? came : fault(came, "no body is described");
        String type = came.header("content-type").orElse("none");
        String content = response + "/content/" + type.replace("/", "~1");
        if (root.at(content).isMissingNode()) return fault(came, "the type " + type + " is not described");
        if (!root.at(content).has("x-events")) body(came, status, content + "/schema");
        return came;
    }

    private Exchange fault(Exchange came, String what) {
        faults.add(what + ": " + came);
        return came;
    }

    // Of alternatives each says why it is none.
    private static String first(List<String> faults) {
        return String.join("; ", faults.subList(0, Math.min(4, faults.size())));
    }

    private void headers(Exchange came, String response) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(FRAMING);
        for (String name : root.at(response + "/headers").propertyNames()) {
            known.add(name);
            String header = resolved(response + "/headers/" + name);
            Optional<String> value = came.header(name.toLowerCase(Locale.ROOT));
            if (value.isEmpty() && root.at(header + "/required").asBoolean(false))
                fault(came, "the header " + name + " is missing");
            value.ifPresent(text -> schemas.faults(header + "/schema", node(header, text))
                    .forEach(why -> fault(came, "the header " + name + ": " + why)));
        }
        for (String name : came.headers().keySet())
            if (!known.contains(name)) fault(came, "the header " + name + " is not described");
    }

    private JsonNode node(String header, String text) {
        boolean number = root.at(header + "/schema/type").asString("").equals("integer") && text.matches("[0-9]{1,9}");
        return number ? IntNode.valueOf(Integer.parseInt(text)) : StringNode.valueOf(text);
    }

    private void body(Exchange came, String status, String schema) {
        JsonNode body = JSON.readTree(came.body());
        List<String> faults = schemas.faults(schema, body);
        if (!faults.isEmpty()) {
            fault(came, first(faults));
            return;
        }
        schemas.seen(schema, body, seen);
        if (came.status() >= 400 && types(schema).contains(body.path("type").asString("")))
            seen.add(status + " " + body.get("type").stringValue());
    }

    /** Compares one event of a stream, as it came, without the empty line behind it. */
    synchronized void event(String text) {
        Operation stream = of("/api/v1/stream").orElseThrow();
        String events = stream.pointer() + "/responses/200/content/text~1event-stream/x-events";
        String name = field(text, "event").orElse("message");
        if (root.at(events + "/" + name).isMissingNode()) {
            faults.add("the event is not described: " + text);
            return;
        }
        seen.add(stream + " 200 event " + name);
        boolean numbered = root.at(events + "/" + name).has("id");
        if (numbered != field(text, "id").isPresent()) faults.add("an id, or none: " + text);
        if (!text.matches("(id: [1-9][0-9]*\n)?event: [a-z]+\ndata: [^\n]+")) faults.add("another form: " + text);
        JsonNode data = JSON.readTree(field(text, "data").orElse("null"));
        List<String> why = schemas.faults(events + "/" + name + "/data", data);
        if (!why.isEmpty()) faults.add(first(why) + ": " + text);
        schemas.seen(events + "/" + name + "/data", data, seen);
    }

    private static Optional<String> field(String event, String name) {
        return event.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }
}
