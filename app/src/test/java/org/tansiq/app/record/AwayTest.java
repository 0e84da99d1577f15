package org.tansiq.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Main;
import org.tansiq.app.Ran;
import org.tansiq.app.Stage;
import org.tansiq.app.check.Exit;
import org.tansiq.app.serve.ServeProcess;
import org.tansiq.client.KeyFile;
import org.tansiq.ledger.VKey;
import org.tansiq.wire.Submission;

/** What a key says to a server that goes away, comes back elsewhere, or is another one. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class AwayTest {
    private static final String OFFICER = "TEST-desk/0";
    private static final String KEPT = "{\"answer\":\"kept\",\"waiting\":%d}";

    @TempDir
    static Path founded;

    @TempDir
    Path folder;

    private Path record = Path.of("");
    private String officer = "";
    private ServeProcess server;

    @BeforeAll
    static void found() throws Exception {
        found(new Players(), "record");
        found(new Players("TEST-other/host"), "other");
    }

    private static void found(Players players, String name) throws Exception {
        List<Submission> opening = players.opening(Folder.rules(), 1);
        try (EngineProcess engine = new EngineProcess(founded.resolve(name))) {
            engine.send(opening);
            for (Submission _ : opening) assertThat(engine.answer()).contains("sequenced");
            assertThat(engine.finish()).isZero();
        }
    }

    @BeforeEach
    void serve() throws IOException {
        record = folder.resolve("record");
        Stage.copy(founded.resolve("record"), record);
        officer = Players.keyFile(folder, OFFICER);
        server = new ServeProcess(record, 0);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Ran at(String key, String... args) {
        return Ran.now(Stream.concat(Stream.of(args), Stream.of("--at", server.url(), "--key", key))
                .toArray(String[]::new));
    }

    private String[] desk(String contact) throws IOException {
        String example = Ran.tansiq("say", "party.desk", "--example").out();
        Path file = folder.resolve("desk.json");
        Files.writeString(file, example.replaceAll("\"contact\": ?\"[^\"]*\"", "\"contact\": \"" + contact + "\""));
        return new String[] {"say", "party.desk", file.toString()};
    }

    private String discs(int n) throws IOException {
        Instant from = Instant.now().plus(Duration.ofHours(5));
        String disc = "{\"type\": \"Feature\", \"properties\": {\"name\": \"Disc %d\", \"radiusKm\": 5, \"from\": \""
                + from + "\", \"until\": \"" + from.plus(Duration.ofHours(1)) + "\"}, \"geometry\":"
                + " {\"type\": \"Point\", \"coordinates\": [43, 32]}}";
        String all = IntStream.range(0, n).mapToObj(disc::formatted).collect(Collectors.joining(","));
        Path file = folder.resolve("discs.geojson");
        return Files.writeString(file, "{\"type\": \"FeatureCollection\", \"features\": [" + all + "]}")
                .toString();
    }

    private List<Path> waiting() throws IOException {
        Path outbox = Path.of(officer + ".outbox");
        if (!Files.isDirectory(outbox)) return List.of();
        try (Stream<Path> all = Files.walk(outbox)) {
            return all.filter(file -> file.toString().endsWith(".note")).toList();
        }
    }

    private static void oneLine(Ran ran, String... holds) {
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).hasLineCount(1).contains(holds).doesNotContain("Exception", "org.tansiq");
    }

    private String entries() {
        return Ran.tansiq("verify", record.toString()).last();
    }

    @Test
    void whatIsWrongWithTheCommandLineIsSaidBeforeAnythingIs() throws IOException {
        String before = entries();
        oneLine(
                at(
                        officer,
                        Stream.concat(Stream.of(desk("x")), Stream.of("--zone", "Nowhere"))
                                .toArray(String[]::new)),
                "--zone");
        String head = Players.keyFile(folder, "TEST-a/head");
        String vkey = VKey.write(Players.signer("TEST-new").key());
        oneLine(at(head, "keys", "enrol", vkey, "--role", "head", "--zone", "Nowhere"), "--zone");
        assertThat(entries()).isEqualTo(before);
        oneLine(Ran.now("watch", "--at", "http://127.0.0.1:1", "--key", officer, "--zone", "Nowhere"), "--zone");
        for (String address : List.of("http://127.0.0.1:99999", "http://127.0.0.1:0"))
            oneLine(Ran.now("list", "--at", address, "--key", officer), "--at " + address);
        oneLine(at(officer, "watch", "--from", "abc"), "--from", "abc");
    }

    /** What was declared last can be withdrawn though no answer comes; it waits, and says so to programs. */
    @Test
    void whatIsOnlyKeptSaysSo() throws Exception {
        Ran declared = at(officer, "declare", discs(1));
        assertThat(declared.exit()).as(declared.err()).isEqualTo(Exit.NONE);
        Matcher name = Pattern.compile("d-[a-z2-7]{16}").matcher(declared.out());
        assertThat(name.find()).isTrue();
        server.kill();
        oneLine(at(officer, "view-as", discs(1)), server.url());
        Ran kept = at(officer, "withdraw", name.group(), "--json");
        assertThat(kept.exit()).as(kept.err()).isEqualTo(Exit.CONFLICTS);
        assertThat(kept.lines()).containsExactly(KEPT.formatted(1));
        for (String lang : List.of("en", "ar", "ru")) {
            Ran sent = at(officer, "say", "--send", "--json", "--lang", lang);
            assertThat(sent.exit()).isEqualTo(Exit.CONFLICTS);
            assertThat(sent.lines()).containsExactly(KEPT.formatted(1));
            assertThat(sent.err()).hasLineCount(1).doesNotContain("Exception");
        }
        server = new ServeProcess(record, server.port());
        assertThat(at(officer, "say", "--send").exit()).isEqualTo(Exit.NONE);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void ofWhatDoesNotFitNothingIsKept() throws Exception {
        assertThat(at(officer, desk("one")).exit()).isEqualTo(Exit.NONE);
        server.kill();
        assertThat(at(officer, desk("two")).exit()).isEqualTo(Exit.CONFLICTS);
        oneLine(at(officer, "declare", discs(1000)), "1,001", "1,000");
        assertThat(waiting()).hasSize(1);
    }

    /** The outbox is of a key and a theatre, whatever the address; only where that says no it goes. */
    @Test
    void onlyWhereItsOwnTheatreRefusesTheKeyNotesArePutAside() throws Exception {
        assertThat(at(officer, desk("one")).exit()).isEqualTo(Exit.NONE);
        int port = server.port();
        server.kill();
        assertThat(at(officer, desk("two")).exit()).isEqualTo(Exit.CONFLICTS);
        oneLine(at(officer, "say", "--discard"), server.url());
        Stage.copy(founded.resolve("other"), folder.resolve("other"));
        server = new ServeProcess(folder.resolve("other"), port);
        oneLine(at(officer, "say", "--discard"), server.url());
        assertThat(waiting()).hasSize(1);
        server.close();
        server = new ServeProcess(record, 0);
        oneLine(at(officer, "say", "--discard"), "--send");
        assertThat(waiting()).hasSize(1);
        String vkey = VKey.write(KeyFile.read(Path.of(officer)).key());
        assertThat(at(Players.keyFile(folder, "TEST-a/head"), "keys", "revoke", vkey, "--why", "lost")
                        .exit())
                .isEqualTo(Exit.NONE);
        Ran discarded = at(officer, "say", "--discard");
        assertThat(discarded.exit()).as(discarded.err()).isEqualTo(Exit.NONE);
        assertThat(waiting()).isEmpty();
        oneLine(at(officer, "say", "--discard"), server.url());
    }

    @Test
    void whatIsDamagedInTheOutboxIsNamed() throws Exception {
        Path outbox = Path.of(officer + ".outbox");
        Files.writeString(outbox, "");
        oneLine(at(officer, desk("one")), outbox.toString());
        Files.delete(outbox);
        assertThat(at(officer, desk("one")).exit()).isEqualTo(Exit.NONE);
        server.kill();
        assertThat(at(officer, desk("two")).exit()).isEqualTo(Exit.CONFLICTS);
        Files.writeString(waiting().getFirst(), "garbage");
        String note = String.valueOf(waiting().getFirst().getFileName());
        oneLine(at(officer, "say", "--send"), outbox.toString(), note);
        Path lock = waiting().getFirst().resolve("../../lock").normalize();
        Files.delete(lock);
        Files.createDirectory(lock);
        oneLine(at(officer, "say", "--send"), lock.toString());
    }

    /** What the clock changed while the line was down is not told again: what is so then is. */
    @Test
    void watchSaysWhatIsSoOnceTheServerAnswersAgain() throws Exception {
        PipedInputStream printed = new PipedInputStream(1 << 16);
        OutputStream out = new PipedOutputStream(printed);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = {"watch", "--at", server.url(), "--key", officer, "--from", "1"};
        Thread watching = Thread.ofPlatform().daemon().start(() -> Main.run(args, out, err, Clock.systemUTC()));
        try (Scanner lines = new Scanner(printed, StandardCharsets.UTF_8)) {
            Ran flash = at(officer, "declare", "--flash", "--position", "32,43", "--radius", "5km");
            assertThat(flash.exit()).as(flash.err()).isEqualTo(Exit.NONE);
            String line = lines.nextLine();
            while (!line.contains("FLASH")) line = lines.nextLine();
            int port = server.port();
            server.kill();
            server = new ServeProcess(record, port);
            while (!line.contains("runs now: d-")) line = lines.nextLine();
        }
        watching.interrupt();
        watching.join();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("goes on behind number")
                .doesNotContain("missed");
    }

    @Test
    void watchEndsWhereNobodyReads() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("nobody reads");
            }
        };
        String[] args = {"watch", "--at", server.url(), "--key", officer, "--from", "1"};
        assertThat(Main.run(args, closed, new ByteArrayOutputStream(), Clock.systemUTC()))
                .isEqualTo(Exit.NONE);
    }

    @Test
    void aDemonstrationThatCannotBeginLeavesNothing() throws IOException {
        Path stage = folder.resolve("stage");
        String data = stage.toString();
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            oneLine(Ran.now("demo", "--headless", "--data", data, "--port", port), "--port", port);
        }
        oneLine(Ran.now("demo", "--headless", "--data", data, "--port", "99999"), "--port", "99,999");
        assertThat(stage).doesNotExist();
        Path file = Files.writeString(folder.resolve("file"), "");
        oneLine(Ran.now("demo", "--headless", "--data", file.resolve("x").toString()), file.toString());
    }

    @Test
    void theLauncherListsEveryCommand() throws IOException {
        String launcher = Files.readString(Path.of("..", "tansiq"));
        String usage = launcher.substring(launcher.indexOf("Usage:"), launcher.indexOf("\nTEXT\n"));
        List<String> commands = Ran.tansiq("--help").lines().stream()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .skip(1)
                .map(line -> line.strip().split("\\s", 2)[0])
                .filter(word -> !word.isEmpty())
                .toList();
        assertThat(commands).hasSizeGreaterThan(20);
        for (String command : commands) assertThat(usage).containsPattern("\\b" + command + "\\b");
    }
}
