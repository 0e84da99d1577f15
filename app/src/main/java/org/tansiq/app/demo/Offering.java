package org.tansiq.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tansiq.app.record.Recorded;
import org.tansiq.wire.Json;

/**
 * The steps in which a side finds a way out of a conflict by itself, and in which both move by an offer that
 * is accepted. All that is declared is invented, and an exercise.
 */
final class Offering {
    private static final String A = "a/planner";
    private static final String B = "b/planner";
    private static final List<String> SIDES = List.of("a", "b");
    private static final List<String> FILES = List.of("lift-a", "patrol-b", "ferry-a", "relay-b");
    private static final String TAKEN = "higher-900";
    private static final String OFFERED = "later-60";
    private static final String ASKED = "earlier-5";

    private final Stage stage;
    private final Scene scene;
    private final Path record;

    Offering(Stage stage, Scene scene) {
        this.stage = stage;
        this.scene = scene;
        this.record = scene.folder().resolve("record");
    }

    void play() throws IOException {
        for (String one : FILES) scene.timed(one + ".geojson");
        ways();
        offer();
    }

    // --- 12: a change that is free ---

    private void ways() {
        stage.step("ways");
        String lift = declared("lift-a", "patrol-b", "Lift A");
        String conflict = Scene.conflict(scene.conflicts("a", lift).getFirst());
        stage.types(scene.with(A, "ways", conflict));
        stage.hold(thread("a", conflict).text().contains("\"change\":\"" + TAKEN + "\",\"fit\":\"free\""), "free");
        stage.hold(!shown("b", conflict).text().contains("\"ways\""), "ways-own");
        stage.types(scene.with(A, "take", conflict, TAKEN));
        for (String side : SIDES) stage.hold(cleared(side, conflict), "cleared", "party", side);
        stage.fact("conflict", conflict);
        stage.done();
    }

    // --- 13: an offer that both take ---

    private void offer() throws IOException {
        stage.step("offer");
        String ferry = declared("ferry-a", "relay-b", "Ferry A");
        String conflict = Scene.conflict(scene.conflicts("a", ferry).getFirst());
        stage.types(scene.with(A, "offer", conflict, OFFERED, "--ask", ASKED, "--for", "45"));
        stage.say("demo.side", "party", "b");
        stage.types(scene.with(B, "show", "conflict", conflict));
        stage.hold(
                Rows.text(thread("b", conflict), "turn").equals("ours")
                        && Rows.text(thread("a", conflict), "turn").equals("theirs"),
                "turn");
        stage.hold(!thread("b", conflict).text().contains(ferry), "offer-hidden");
        long before = Recorded.world(record).next();
        stage.types(scene.with(B, "accept", conflict, ASKED));
        stage.hold(Recorded.world(record).next() == before + 1, "one-entry");
        for (String side : SIDES) stage.hold(cleared(side, conflict), "cleared", "party", side);
        stage.fact("conflict", conflict);
        stage.done();
    }

    // Both declare; the full name of what a has declared.
    private String declared(String first, String second, String name) {
        stage.types(scene.with(A, "declare", scene.file(first + ".geojson"), "--status", "exercise"));
        stage.types(scene.with(B, "declare", scene.file(second + ".geojson"), "--status", "exercise"));
        return scene.declared("a", name);
    }

    private Json.Fields shown(String side, String conflict) {
        return stage.asks(scene.with(side + "/planner", "show", "conflict", conflict))
                .getFirst();
    }

    private Json.Fields thread(String side, String conflict) {
        return (Json.Fields) Rows.member(shown(side, conflict), "thread");
    }

    private boolean cleared(String side, String conflict) {
        Json.Fields view = (Json.Fields) Rows.member(shown(side, conflict), "conflict");
        return ((Json.Items) Rows.member(view, "overlaps")).items().isEmpty();
    }
}
