package org.tansiq.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.record.Recorded;
import org.tansiq.core.Hash;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.SignedNote;
import org.tansiq.wire.Json;
import org.tansiq.wire.OpenedNote;

/**
 * The steps in which a side looks at what others would be told of it, shows one of them more, and asks too
 * much of the sky; and one in which a notice names another place than it gives. All that is declared is
 * invented, and an exercise.
 */
final class Disclosing {
    private static final String A = "a/planner";
    private static final String B = "b/planner";
    private static final String AREA = "Exercise area A";
    private static final String RANGE = "Range A";
    private static final String SURVEY = "Survey B";
    private static final String WHOLE = "Everything A";
    private static final String NOTICE = "Notice A";
    private static final List<String> FILES =
            List.of("area-a", "survey-b", "range-a", "small-b", "notice-a", "notice-a-mended", "whole-a");
    private static final int SMALL = 10;
    /** How far the position of the notice is off, in metres: at least and at most. */
    private static final long OFF_LEAST = 8_950;

    private static final long OFF_MOST = 9_050;

    private final Stage stage;
    private final Scene scene;
    private final Path record;

    Disclosing(Stage stage, Scene scene) {
        this.stage = stage;
        this.scene = scene;
        this.record = scene.folder().resolve("record");
    }

    void play() throws IOException {
        for (String one : FILES) scene.timed(one + ".geojson");
        foresee();
        widen();
        small();
        notice();
        new Offering(stage, scene).play();
        probe();
    }

    // --- 8: before it is signed ---

    private void foresee() throws IOException {
        stage.step("foresee");
        long entries = Recorded.world(record).next();
        String[] asked = scene.with(A, "view-as", scene.file("area-a.geojson"), "--status", "exercise");
        stage.types(asked);
        Json.Fields seen = stage.asks(asked).getFirst();
        List<Json.Fields> parties = Rows.items(seen, "parties");
        stage.hold(
                parties.size() == 2
                        && parties.stream()
                                .allMatch(party -> Rows.text(party, "level").equals("overlap")),
                "at-most",
                "n",
                parties.size());
        stage.hold(!seen.text().contains(AREA), "nameless");
        stage.hold(Recorded.world(record).next() == entries, "unsigned");
        stage.fact("cost", Rows.number(seen, "charge", "cost"));
        stage.done();
    }

    // --- 9: the overlap and the envelope side by side ---

    private void widen() {
        stage.step("widen");
        declares(A, "area-a");
        declares(B, "survey-b");
        String area = scene.declared("a", AREA);
        Json.Fields before = scene.conflicts("b", scene.declared("b", SURVEY)).getFirst();
        String conflict = Scene.conflict(before);
        stage.say("demo.side", "party", "b");
        stage.types(scene.with(B, "show", "conflict", conflict));
        stage.hold(!seenBy("b").contains(AREA) && !seenBy("b").contains(area), "overlap-only");
        stage.types(scene.with(A, "widen", Scene.declaration(area), "--to", "b", "--level", "envelope"));
        stage.say("demo.side", "party", "b");
        stage.types(scene.with(B, "show", "conflict", conflict));
        Optional<OpenedNote> opened = opened("b");
        stage.hold(opened.filter(note -> signed(note, area)).isPresent(), "opened");
        stage.hold(opened.orElseThrow().details().isEmpty() && !seenBy("b").contains(AREA), "details-closed");
        stage.hold(opened("a").isEmpty() && !seenBy("a").contains(SURVEY), "one-sided");
        stage.fact("conflict", conflict);
        stage.done();
    }

    private Optional<OpenedNote> opened(String side) {
        return Rows.of(scene.list(side), "opened").stream()
                .map(OpenedNote.FORM::read)
                .findFirst();
    }

    // Its author's signature, over the digest of the envelope that came with it.
    private static boolean signed(OpenedNote shown, String declaration) {
        SignedNote note = NoteText.open(shown.note(), new Ed25519());
        return note.note().hash().equals(Hash.parse(declaration).orElseThrow())
                && note.note().envelope().equals(shown.envelope().digest());
    }

