package org.tansiq.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.app.Main;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.World;
import org.tansiq.engine.CodeHash;
import org.tansiq.engine.FolderDisk;
import org.tansiq.engine.RecordView;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;

/** The engine in a process of its own, killed with -9 at random moments while many wait for answers. */
final class KillTest {
    private static final int KEYS = 64;
    private static final int KILLS = 30;
    private static final int OWED_KILLS_MIN = 20;
    private static final int UNANSWERED_MIN = 128;

    @TempDir
    Path scratch;

    private final Players players = new Players();
    private final Random chance = new Random(20_161_917);
    private final Map<Hash, String> acknowledged = new LinkedHashMap<>();
    private final List<Submission> told = new ArrayList<>();
    private final List<Submission> unanswered = new ArrayList<>();
    private int killedWhileOwed;
    private int said;

    @Test
    void whatWasAcknowledgedIsThereOnceAfterEveryKill() throws Exception {
        Path folder = scratch.resolve("record");
        List<Submission> opening = players.opening(CodeHash.own(), KEYS);
        unanswered.addAll(opening);
        for (int kill = 0; kill < KILLS; kill++) killed(folder);
        assertThat(killedWhileOwed).isGreaterThanOrEqualTo(OWED_KILLS_MIN);
        try (EngineProcess engine = new EngineProcess(folder)) {
            List<Submission> left = List.copyOf(unanswered);
            engine.send(left);
            for (int i = 0; i < left.size(); i++) heard(engine.answer());
            assertThat(engine.finish()).isZero();
        }
        assertThat(unanswered).isEmpty();
        everyNoteIsThereOnce(folder, opening.size() + said);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Main.run(new String[] {"verify", folder.toString()}, out, out, Clock.systemUTC());
        assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    private void killed(Path folder) throws Exception {
        while (unanswered.size() < UNANSWERED_MIN + KEYS)
            unanswered.add(players.deskSays(said % KEYS, "line " + said++));
        try (EngineProcess engine = new EngineProcess(folder)) {
            List<Submission> again = knownAgain();
            engine.send(again);
            for (Submission note : again) assertThat(engine.answer()).isEqualTo(acknowledged.get(hash(note)));
            engine.send(List.copyOf(unanswered));
            int answers = chance.nextInt(unanswered.size() + UNANSWERED_MIN / 8);
            for (int i = 0; i < answers && !unanswered.isEmpty(); i++) heard(engine.answer());
            engine.kill().forEach(this::heardWhole);
            if (!unanswered.isEmpty()) killedWhileOwed++;
        }
    }

    // Some of what was acknowledged before, which has to get the same answer: index, inbox number and all.
    private List<Submission> knownAgain() {
        List<Submission> some = new ArrayList<>();
        for (int i = 0; i < Math.min(20, told.size()); i++) some.add(told.get(chance.nextInt(told.size())));
        return some;
    }

    // A kill may cut the last line short.
    private void heardWhole(String line) {
        if (line.endsWith("}")) heard(line);
    }

    private void heard(String line) {
        assertThat(Answer.FORM.read(Json.parse(Bytes.of(line)))).isInstanceOf(Answer.Sequenced.class);
        Submission note = unanswered.removeFirst();
        acknowledged.put(hash(note), line);
        told.add(note);
    }

    private void everyNoteIsThereOnce(Path folder, int notes) throws Exception {
        Map<Hash, Long> found = new TreeMap<>();
        Hash rules = CodeHash.own();
        try (FolderDisk disk = FolderDisk.reading(folder);
                RecordView record = RecordView.open(disk, () -> rules, (_, _) -> {}, (_, _) -> {})) {
            World world = record.world();
            for (long index = 0; index < world.next(); index++) {
                long at = index;
                record.entry(index)
                        .submission()
                        .ifPresent(note -> assertThat(found.put(hash(note), at)).isNull());
            }
        }
        assertThat(found).hasSize(notes);
        acknowledged.forEach((note, line) -> {
            Answer.Sequenced answer = (Answer.Sequenced) Answer.FORM.read(Json.parse(Bytes.of(line)));
            assertThat(found).containsEntry(note, answer.index());
        });
    }

    private static Hash hash(Submission note) {
        return note.note().note().hash();
    }
}
