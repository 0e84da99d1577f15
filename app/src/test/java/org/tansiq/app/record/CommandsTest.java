package org.tansiq.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.app.Main;
import org.tansiq.app.Ran;
import org.tansiq.app.Stage;
import org.tansiq.app.check.Exit;
import org.tansiq.client.KeyFile;
import org.tansiq.ledger.VKey;
import org.tansiq.wire.Submission;

/** The commands on a record, as their users give them. */
final class CommandsTest {
    @TempDir
    static Path founded;

    @TempDir
    Path folder;

    private final Players players = new Players();
    private Path record;
    private String head;
    private int entries;

    @BeforeAll
    static void found() throws Exception {
        List<Submission> opening = new Players().opening(Folder.rules(), 1);
        try (EngineProcess engine = new EngineProcess(founded.resolve("record"))) {
            engine.send(opening);
            for (Submission _ : opening) assertThat(engine.answer()).contains("sequenced");
            assertThat(engine.finish()).isZero();
        }
    }

    @BeforeEach
    void copy() throws Exception {
        record = folder.resolve("record");
        head = keyFile("TEST-a/head");
        entries = players.opening(Folder.rules(), 1).size();
        Stage.copy(founded.resolve("record"), record);
    }

    private String keyFile(String name) throws IOException {
        return Players.keyFile(folder, name);
    }

    private String body(String contact) throws IOException {
        String desk = Ran.tansiq("say", "party.desk", "--example").out();
        Path file = folder.resolve("desk.json");
        Files.writeString(file, desk.replaceAll("\"contact\": ?\"[^\"]*\"", "\"contact\": \"" + contact + "\""));
        return file.toString();
    }

