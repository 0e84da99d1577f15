package org.tansiq.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Main;
import org.tansiq.app.Ran;
import org.tansiq.app.Stage;
import org.tansiq.app.check.Exit;

/** Commands that speak to a server, which is a process of its own, on the record that the demo leaves. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class ServerTest {
    private static final int CROWD = 10_000;
    private static final int FILES = CROWD + 500;
    private static final int FILES_FEW = 600;
    private static final long MADE_MAX = 50; // Seconds: before its slow ones are cut for their time.
    private static final int STANDING = 7_000; // Of 8,192; its silent ones may be cut by then.

    @TempDir
    static Path folder;

    private static Path stage = Path.of("");
    private static ServeProcess server;

    @BeforeAll
    static void serve() throws IOException {
        stage = Stage.in(folder);
        server = new ServeProcess(stage.resolve("record"), 0);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String key(String party) {
        return stage.resolve(party + "-planner.key").toString();
    }

    private static Ran at(String party, String... args) {
        return Ran.now(Stream.concat(Stream.of(args), Stream.of("--at", server.url(), "--key", key(party)))
                .toArray(String[]::new));
    }

    private static Ran here(String party, String... args) {
        return Ran.now(Stream.concat(
                        Stream.of(args),
                        Stream.of("--data", stage.resolve("record").toString(), "--key", key(party)))
                .toArray(String[]::new));
    }

    private static String disc(String name) throws IOException {
        Instant from = Instant.now().plus(Duration.ofHours(5));
        Path file = folder.resolve(name + ".geojson");
        Files.writeString(
                file,
                ("{\"type\": \"Feature\", \"properties\": {\"name\": \"%s\", \"radiusKm\": 5, \"from\": \"%s\","
                                + " \"until\": \"%s\"}, \"geometry\": {\"type\": \"Point\","
                                + " \"coordinates\": [38.28, 34.55]}}")
                        .formatted(name, from, from.plus(Duration.ofHours(1))));
        return file.toString();
    }

    private static String found(String pattern, Ran in) {
        Matcher matcher = Pattern.compile(pattern).matcher(in.out());
        assertThat(matcher.find()).as("%s in %s%s", pattern, in.out(), in.err()).isTrue();
        return matcher.group(1);
    }

    @Test
    @Order(1)
    void everyCommandTakesAServerForAFolder() throws IOException {
        Ran first = at("a", "declare", disc("ServedA"));
        assertThat(first.exit()).as(first.err()).isEqualTo(Exit.NONE);
        String own = found("(d-[a-z2-7]{16})", first);
        Ran second = at("b", "declare", disc("ServedB"));
        String conflict = found("(c-[a-z2-7]{16})", second);
        assertThat(at("b", "seen", conflict).exit()).isEqualTo(Exit.NONE);
        assertThat(at("a", "show", "conflict", conflict).out()).contains(conflict);
        assertThat(at("a", "widen", own, "--to", "b", "--level", "full").exit()).isEqualTo(Exit.NONE);
        assertThat(at("b", "show", "conflict", conflict).out())
                .contains("Signed by TEST-a/planner of a", "\"ServedA\"");
        for (String form : new String[] {"--lang=en", "--json"})
            assertThat(at("b", "show", "conflict", conflict, form).out())
                    .isEqualTo(here("b", "show", "conflict", conflict, form).out());
        assertThat(at("a", "view-as", disc("ServedC"), "--amend", own).out()).contains("Told all of it: b.");
        assertThat(at("a", "amend", own, disc("ServedC")).exit()).isEqualTo(Exit.NONE);
        assertThat(at("a", "activate", own).exit()).isEqualTo(Exit.NONE);
        assertThat(at("a", "end", own).exit()).isEqualTo(Exit.NONE);
        Ran over = at("a", "withdraw", own);
        assertThat(over.exit()).isEqualTo(2);
        assertThat(at("b", "declare", "--flash", "--position", "34,37", "--radius", "5km", "--dry")
                        .exit())
                .isEqualTo(Exit.NONE);
    }

    /** While the server is at work on the folder, the folder can still be looked at: both say the same. */
    @Test
    @Order(2)
    void aServerShowsWhatTheFolderHolds() {
        for (String what : new String[] {
            "show parties",
            "show keys",
            "show terms",
            "show inbox",
            "show inbox --proof",
            "show inbox --from 3 --json",
            "show entry 0",
            "show entry 0 --proof",
            "show parties --json",
            "show keys --json",
            "show terms --json",
            "show budget",
            "show budget --json",
            "list",
            "list --all",
            "list --all --json",
            "list --own",
            "list --lang ar",
            "show entry 999999"
        }) {
            Ran there = at("a", what.split(" "));
            Ran near = here("a", what.split(" "));
            assertThat(there.out()).as(what).isEqualTo(near.out());
            assertThat(there.exit()).as(what).isEqualTo(near.exit());
            assertThat(there.err()).as(what).isEqualTo(near.err());
        }
    }

    @Test
    @Order(3)
    void whatCannotBeIsOneClearLine() {
        assertThat(Ran.now("list", "--key", key("a"), "--at", "ftp://x").err()).contains("--at ftp://x");
        assertThat(Ran.now("list", "--key", key("a"), "--at", "http://127.0.0.1:1")
                        .err())
                .contains("127.0.0.1:1");
        assertThat(Ran.now("list", "--key", key("a")).err()).contains("missing: --data DIR, or --at URL");
        assertThat(here("a", "list", "--at", server.url()).err()).contains("only one of these: --data DIR, --at URL");
        assertThat(Ran.now("show", "keys", "--as-host", "--at", server.url()).err())
                .contains("--data DIR");
        Path other = folder.resolve("other.key");
        assertThat(Ran.now("keys", "new", other.toString(), "--name", "TEST-x/1", "--test")
                        .exit())
                .isZero();
        Ran foreign = Ran.now("list", "--at", server.url(), "--key", other.toString());
        assertThat(foreign.exit()).isEqualTo(2);
        assertThat(foreign.err()).contains("TEST-x/1");
    }

    /** What is said while the server is gone waits, and goes in order once it is there again. */
    @Test
    @Order(4)
    void theOutboxOutlivesTheServer() throws Exception {
        int port = server.port();
        server.kill();
        Ran first = at("a", "declare", disc("WaitingOne"));
        assertThat(first.exit()).as(first.err()).isEqualTo(Exit.CONFLICTS);
        assertThat(first.err()).contains("1 waiting");
        assertThat(at("a", "declare", disc("WaitingTwo")).err()).contains("2 waiting");
        server = new ServeProcess(stage.resolve("record"), port);
        Ran sent = at("a", "say", "--send", "--json");
        assertThat(sent.exit()).as(sent.err()).isEqualTo(Exit.NONE);
        assertThat(sent.lines()).hasSize(2).allMatch(line -> line.contains("\"answer\":\"sequenced\""));
        assertThat(at("a", "list").out()).contains("WaitingOne", "WaitingTwo");
    }

    /** What a party is told is printed as it comes; a kill -9 of the server loses none of it. */
    @Test
    @Order(5)
    void watchPrintsWhatComesAndGoesOnAfterAKill() throws Exception {
        PipedInputStream printed = new PipedInputStream(1 << 16);
        OutputStream out = new PipedOutputStream(printed);
        String[] args = {"watch", "--at", server.url(), "--key", key("b"), "--json"};
        Thread watching = Thread.ofPlatform()
                .daemon()
                .start(() -> Main.run(args, out, new ByteArrayOutputStream(), Clock.systemUTC()));
        try (Scanner lines = new Scanner(printed, StandardCharsets.UTF_8)) {
            assertThat(lines.nextLine()).contains("\"event\":\"state\"");
            declared("WatchedOne", lines);
            int port = server.port();
            server.kill();
            server = new ServeProcess(stage.resolve("record"), port);
            declared("WatchedTwo", lines);
        }
        watching.interrupt();
        watching.join();
    }

    /** More hostile connections than there are places: who speaks, and who listens, hardly notices. */
    @Test
    @Order(6)
    void aCrowdKeepsNobodyOut() throws Exception {
        assertThat(files()).as("files that a process may open here, ulimit -n").isGreaterThan(FILES);
        PipedInputStream printed = new PipedInputStream(1 << 16);
        OutputStream out = new PipedOutputStream(printed);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = {"watch", "--at", server.url(), "--key", key("b"), "--json"};
        Thread watching = Thread.ofPlatform().daemon().start(() -> Main.run(args, out, err, Clock.systemUTC()));
        try (Scanner lines = new Scanner(printed, StandardCharsets.UTF_8)) {
            assertThat(lines.nextLine()).contains("\"event\":\"state\"");
            try (Crowd crowd = new Crowd(server.port(), CROWD)) {
                assertThat(crowd.made(MADE_MAX)).isTrue();
                declared("Amid", lines);
                assertThat(crowd.standing()).isGreaterThan(STANDING);
            }
            declared("After", lines);
        }
        watching.interrupt();
        watching.join();
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1); // Where it listens; never lost.
        assertThat(here("b", "list").out()).contains("Amid", "After");
    }

    // The server's end is in a process of its own, and counts on its own.
    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private static void declared(String name, Scanner heard) throws IOException {
        Ran said = at("b", "declare", disc(name));
        assertThat(said.exit()).as(said.err()).isEqualTo(Exit.NONE);
        assertThat(said.err()).doesNotContain("waiting");
        String line = heard.nextLine();
        while (line.contains("\"event\":")) line = heard.nextLine();
        assertThat(line).contains("\"delivery\"").contains(name);
    }

    @Test
    @Order(7)
    void itStopsWhenToldTo() throws Exception {
        assertThat(server.stop()).isIn(0, 143);
    }

    /** Where each connection is one file of few, the listener must not be what goes without. */
    @Test
    @Order(8)
    void aServerThatMayOpenFewFilesListensOn() throws Exception {
        server = ServeProcess.withFiles(stage.resolve("record"), FILES_FEW);
        try (Crowd crowd = new Crowd(server.port(), 2 * FILES_FEW)) {
            assertThat(crowd.made(MADE_MAX)).isTrue();
            assertThat(at("b", "list").out()).contains("Amid", "After");
        }
        assertThat(at("b", "list").out()).contains("Amid", "After");
    }
}
