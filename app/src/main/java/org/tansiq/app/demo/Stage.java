package org.tansiq.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.core.Bytes;
import org.tansiq.wire.Json;

/**
 * Where the demonstration plays: types the commands of a user, shows what they print, and keeps what was
 * found.
 */
final class Stage {
    /** Something is not as the demonstration promises. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(String what) {
            super(what);
        }
    }

    private static final String INDENT = "    ";

    private final Console console;
    private final Messages messages;
    private final Commands commands;
    private final String zone;
    private final boolean json;
    private final boolean waits;
    private final Map<String, Json> facts = new LinkedHashMap<>();
    private int step;

    Stage(Console console, Messages messages, Commands commands, Told told) {
        this.console = console;
        this.messages = messages;
        this.commands = commands;
        this.zone = told.zone();
        this.json = told.json();
        this.waits = told.waits();
    }

    /** How it is told: times in which zone besides UTC, as JSON, waiting for a key after each step. */
    record Told(String zone, boolean json, boolean waits) {}

    /** A new step: its heading, what is done, and what to look at. */
    void step(String name) {
        step++;
        if (json) return;
        console.line("");
        console.line(messages.line(messages.say("demo.step", "number", step, "name", messages.say("demo." + name))));
        console.line(messages.line(messages.say("demo." + name + ".look")));
    }

    /** Ends a step: its facts, and a wait where somebody watches. */
    void done(String name) {
        if (json) {
            List<Json.Member> members = new ArrayList<>();
            members.add(new Json.Member("step", new Json.Digits("" + step)));
            members.add(new Json.Member("name", new Json.Text(name)));
            facts.forEach((key, value) -> members.add(new Json.Member(key, value)));
            members.add(new Json.Member("holds", new Json.Truth(true)));
            console.line(new Json.Fields(members).text());
        }
        facts.clear();
        if (waits) await();
    }

    private void await() {
        console.line(messages.line(messages.say("demo.enter")));
        console.out().flush();
        Optional.ofNullable(System.console()).ifPresent(java.io.Console::readLine);
    }

    void fact(String name, long value) {
        facts.put(name, new Json.Digits(Long.toString(value)));
    }

    void say(String key, Object... filled) {
        if (!json) console.line(messages.line(messages.say(key, filled)));
    }

    void hold(boolean holds, String what) {
        if (!holds) throw new Failed(what);
    }

    /** Types a command, and shows what it prints; it has to end well. */
    void types(String... args) {
        types(0, args);
    }

    /** The same for one that ends with some other status. */
    void types(int status, String... args) {
        if (!json)
            console.line(INDENT + "$ ./tansiq "
                    + Arrays.stream(args).map(Stage::quoted).collect(Collectors.joining(" ")));
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--lang", messages.language().code()));
        if (SAYS_TIMES.contains(args[0])) all.addAll(List.of("--zone", zone));
        String out = run(status, all.toArray(String[]::new));
        if (!json) out.lines().forEach(line -> console.line(INDENT + line));
    }

    private static final List<String> SAYS_TIMES =
            List.of("say", "show", "declare", "amend", "activate", "end", "withdraw", "seen", "list");

    /** What a command prints as JSON, unseen. */
    List<Json.Fields> asks(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--json");
        return run(0, all.toArray(String[]::new))
                .lines()
                .map(line -> (Json.Fields) Json.parse(Bytes.of(line)))
                .toList();
    }

    private String run(int status, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = commands.run(args, out);
        String text = out.toString(StandardCharsets.UTF_8);
        hold(exit == status, String.join(" ", args) + " ended with " + exit + ": " + text);
        return text;
    }

    private static String quoted(String arg) {
        return arg.contains(" ") ? "'" + arg + "'" : arg;
    }

    Instant now() {
        return console.clock().instant();
    }

    void file(Path file, String text) {
        console.write(file, text);
    }
}
