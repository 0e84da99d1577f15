package org.tansiq.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Ran;
import org.tansiq.app.check.Exit;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.engine.Disk;
import org.tansiq.engine.Engine;
import org.tansiq.engine.FileJournal;
import org.tansiq.engine.FolderDisk;
import org.tansiq.engine.MachineClock;
import org.tansiq.engine.Settings;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Submission;

/** What is said of a record to whoever looks at it. */
final class LookingTest {
    private static final String TERMS = """
            {"envelope": {"names": {"en": "Two", "ar": "اثنان", "ru": "Два"}, "group": ["a", "b"],
              "figures": {"bufferMetres": 9260}}}
            """;

    @TempDir
    Path folder;

    private final Players players = new Players();
    private Path record;

    @BeforeEach
    void found() throws Exception {
        record = folder.resolve("record");
        List<Submission> opening = players.opening(Folder.rules(), 1);
        try (EngineProcess engine = new EngineProcess(record)) {
            engine.send(opening);
            for (Submission _ : opening) assertThat(engine.answer()).contains("sequenced");
            assertThat(engine.finish()).isZero();
        }
    }

    private String keyFile(String name) throws IOException {
        return Players.keyFile(folder, name);
    }

    private Ran runs(String words, String... more) throws IOException {
        Stream<String> rest = Stream.of("--data", record.toString(), "--key", keyFile("TEST-a/head"));
        return Ran.tansiq(Stream.of(Stream.of(words.split(" ", -1)), Stream.of(more), rest)
                .flatMap(w -> w)
                .toArray(String[]::new));
    }

    @Test
    void aTailThatACrashCutShortIsNamedByVerify() throws IOException {
        Ran whole = Ran.tansiq("verify", record.toString());
        assertThat(whole.err()).doesNotContain("1,000");
        Files.write(record.resolve(FileJournal.NAME), new byte[1000], StandardOpenOption.APPEND);
        Ran cut = Ran.tansiq("verify", record.toString());
        assertThat(cut.exit()).isEqualTo(Exit.NONE);
        assertThat(cut.err()).contains("1,000 bytes");
        assertThat(Ran.tansiq("verify", record.toString(), "--json").out()).contains("\"bytesCutShort\":1000");
    }

    @Test
    void whatOtherRulesDecidedIsNeverSaidToHold() throws Exception {
        Path made = folder.resolve("other");
        Hash other = Sha256.of(Bytes.of("other rules"));
        List<Submission> opening = new Players().opening(other, 1);
        try (FolderDisk disk = FolderDisk.open(made);
                Engine engine = Engine.open(ground(disk, other), Settings.STANDARD, (_, _) -> {})) {
            opening.forEach(said -> engine.submit(said, _ -> {}));
            while (engine.decide() || engine.append()) {
                // Each turn is one step.
            }
        }
        Ran ran = Ran.tansiq("verify", made.toString());
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.NONE);
        assertThat(ran.last()).startsWith("no fault found, and not all could be checked: " + opening.size() + " ");
        assertThat(Ran.tansiq("verify", record.toString()).last()).startsWith("all holds: ");
    }

    private static Engine.Ground ground(Disk disk, Hash rules) {
        return new Engine.Ground(disk, new MachineClock(), () -> Hash.NONE, () -> rules, new Ed25519(), (_, _) -> {});
    }

    @Test
    void aKindAndAStatusAreSaidInWords() throws IOException {
        assertThat(runs("show parties").out()).contains("state force").doesNotContain("STATE_FORCE");
        assertThat(runs("show parties", "--lang", "ru").out()).contains("силы государства");
        String terms = Files.writeString(folder.resolve("t.json"), TERMS).toString();
        Ran dry = runs("say terms.propose", terms, "--dry", "--status", "exercise", "--lang", "ru");
        assertThat(dry.out()).contains("учебный").doesNotContain("EXERCISE");
    }

    @Test
    void aDryRunForAProgramIsOneObject() throws IOException {
        String terms = Files.writeString(folder.resolve("t.json"), TERMS).toString();
        assertThat(runs("say terms.propose", terms, "--dry", "--json").lines())
                .singleElement()
                .asString()
                .startsWith("{\"type\":\"terms.propose\",")
                .contains("\"status\":\"actual\",\"envelope\":{\"names\"");
    }

    @Test
    void forEveryNumberItIsSaidWhoSaysSoAlsoToAProgram() throws IOException {
        String terms = Files.writeString(folder.resolve("t.json"), TERMS).toString();
        assertThat(runs("say terms.propose", terms).exit()).isEqualTo(Exit.NONE);
        String text = member(runs("show terms", "--json"), "\"row\":\"open\"", "note");
        String sign = Files.writeString(folder.resolve("s.json"), "{\"envelope\":{\"text\":\"" + text + "\"}}")
                .toString();
        Ran signed =
                Ran.tansiq("say", "terms.sign", sign, "--data", record.toString(), "--key", keyFile("TEST-b/head"));
        assertThat(signed.exit()).as(signed.out() + signed.err()).isEqualTo(Exit.NONE);
        assertThat(runs("show terms").out()).contains("Came into force: terms ");
        assertThat(runs("show terms", "--json").lines())
                .contains(
                        "{\"row\":\"agreed\",\"between\":[\"a\",\"b\"],\"figure\":\"bufferMetres\",\"value\":9260,"
                                + "\"text\":\"" + text + "\"}",
                        "{\"row\":\"agreed\",\"between\":[\"a\",\"b\"],\"figure\":\"escalateSeconds\",\"value\":300,"
                                + "\"by\":\"rules\"}",
                        "{\"row\":\"agreed\",\"figure\":\"escalateSeconds\",\"value\":300,\"by\":\"rules\"}");
    }

    private static String member(Ran ran, String row, String name) {
        String line =
                ran.lines().stream().filter(l -> l.contains(row)).findFirst().orElseThrow();
        return line.replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void theHostTooGetsAnEntryAsJson() throws IOException {
        Ran ran = Ran.tansiq("show", "entry", "0", "--data", record.toString(), "--as-host", "--json");
        assertThat(ran.lines()).singleElement().asString().startsWith("{\"entry\":\"tansiq-journal-entry/v1");
    }

    @Test
    void aBodyThatIsNotUtf8IsRefusedAndNotMended() throws IOException {
        Path body = folder.resolve("bad.json");
        Files.write(body, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        Ran ran = runs("say party.desk", body.toString());
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err().lines()).singleElement().asString().contains("UTF-8");
    }

    @Test
    void whatIsMissingIsNamedAsItIsWritten() throws IOException {
        assertThat(Ran.tansiq("show", "inbox", "--key", keyFile("TEST-a/head")).err())
                .contains("--data DIR");
    }
}
