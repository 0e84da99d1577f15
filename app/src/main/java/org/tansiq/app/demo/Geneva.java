package org.tansiq.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tansiq.app.demo.Stage.Failed;
import org.tansiq.app.record.Recorded;
import org.tansiq.client.Drafting;
import org.tansiq.client.KeyFile;
import org.tansiq.client.Place;
import org.tansiq.core.Chain;
import org.tansiq.core.Hash;
import org.tansiq.core.Names;
import org.tansiq.core.Note;
import org.tansiq.core.Status;
import org.tansiq.core.World;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.ledger.Signer;
import org.tansiq.ledger.VKey;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;

/**
 * The steps: a theatre, its terms, two corridors between Palmyra and Raqqa, and what becomes of where they
 * cross.
 *
 * <p>The frame is that of reports of spring 2016; the corridors, the times and the keys are invented.
 */
final class Geneva {
    private static final int NOTES = 200;
    private static final int ANSWERED = 20;
    private static final long FROM_MINUTES = 125;
    private static final long LENGTH_MINUTES = 60;

    private final Stage stage;
    private final Path home;
    private final Path folder;
    private final String record;

    Geneva(Stage stage, Path home, Path folder) {
        this.stage = stage;
        this.home = home;
        this.folder = folder;
        this.record = folder.resolve("record").toString();
    }

    void play() throws IOException, JournalDoubt {
        found();
        agree();
        declare();
        see();
        clear();
        kill();
        verify();
    }

    // --- 1: the theatre ---

    private void found() throws IOException {
        stage.step("found");
        for (String name : List.of("un/host", "un/head", "a/head", "a/planner", "b/head", "b/planner"))
            stage.asks("keys", "new", key(name), "--name", "TEST-" + name, "--test");
        template("theatre.json", "UN_HEAD", vkey("un/head"), "A_HEAD", vkey("a/head"), "B_HEAD", vkey("b/head"));
        stage.types("theatre", "new", record, "--body", file("theatre.json"), "--key", key("un/host"));
        template("accept.json", "THEATRE", theatre());
        for (String party : List.of("un", "a", "b")) says("party.accept", "accept.json", party + "/head");
        for (String party : List.of("a", "b")) {
            template("desk-" + party + ".json");
            says("party.desk", "desk-" + party + ".json", party + "/head");
            stage.types(
                    "keys",
                    "enrol",
                    vkey(party + "/planner"),
                    "--data",
                    record,
                    "--key",
                    key(party + "/head"),
                    "--role",
                    "planner",
                    "--desk",
                    "air");
        }
        stage.types("show", "parties", "--data", record, "--key", key("a/head"));
        stage.done("found");
    }

    // --- 2: terms ---

    private void agree() throws IOException {
        stage.step("agree");
        template("terms.json");
        says("terms.propose", "terms.json", "a/head");
        String text =
                text(members(stage.asks("show", "terms", "--data", record, "--key", key("a/head")), "open"), "note");
        template("sign.json", "TEXT", text);
        says("terms.sign", "sign.json", "b/head");
        stage.types("show", "terms", "--data", record, "--key", key("b/head"));
        stage.done("agree");
    }

    // --- 3 and 4: two corridors, and where they cross ---

    private void declare() throws IOException {
        stage.step("declare");
        corridor("corridor-a");
        corridor("corridor-b");
        corridor("corridor-b-higher");
        for (String party : List.of("a", "b"))
            stage.types(
                    "declare",
                    file("corridor-" + party + ".geojson"),
                    "--data",
                    record,
                    "--key",
                    key(party + "/planner"),
                    "--status",
                    "exercise");
        stage.fact("conflicts", conflicts("a").size());
        stage.hold(conflicts("a").size() == 1 && conflicts("b").size() == 1, "both sides are told of one conflict");
        stage.done("declare");
    }

    private void see() {
        stage.step("see");
        String conflict = conflict();
        for (String party : List.of("a", "b")) {
            stage.say("demo.side", "party", party);
            stage.types(
                    "show",
                    "conflict",
                    conflict,
                    "--data",
                    record,
                    "--key",
                    key(party + "/planner"),
                    "--svg",
                    file("conflict-" + party + ".svg"));
        }
        stage.types("seen", conflict, "--data", record, "--key", key("a/planner"));
        stage.types("activate", declaration("a"), "--data", record, "--key", key("a/planner"));
        stage.hold(unacknowledged("b"), "an activation that one side has not seen stands as unacknowledged");
        stage.types("seen", conflict, "--data", record, "--key", key("b/planner"));
        stage.hold(!unacknowledged("a"), "what both have seen is acknowledged");
        stage.done("see");
    }

    // --- 5: the way out ---

    private void clear() {
        stage.step("clear");
        stage.types(
                "amend",
                declaration("b"),
                file("corridor-b-higher.geojson"),
                "--data",
                record,
                "--key",
                key("b/planner"));
        stage.types("list", "--data", record, "--key", key("a/planner"), "--all");
        boolean cleared = conflicts("a").stream()
                .allMatch(
                        view -> ((Json.Items) member(view, "overlaps")).items().isEmpty());
        stage.hold(cleared, "the amendment clears the conflict");
        stage.done("clear");
    }

    // --- 6: the process is killed ---