    // What a side gets of others: its own declarations are another matter.
    private String seenBy(String side) {
        StringBuilder all = new StringBuilder();
        for (Json.Fields row : scene.list(side))
            if (!row.members().getFirst().name().equals("declaration")) all.append(row.text());
        return all.toString();
    }

    // --- 10: many small ones ---

    private void small() {
        stage.step("small");
        declares(A, "range-a");
        stage.typesUnseen(scene.with(B, "declare", scene.file("small-b.geojson"), "--status", "exercise"));
        stage.say("demo.unseen", "n", SMALL);
        stage.hold(scene.conflicts("a", scene.declared("a", RANGE)).size() == SMALL, "small-met", "n", SMALL);
        stage.types(scene.with(A, "show", "budget"));
        stage.hold(touches("a").stream().anyMatch(touch -> touch.text().contains("\"many-small\"")), "alarm");
        stage.hold(touches("b").isEmpty(), "alarm-owner");
        stage.fact("declared", SMALL);
        stage.done();
    }

    private List<Json.Fields> touches(String side) {
        return Rows.items(budget(side), "touches");
    }

    private Json.Fields budget(String side) {
        return stage.asks(scene.with(side + "/officer", "show", "budget")).getFirst();
    }

    // --- 11: a place named that is elsewhere ---

    private void notice() {
        stage.step("notice");
        stage.types(scene.with(A, "declare", scene.file("notice-a.geojson"), "--status", "exercise", "--dry"));
        declares(A, "notice-a");
        String notice = scene.declared("a", NOTICE);
        long metres =
                misplaced(notice).map(found -> Rows.number(found, "metres")).orElse(0L);
        stage.hold(metres > OFF_LEAST && metres < OFF_MOST, "elsewhere", "n", metres);
        stage.hold(!seenBy("b").contains("misplaced"), "elsewhere-author");
        stage.types(scene.with(A, "amend", Scene.declaration(notice), scene.file("notice-a-mended.geojson")));
        stage.hold(misplaced(notice).isEmpty(), "mended");
        stage.fact("metres", metres);
        stage.done();
    }

    private Optional<Json.Fields> misplaced(String declaration) {
        return Rows.under(scene.list("a"), "declaration").stream()
                .filter(declared -> Rows.text(declared, "id").equals(declaration))
                .flatMap(declared -> declared.members().stream())
                .filter(member -> member.name().equals("misplaced"))
                .map(member -> (Json.Fields) member.value())
                .findFirst();
    }

    // --- 14: more than a day pays ---

    private void probe() {
        stage.step("probe");
        int before = scene.conflicts("b").size();
        stage.types(scene.with(A, "view-as", scene.file("whole-a.geojson"), "--status", "exercise"));
        declares(A, "whole-a");
        String probe = scene.declared("a", WHOLE);
        stage.hold(scene.conflicts("a", probe).isEmpty(), "desks-only");
        stage.hold(
                scene.conflicts("b").size() > before,
                "warned",
                "n",
                scene.conflicts("b").size() - before);
        for (String side : List.of("a", "b")) {
            stage.say("demo.side", "party", side);
            stage.types(scene.with(side + "/planner", "show", "budget"));
        }
        stage.hold(List.of("un", "a", "b").stream().allMatch(this::toldOfA), "exceeded");
        stage.types(scene.with(A, "withdraw", Scene.declaration(probe)));
        stage.hold(toldOfA("a"), "spent");
        stage.types("verify", record.toString());
        stage.fact("cost", cost(probe));
        stage.done();
    }

    private boolean toldOfA(String side) {
        return Rows.items(budget(side), "accounts").stream()
                .filter(row -> Rows.text(row, "holder", "party").equals("a"))
                .anyMatch(row -> Rows.number(row, "account", "told") > 0
                        && (Rows.number(row, "account", "spent") == 0) != side.equals("a"));
    }

    private long cost(String declaration) {
        return Rows.under(scene.list("a"), "declaration").stream()
                .filter(declared -> Rows.text(declared, "id").equals(declaration))
                .mapToLong(declared -> Rows.number(declared, "charge", "cost"))
                .findFirst()
                .orElseThrow();
    }

    private void declares(String by, String name) {
        stage.types(scene.with(by, "declare", scene.file(name + ".geojson"), "--status", "exercise"));
    }
}
