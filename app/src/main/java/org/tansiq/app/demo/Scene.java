package org.tansiq.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tansiq.core.Hash;
import org.tansiq.wire.Json;

/** What the steps share: files in the folder, commands to the server, and what each side is told. */
record Scene(Stage stage, Path home, Path folder, Supplier<String> url) {
    private static final long FROM_MINUTES = 125;
    private static final long LENGTH_MINUTES = 60;
    private static final long LONG_HOURS = 6;

    /** A command to the server, by a key. */
    String[] with(String key, String... command) {
        return Stream.concat(Stream.of(command), Stream.of("--at", url.get(), "--key", key(key)))
                .toArray(String[]::new);
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    String key(String name) {
        return file(name.replace('/', '-') + ".key");
    }

    /** A file of examples/geneva with its blanks filled. */
    void template(String name, String... filled) throws IOException {
        String text =
                Files.readString(home.resolve("examples").resolve("geneva").resolve(name));
        for (int i = 0; i < filled.length; i += 2)
            text = text.replace('"' + filled[i] + '"', '"' + filled[i + 1] + '"');
        stage.file(folder.resolve(name), text);
    }

    /** The same, for what is declared for an hour, or for long. */
    void timed(String name) throws IOException {
        Instant from = stage.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(FROM_MINUTES));
        template(
                name,
                "FROM",
                from.toString(),
                "UNTIL",
                from.plus(Duration.ofMinutes(LENGTH_MINUTES)).toString(),
                "LATER",
                from.plus(Duration.ofHours(LONG_HOURS)).toString());
    }

    List<Json.Fields> list(String side) {
        return stage.asks(with(side + "/planner", "list", "--all"));
    }

    List<Json.Fields> conflicts(String side) {
        return Rows.under(list(side), "conflict");
    }

    /** What a side is told of all that meets one declaration of its own. */
    List<Json.Fields> conflicts(String side, String declaration) {
        return conflicts(side).stream()
                .filter(view -> Rows.text(view, "declaration").equals(declaration))
                .toList();
    }

    /** The full name of what a side calls so. */
    String declared(String side, String name) {
        return Rows.under(list(side), "declaration").stream()
                .filter(declared -> Rows.text(declared, "details", "name").startsWith(name))
                .map(declared -> Rows.text(declared, "id"))
                .findFirst()
                .orElseThrow();
    }

    static String conflict(Json.Fields view) {
        return "c-" + brief(Rows.text(view, "conflict"));
    }

    static String declaration(String id) {
        return "d-" + brief(id);
    }

    private static String brief(String hash) {
        return Hash.parse(hash).orElseThrow().brief();
    }
}
