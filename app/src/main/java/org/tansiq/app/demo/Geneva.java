package org.tansiq.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.app.check.Exit;
import org.tansiq.app.check.Measures;
import org.tansiq.app.record.Recorded;
import org.tansiq.app.record.Telling;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.client.KeyFile;
import org.tansiq.core.Status;
import org.tansiq.core.World;
import org.tansiq.core.party.Cover;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.geometry.Position;
import org.tansiq.ledger.VKey;
import org.tansiq.wire.Json;

/**
 * The steps: a theatre, its terms, two corridors between Palmyra and Raqqa, and what becomes of where they
 * cross.
 *
 * <p>The frame is that of reports of spring 2016; the corridors, the times and the keys are invented.
 */
final class Geneva implements AutoCloseable {
    private static final double MILLIMETRES = 1000;
    private static final List<String> PARTIES = List.of("un", "a", "b");
    private static final List<String> SIDES = List.of("a", "b");

    private final Stage stage;
    private final Scene scene;
    private final Path folder;
    private final String record;
    private final boolean reports;
    private final int port;
    private Optional<Served> server = Optional.empty();

    /**
     * {@code reports}: parties are named as in the reports, and else by letters; {@code port}: where the
     * server listens, 0 for any that is free.
     */
    Geneva(Stage stage, Path home, Path folder, boolean reports, int port) {
        this.stage = stage;
        this.scene = new Scene(stage, home, folder, this::url);
        this.folder = folder;
        this.record = folder.resolve("record").toString();
        this.reports = reports;
        this.port = port;
    }

    void play() throws IOException, JournalDoubt {
        found();
        agree();
        declare();
        see();
        clear();
        server = Optional.of(new Killing(stage, folder, server.orElseThrow()).play());
        verify();
        new Disclosing(stage, scene).play();
    }

    // --- 1: the theatre ---

    private void found() throws IOException {
        stage.step("found");
        for (String key : List.of("un/host", "un/head", "un/officer")) makes(key);
        for (String side : SIDES) for (String role : List.of("head", "planner", "officer")) makes(side + "/" + role);
        scene.template("theatre.json", filled());
        stage.types("theatre", "new", record, "--body", scene.file("theatre.json"), "--key", scene.key("un/host"));
        serve();
        scene.template("accept.json", "THEATRE", theatre());
        for (String party : PARTIES) says("party.accept", "accept.json", party + "/head");
        for (String party : PARTIES) desk(party);
        stage.types(scene.with("a/head", "show", "parties"));
        stage.types(scene.with("a/head", "show", "keys"));
        founded(Recorded.world(folder.resolve("record")));
        stage.done();
    }

    private void makes(String name) {
        stage.types("keys", "new", scene.key(name), "--name", "TEST-" + name, "--test");
    }

    private void desk(String party) throws IOException {
        scene.template("desk-" + party + ".json");
        says("party.desk", "desk-" + party + ".json", party + "/head");
        enrols(party, "officer", "duty-officer");
        if (SIDES.contains(party)) enrols(party, "planner", "planner");
    }

    private void enrols(String party, String name, String role) throws IOException {
        stage.types(scene.with(
                party + "/head", "keys", "enrol", vkey(party + "/" + name), "--role", role, "--desk", "air"));
    }

    private void founded(World world) throws IOException {
        Cover cover = world.parties().theatre().orElseThrow().founding().cover();
        area(cover);
        stage.hold(world.parties().waiting().isEmpty(), "accepted", "n", PARTIES.size());
        stage.hold(
                world.parties().keys().values().stream()
                        .allMatch(key -> key.verifier().test()),
                "tests");
        stage.hold(ownersOnly(), "owners");
        stage.fact("parties", world.parties().members().size());
        stage.fact("keys", world.parties().keys().size());
        stage.fact("entries", world.next());
    }