    private Ran says(String contact, String... more) throws IOException {
        return Ran.tansiq(Stream.concat(
                        Stream.of("say", "party.desk", body(contact), "--data", record.toString(), "--key", head),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private int waiting() {
        return notes(folder.toFile());
    }

    // By names alone: another process may be taking files away.
    private static int notes(File at) {
        String[] names = at.list();
        if (names == null) return at.getName().endsWith(".note") ? 1 : 0;
        return Stream.of(names).mapToInt(name -> notes(new File(at, name))).sum();
    }

    private Ran sends() {
        return Ran.tansiq("say", "--send", "--data", record.toString(), "--key", head);
    }

    @Test
    void anOutboxOfThreeSurvivesTheEndOfBothEnds() throws Exception {
        try (EngineProcess engine = new EngineProcess(record)) {
            engine.send(List.of(players.deskSays(0, "busy")));
            engine.answer(); // It has the folder.
            for (String contact : List.of("one", "two", "three"))
                assertThat(says(contact).exit()).isEqualTo(Exit.CONFLICTS);
            assertThat(waiting()).isEqualTo(3);
            engine.kill();
        }
        Process sender = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "say",
                        "--send",
                        "--data",
                        record.toString(),
                        "--key",
                        head)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (sender.isAlive() && waiting() == 3) Thread.onSpinWait();
        sender.destroyForcibly();
        sender.waitFor();
        assertThat(sends().exit()).isEqualTo(Exit.NONE);
        assertThat(waiting()).isZero();
        Ran verified = Ran.tansiq("verify", record.toString());
        assertThat(verified.exit()).isEqualTo(Exit.NONE);
        assertThat(verified.last()).contains((entries + 4) + " ");
        String inbox = Ran.tansiq("show", "inbox", "--data", record.toString(), "--key", head)
                .out();
        for (String contact : List.of("one", "two", "three"))
            assertThat(inbox.split("\\b" + contact + "\\b", -1)).as(inbox).hasSize(2);
    }

    @Test
    void whatARevokedKeyLeftInItsOutboxIsPutAside() throws Exception {
        String data = record.toString();
        Path file = folder.resolve("officer.key");
        String first = head;
        Ran.tansiq("keys", "new", file.toString(), "--name", "TEST-a/officer", "--test");
        String vkey = VKey.write(KeyFile.read(file).key());
        assertThat(Ran.tansiq(
                                "keys",
                                "enrol",
                                vkey,
                                "--data",
                                data,
                                "--key",
                                first,
                                "--role",
                                "duty-officer",
                                "--desk",
                                "air")
                        .exit())
                .isEqualTo(Exit.NONE);
        head = file.toString();
        try (EngineProcess engine = new EngineProcess(record)) {
            engine.send(List.of(players.deskSays(0, "busy")));
            engine.answer();
            assertThat(says("waits").exit()).isEqualTo(Exit.CONFLICTS);
        }
        Ran early = Ran.tansiq("say", "--discard", "--data", data, "--key", head);
        assertThat(early.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(waiting()).isEqualTo(1);
        assertThat(Ran.tansiq("keys", "revoke", vkey, "--data", data, "--key", first, "--why", "lost")
                        .exit())
                .isEqualTo(Exit.NONE);
        assertThat(sends().exit()).isEqualTo(Exit.CONFLICTS);
        assertThat(waiting()).isEqualTo(1);
        Ran discarded = Ran.tansiq("say", "--discard", "--data", data, "--key", head);
        assertThat(discarded.exit()).as(discarded.err()).isEqualTo(Exit.NONE);
        assertThat(discarded.err()).contains("1");
        assertThat(waiting()).isZero();
    }

    @Test
    void theOutboxIsForItsOwnerOnly() throws Exception {
        try (EngineProcess engine = new EngineProcess(record)) {
            engine.send(List.of(players.deskSays(0, "busy")));
            engine.answer();
            says("one");
        }
        try (Stream<Path> all = Files.walk(Path.of(head + ".outbox"))) {
            for (Path each : all.toList())
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as(each.toString())
                        .endsWith("------");
        }
    }

    @Test
    void nothingIsSaidWhereThereIsNoRecord() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Ran ran = Ran.tansiq("say", "party.desk", body("x"), "--data", nowhere.toString(), "--key", head);
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err().lines()).hasSize(1).first().asString().contains(nowhere.toString());
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aKeyThatNobodyEnrolledSignsNothing() throws IOException {
        head = keyFile("TEST-stranger");
        Ran ran = says("x");
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err().lines()).hasSize(1).first().asString().contains("TEST-stranger");
        assertThat(waiting()).isZero();
    }

    @Test
    void aDryRunAsksForNoPassphraseAndSaysNothing() throws IOException {
        Path secret = Files.writeString(folder.resolve("words"), "long and secret\n");
        Path file = folder.resolve("officer.key");
        String sealed = file.toString();
        String officer = "TEST-a/officer";
        Ran made =
                Ran.tansiq("keys", "new", sealed, "--name", officer, "--test", "--passphrase-file", secret.toString());
        assertThat(made.exit()).isEqualTo(Exit.NONE);
        String vkey = VKey.write(KeyFile.read(file).key());
        String data = record.toString();
        Ran enrolled = Ran.tansiq(
                "keys", "enrol", vkey, "--data", data, "--key", head, "--role", "duty-officer", "--desk", "air");
        assertThat(enrolled.exit()).isEqualTo(Exit.NONE);
        head = sealed;
        Ran dry = says("dry and dusty", "--dry");
        assertThat(dry.exit()).isEqualTo(Exit.NONE);
        assertThat(dry.out()).contains("dry and dusty").contains(officer);
        assertThat(waiting()).isZero();
        assertThat(says("wet", "--passphrase-file", secret.toString()).exit()).isEqualTo(Exit.NONE);
        assertThat(Ran.tansiq("keys", "revoke", vkey, "--data", data, "--key", keyFile("TEST-a/head"), "--why", "lost")
                        .exit())
                .isEqualTo(Exit.NONE);
        assertThat(says("late", "--passphrase-file", secret.toString()).exit()).isEqualTo(Exit.BAD_INPUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parties", "keys", "terms", "inbox", "entry 0"})
    void whatIsShownIsSaidInEveryLanguageAndAsJson(String what) {
        for (String lang : List.of("en", "ar", "ru")) {
            Ran ran = shows(what, "--lang", lang, "--zone", "Asia/Damascus");
            assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.NONE);
            assertThat(ran.out()).isNotBlank();
        }
        Ran json = shows(what, "--json");
        assertThat(json.exit()).isEqualTo(Exit.NONE);
        assertThat(json.lines()).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    private Ran shows(String what, String... more) {
        return Ran.tansiq(Stream.of(
                        Stream.of("show"),
                        Stream.of(what.split(" ", -1)),
                        Stream.of("--data", record.toString(), "--key", head),
                        Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theatre new",
                "keys new",
                "keys enrol",
                "keys revoke",
                "say",
                "show parties",
                "show keys",
                "show terms",
                "show inbox",
                "show entry",
                "engine",
                "verify",
                "rules adopt"
            })
    void everyCommandExplainsItself(String command) {
        Ran ran = Ran.tansiq((command + " --help").split(" ", -1));
        assertThat(ran.exit()).isEqualTo(Exit.NONE);
        assertThat(ran.out()).contains("--lang").contains("--json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say no.such --key K --data D x.json",
                "say party.desk",
                "say party.desk --data D",
                "show entry 99 --data D --key K",
                "show entry -1 --data D --key K",
                "show inbox 3 --data D --key K",
                "show --data D --key K",
                "show inbox --key K",
                "show inbox --data NOWHERE --key K",
                "show inbox --data D --key NOWHERE",
                "verify NOWHERE",
                "keys new K --name TEST-again --test",
                "keys new N --name has_a_space\u00a0",
                "theatre new D --body NOWHERE --key K",
                "rules adopt NOWHERE --key K"
            })
    void badInputIsOneLine(String line) {
        String[] words = Stream.of(line.split(" ", -1))
                .map(word -> switch (word) {
                    case "K" -> head;
                    case "D" -> record.toString();
                    case "N", "NOWHERE" -> folder.resolve(word).toString();
                    default -> word;
                })
                .toArray(String[]::new);
        Ran ran = Ran.tansiq(words);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
    }
}
