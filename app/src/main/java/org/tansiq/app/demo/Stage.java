package org.tansiq.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tansiq.app.check.Console;
import org.tansiq.app.record.Moments;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Bytes;
import org.tansiq.wire.Json;

/**
 * Where the demonstration plays: types the commands of a user, shows what they print, and keeps what was
 * found.
 */
final class Stage {
    /** Something is not as the demonstration promises; the message says what, in the reader's language. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(Phrase what) {
            super(what.text());
        }
    }

    /** What the folder is called in the commands that are shown. */
    static final String SHORT = "$D";

    private static final String INDENT = "    ";
    private static final List<String> SAYS_TIMES = List.of(
            "say",
            "show",
            "view-as",
            "declare",
            "amend",
            "activate",
            "end",
            "withdraw",
            "widen",
            "seen",
            "list",
            "keys enrol");

    private final Console console;
    private final Messages messages;
    private final Commands commands;
    private final Told told;
    private final Map<String, Json> facts = new LinkedHashMap<>();
    private final List<Json> typed = new ArrayList<>();
    private final List<Json> promises = new ArrayList<>();
    private String name = "";
    private Instant began = Instant.EPOCH;
    private int step;

    Stage(Console console, Messages messages, Commands commands, Told told) {
        this.console = console;
        this.messages = messages;
        this.commands = commands;
        this.told = told;
    }

    /** How it is told: in which folder, times in which zone besides UTC, as JSON, waiting after each step. */
    record Told(Path folder, ZoneId zone, boolean json, boolean waits) {}

    /** A new step: its heading, when it began, what is done, and what to look at. */
    void step(String next) {
        if (told.waits() && step > 0) await();
        step++;
        name = next;
        began = now();
        facts.clear();
        typed.clear();
        promises.clear();
        if (told.json()) return;
        console.line("");
        line("demo.step", "number", step, "name", messages.say("demo." + name), "at", at(began));
        line("demo." + name + ".look");
    }

    private void await() {
        line("demo.enter");
        console.out().flush();
        Optional.ofNullable(System.console()).ifPresent(java.io.Console::readLine);
    }

    /** Ends a step that held: to programs, as one object. */
    void done() {
        if (told.json()) console.line(object(List.of(new Json.Member("holds", new Json.Truth(true)))));
    }

    /** Ends a step that did not hold, and with it the demonstration. */
    void failed(Failed why) {
        String what = String.valueOf(why.getMessage());
        if (told.json())
            console.line(object(List.of(
                    new Json.Member("holds", new Json.Truth(false)), new Json.Member("why", new Json.Text(what)))));
        console.error(messages.line(messages.say("demo.failed", "number", step, "what", new Phrase(what))));
    }

    private String object(List<Json.Member> end) {
        List<Json.Member> members = new ArrayList<>();
        members.add(new Json.Member("step", new Json.Digits("" + step)));
        members.add(new Json.Member("name", new Json.Text(name)));
        members.add(new Json.Member("at", new Json.Text(began.toString())));
        members.add(new Json.Member("commands", new Json.Items(List.copyOf(typed))));
        members.add(new Json.Member("held", new Json.Items(List.copyOf(promises))));
        facts.forEach((key, value) -> members.add(new Json.Member(key, value)));
        members.addAll(end);
        return new Json.Fields(members).text();
    }

    void fact(String key, long value) {
        facts.put(key, new Json.Digits(Long.toString(value)));
    }

    void fact(String key, String value) {
        facts.put(key, new Json.Text(value));
    }

    void say(String key, Object... filled) {
        if (!told.json()) line(key, filled);
    }

    private void line(String key, Object... filled) {
        console.line(messages.line(messages.say(key, filled)));
    }

    /** What a step promises; it is said once it was found so. */
    void hold(boolean holds, String promise, Object... filled) {
        Phrase what = messages.say("demo.promise." + promise, filled);
        if (!holds) throw new Failed(what);
        promises.add(new Json.Text(promise));
        say("demo.held", "what", what);
    }

    /** Types a command, and shows what it prints; it has to end well. */
    void types(String... args) {
        types(0, args);
    }

    /** The same for one that ends with some other status. */
    void types(int status, String... args) {
        prints(run(status, typed(args)));
    }

    /** The same for one whose answer is long, and like others that were shown. */
    void typesUnseen(String... args) {
        run(0, typed(args));
    }

    private String[] typed(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (messages.language() != Language.EN)
            all.addAll(List.of("--lang", messages.language().code()));
        if (SAYS_TIMES.contains(args[0]) || SAYS_TIMES.contains(args[0] + " " + args[1]))
            all.addAll(List.of("--zone", told.zone().getId()));
        String[] whole = all.toArray(String[]::new);
        shows(whole);
        return whole;
    }

    /** A command as a user would type it. */
    void shows(String... args) {
        String line = "./tansiq " + Arrays.stream(args).map(this::shortened).collect(Collectors.joining(" "));
        typed.add(new Json.Text(line));
        if (!told.json()) console.line(INDENT + "$ " + line);
    }

    void prints(String text) {
        if (!told.json()) text.lines().forEach(line -> console.line(INDENT + line));
    }

    /** What a command prints as JSON, unseen. */
    List<Json.Fields> asks(String... args) {
        return asks(0, args);
    }

    List<Json.Fields> asks(int status, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--json");
        return run(status, all.toArray(String[]::new))
                .lines()
                .map(line -> (Json.Fields) Json.parse(Bytes.of(line)))
                .toList();
    }

    private String run(int status, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = commands.run(args, out);
        String text = out.toString(StandardCharsets.UTF_8);
        if (exit != status)
            throw new Failed(messages.say(
                    "demo.ended",
                    "command",
                    Arrays.stream(args).map(this::shortened).collect(Collectors.joining(" ")),
                    "exit",
                    exit,
                    "said",
                    text.strip()));
        return text;
    }

    private String shortened(String arg) {
        String folder = told.folder().toString();
        if (arg.startsWith(folder + "/")) return '"' + SHORT + '"' + arg.substring(folder.length());
        return arg.contains(" ") ? "'" + arg + "'" : arg;
    }

    Phrase at(Instant instant) {
        return new Moments(messages, told.zone()).at(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    Instant now() {
        return console.clock().instant();
    }

    Messages messages() {
        return messages;
    }

    void file(Path file, String text) {
        console.write(file, text);
    }
}