    private void area(Cover cover) {
        Measures measures = new Measures(stage.messages());
        List<Double> lats = cover.outline().stream().map(Position::lat).sorted().toList();
        List<Double> lngs = cover.outline().stream().map(Position::lng).sorted().toList();
        long ceiling = cover.band().ceiling().orElseThrow().millimetres();
        stage.say(
                "demo.area",
                "first",
                measures.position(new Position(lats.getFirst(), lngs.getFirst())),
                "last",
                measures.position(new Position(lats.getLast(), lngs.getLast())),
                "ceiling",
                measures.length(ceiling / MILLIMETRES));
    }

    private boolean ownersOnly() throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return true;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".key")).toList())
                if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        .equals("rw-------")) return false;
        }
        return true;
    }

    // --- 2: terms ---

    private void agree() throws IOException {
        stage.step("agree");
        scene.template("terms.json", names());
        says("terms.propose", "terms.json", "a/head");
        List<Json.Fields> rows = stage.asks(scene.with("a/head", "show", "terms"));
        scene.template("sign.json", "TEXT", Rows.text(Rows.named(rows, "open"), "note"));
        says("terms.sign", "sign.json", "b/head");
        stage.types(scene.with("b/head", "show", "terms"));
        for (Figure figure :
                List.of(Figure.BUFFER_METRES, Figure.BUFFER_HEIGHT_METRES, Figure.MINIMUM_NOTICE_SECONDS)) {
            Agreed agreed = Recorded.world(folder.resolve("record"))
                    .terms()
                    .between(new PartyId("a"), new PartyId("b"), figure);
            stage.hold(agreed.source() instanceof Agreed.Source.ByText, "signed", "figure", Telling.figure(figure));
            stage.fact(Telling.figure(figure), agreed.value());
        }
        stage.done();
    }

    // --- 3 and 4: two corridors, and where they cross ---

    private void declare() throws IOException {
        stage.step("declare");
        for (String corridor : List.of("corridor-a", "corridor-b", "corridor-b-higher"))
            scene.timed(corridor + ".geojson");
        for (String side : SIDES)
            stage.types(scene.with(
                    side + "/planner", "declare", scene.file("corridor-" + side + ".geojson"), "--status", "exercise"));
        stage.hold(
                Recorded.world(folder.resolve("record")).airspace().declared().values().stream()
                        .allMatch(declared -> declared.status() == Status.EXERCISE),
                "exercise");
        stage.hold(SIDES.stream().allMatch(side -> scene.conflicts(side).size() == 1), "conflict");
        stage.fact("conflicts", scene.conflicts("a").size());
        stage.fact("conflict", conflict());
        stage.done();
    }

    private void see() {
        stage.step("see");
        String conflict = conflict();
        for (String side : SIDES) {
            stage.say("demo.side", "party", side);
            stage.types(scene.with(
                    side + "/planner", "show", "conflict", conflict, "--svg", scene.file("conflict-" + side + ".svg")));
        }
        stage.hold(hidden("a", "b") && hidden("b", "a"), "hidden");
        stage.types(scene.with("a/planner", "seen", conflict));
        stage.types(scene.with("a/planner", "activate", declaration("a")));
        stage.hold(unacknowledged("a") && unacknowledged("b"), "unacknowledged");
        stage.types(scene.with("b/officer", "seen", conflict));
        stage.hold(!unacknowledged("a") && !unacknowledged("b"), "acknowledged");
        stage.fact("pictures", SIDES.size());
        stage.done();
    }

    // Neither name nor number of what the other declared is in anything that a side gets.
    private boolean hidden(String from, String whose) {
        Json.Fields theirs = Rows.under(scene.list(whose), "declaration").getFirst();
        Stream<Json.Fields> seen = Stream.concat(
                scene.list(from).stream(), stage.asks(scene.with(from + "/planner", "show", "inbox")).stream());
        List<String> secrets = List.of(Rows.text(theirs, "id"), Rows.text(theirs, "details", "name"));
        return seen.map(Json.Fields::text).noneMatch(text -> secrets.stream().anyMatch(text::contains));
    }

    // --- 5: the way out ---

    private void clear() {
        stage.step("clear");
        stage.types(scene.with("b/planner", "amend", declaration("b"), scene.file("corridor-b-higher.geojson")));
        stage.types(scene.with("a/planner", "list", "--all"));
        for (String side : SIDES) stage.hold(cleared(side), "cleared", "party", side);
        stage.done();
    }

    private boolean cleared(String side) {
        return scene.conflicts(side).stream()
                .allMatch(view ->
                        ((Json.Items) Rows.member(view, "overlaps")).items().isEmpty());
    }

    // --- 7: the record checks itself ---

    private void verify() throws IOException, JournalDoubt {
        stage.step("verify");
        stage.types("verify", record);
        byte[] before = journal();
        Path forged = folder.resolve("forged");
        long changed = Forgery.of(folder.resolve("record"), forged);
        stage.say("demo.forged", "n", changed);
        for (Path each : List.of(folder.resolve("record"), forged))
            stage.types("show", "entry", "" + changed, "--data", each.toString(), "--key", scene.key("b/planner"));
        stage.types(Exit.CONFLICTS, "verify", forged.toString());
        stage.hold(found(forged) == changed, "named", "n", changed);
        stage.types("verify", record);
        stage.hold(Arrays.equals(before, journal()), "unharmed");
        stage.fact("changed", changed);
        stage.done();
    }

    private byte[] journal() throws IOException {
        return Files.readAllBytes(folder.resolve("record").resolve("journal"));
    }

    private long found(Path forged) {
        Json.Fields said =
                stage.asks(Exit.CONFLICTS, "verify", forged.toString()).getFirst();
        return Long.parseLong(((Json.Digits) Rows.member(said, "at")).digits());
    }

    // --- what the commands need ---

    private void says(String type, String body, String by) {
        stage.types(scene.with(by, "say", type, scene.file(body)));
    }

    // From here on nobody but this process opens the record to write.
    private void serve() throws IOException {
        stage.shows("serve", "--data", record, "--port", "" + port);
        try {
            server = Optional.of(Served.on(
                    folder.resolve("record"),
                    folder.resolve("serve.err"),
                    stage.messages().language().code(),
                    port));
        } catch (IOException e) {
            throw new Stage.Failed(new Phrase(String.valueOf(e.getMessage())));
        }
        stage.say("demo.serves", "url", url());
    }

    String url() {
        return server.map(Served::url).orElse("");
    }

    /** Until the server ends, or whoever looks has had enough. */
    void await() {
        server.ifPresent(Served::await);
    }

    @Override
    public void close() {
        server.ifPresent(Served::close);
    }

    private String vkey(String name) throws IOException {
        return VKey.write(KeyFile.read(Path.of(scene.key(name))).key());
    }

    private String theatre() {
        List<Json.Fields> rows = stage.asks("show", "parties", "--data", record, "--as-host");
        return Rows.text(Rows.named(rows, "theatre"), "theatre", "hash");
    }

    private String[] filled() throws IOException {
        List<String> filled = new ArrayList<>(List.of(names()));
        for (String party : PARTIES)
            filled.addAll(List.of(party.toUpperCase(Locale.ROOT) + "_HEAD", vkey(party + "/head")));
        return filled.toArray(String[]::new);
    }

    /** The letters of the templates, and in their place the names of the reports. */
    private String[] names() {
        List<String> filled = new ArrayList<>();
        for (Language language : reports ? Language.values() : new Language[0])
            for (String side : SIDES) {
                Messages in = Messages.in(language);
                filled.add(in.say("demo.letter." + side).text());
                filled.add(in.say("demo.name." + side).text());
            }
        return filled.toArray(String[]::new);
    }

    private String conflict() {
        return Scene.conflict(scene.conflicts("a").getFirst());
    }

    private String declaration(String side) {
        List<Json.Fields> own = Rows.under(scene.list(side), "declaration");
        return Scene.declaration(Rows.text(own.getFirst(), "id"));
    }

    private boolean unacknowledged(String side) {
        return ((Json.Truth) Rows.member(scene.conflicts(side).getFirst(), "unacknowledged")).value();
    }
}