    private void kill() throws IOException {
        stage.step("kill");
        World before = Recorded.world(folder.resolve("record"));
        List<Submission> notes = notes(before);
        List<Answer> answers = Killed.during(folder.resolve("record"), notes, ANSWERED);
        stage.say("demo.killed", "n", answers.size(), "notes", notes.size());
        World after = Recorded.world(folder.resolve("record"));
        TreeSet<Long> places = new TreeSet<>();
        for (int i = 0; i < answers.size(); i++) {
            if (!(answers.get(i) instanceof Answer.Sequenced said)) throw new Failed("answer " + answers.get(i));
            places.add(said.index());
            Note note = notes.get(i).note().note();
            boolean kept = after.chain(note.key())
                    .notes()
                    .get(note.seq())
                    .equals(Optional.of(new Chain.Sequenced(note.hash(), said.index())));
            stage.hold(kept, "entry " + said.index() + " is of the note that was answered");
        }
        stage.hold(places.size() == answers.size(), "nothing is there twice");
        stage.say("demo.restarted", "n", places.size(), "entries", after.next() - before.next());
        stage.fact("answered", answers.size());
        stage.fact("kept", after.next() - before.next());
        stage.done("kill");
    }

    // Signed beforehand, one behind the other, so that they can be sent as fast as the engine takes them.
    private List<Submission> notes(World world) throws IOException {
        Signer signer = KeyFile.read(Path.of(key("a/head"))).open(new char[0]);
        Drafting drafting = new Drafting(world.parties().theatre().orElseThrow().hash(), signer, new SecureRandom());
        Chain chain = world.chain(signer.key());
        Place place = new Place(chain.next(), chain.head());
        List<Submission> notes = new ArrayList<>();
        for (int i = 0; i < NOTES; i++) {
            Names names = new Names("Air desk", "مكتب الجو", "Воздушный пост");
            Desk desk = new Desk(new DeskId("air"), names, "exercise line " + i, "en, ar, ru");
            Acts.Said said = Acts.write(new PartyCommand.SetDesk(desk));
            long time = ChronoUnit.MICROS.between(Instant.EPOCH, stage.now());
            Submission note = drafting.sign(
                    new Drafting.Saying(said.type(), Status.ACTUAL, said.envelope(), said.details(), time), place);
            notes.add(note);
            place = new Place(place.next() + 1, note.note().note().hash());
        }
        return notes;
    }

    // --- 7: the record checks itself ---

    private void verify() throws IOException, JournalDoubt {
        stage.step("verify");
        stage.types("verify", record);
        Path forged = folder.resolve("forged");
        long changed = Forgery.of(folder.resolve("record"), forged);
        stage.say("demo.forged", "n", changed);
        stage.types(1, "verify", forged.toString());
        stage.types("verify", record);
        stage.fact("changed", changed);
        stage.done("verify");
    }

    // --- what the commands need ---

    private void says(String type, String body, String by) {
        stage.types("say", type, file(body), "--data", record, "--key", key(by));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String key(String name) {
        return file(name.replace('/', '-') + ".key");
    }

    private String vkey(String name) throws IOException {
        return VKey.write(KeyFile.read(Path.of(key(name))).key());
    }

    private String theatre() {
        return text(
                members(stage.asks("show", "parties", "--data", record, "--as-host"), "theatre"), "theatre", "hash");
    }

    /** A file of examples/geneva with its blanks filled. */
    private void template(String name, String... filled) throws IOException {
        String text =
                Files.readString(home.resolve("examples").resolve("geneva").resolve(name));
        for (int i = 0; i < filled.length; i += 2)
            text = text.replace('"' + filled[i] + '"', '"' + filled[i + 1] + '"');
        stage.file(folder.resolve(name), text);
    }

    private void corridor(String name) throws IOException {
        Instant from = stage.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(FROM_MINUTES));
        template(
                name + ".geojson",
                "FROM",
                from.toString(),
                "UNTIL",
                from.plus(Duration.ofMinutes(LENGTH_MINUTES)).toString());
    }

    private List<Json.Fields> list(String party, String kind) {
        return stage.asks("list", "--data", record, "--key", key(party + "/planner"), "--all").stream()
                .filter(row -> row.members().getFirst().name().equals(kind))
                .map(row -> (Json.Fields) row.members().getFirst().value())
                .toList();
    }

    private List<Json.Fields> conflicts(String party) {
        return list(party, "conflict");
    }

    private String conflict() {
        return "c-" + brief(text(conflicts("a").getFirst(), "conflict"));
    }

    private String declaration(String party) {
        return "d-" + brief(text(list(party, "declaration").getFirst(), "id"));
    }

    private boolean unacknowledged(String party) {
        return ((Json.Truth) member(conflicts(party).getFirst(), "unacknowledged")).value();
    }

    private static String brief(String hash) {
        return Hash.parse(hash).orElseThrow().brief();
    }

    private static Json.Fields members(List<Json.Fields> rows, String kind) {
        return rows.stream()
                .filter(row -> row.members().getFirst().value() instanceof Json.Text name
                        && name.value().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Failed("no row " + kind));
    }

    private static String text(Json.Fields fields, String... path) {
        Json at = fields;
        for (String name : path) at = member((Json.Fields) at, name);
        return ((Json.Text) at).value();
    }

    private static Json member(Json.Fields fields, String name) {
        return fields.members().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failed("no field " + name))
                .value();
    }
}
