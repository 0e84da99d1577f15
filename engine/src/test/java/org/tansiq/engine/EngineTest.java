package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.World;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Answer;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.Submission;

final class EngineTest {
    private static final Hash RULES = Sha256.of(Bytes.of("rules"));
    private static final long EVERY = 3;

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private final List<String> alarms = new ArrayList<>();
    private Optional<Disk> disk = Optional.empty();
    private Engine engine;

    @BeforeEach
    void open() throws Exception {
        engine = opened(RULES);
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
        if (disk.isPresent()) disk.get().close();
    }

    private Engine opened(Hash rules) throws Exception {
        Disk opened = FolderDisk.open(folder);
        disk = Optional.of(opened);
        AtomicLong time = new AtomicLong(Cast.NOON);
        AtomicLong chance = new AtomicLong();
        Clock clock = new Clock() {
            @Override
            public long wall() {
                return time.incrementAndGet();
            }

            @Override
            public long steady() {
                return time.get();
            }
        };
        Engine.Ground ground = new Engine.Ground(
                opened,
                clock,
                () -> Sha256.of(Bytes.of("chance " + chance.incrementAndGet())),
                () -> rules,
                new Ed25519(),
                (kind, detail) -> alarms.add(kind + " " + detail));
        return Engine.open(ground, new Settings(16, 8, EVERY), (_, _) -> {});
    }

    private Answer told(Submission said) {
        List<Answer> answers = new ArrayList<>();
        engine.submit(said, answers::add);
        while (engine.decide()) assertThat(answers).isEmpty();
        engine.append();
        engine.snapshot();
        return answers.getFirst();
    }

    private void found() {
        told(cast.founds(RULES));
        told(cast.accepts(cast.headOfA));
        told(cast.accepts(cast.headOfB));
    }

    @Test
    void whatWasSaidIsThereAfterAnotherStart() throws Exception {
        found();
        Submission desk = cast.setsDesk(cast.headOfB, "line 3");
        Answer first = told(desk);
        World before = engine.world();
        close();
        engine = opened(RULES);
        assertThat(engine.world()).isEqualTo(before);
        assertThat(told(desk)).isEqualTo(first);
        assertThat(engine.world()).isEqualTo(before);
    }

    @Test
    void aSnapshotAndTheJournalAgree() throws Exception {
        found();
        for (int i = 0; i < 7; i++) told(cast.setsDesk(cast.headOfA, "line " + i));
        while (engine.decide()) engine.append();
        World before = engine.world();
        close();
        engine = opened(RULES);
        assertThat(engine.world()).isEqualTo(before);
        assertThat(alarms).isEmpty();
        Audit.Sum sum = new Audit(() -> RULES, new Ed25519(), EVERY).of(FolderDisk.reading(folder), (_, _) -> {});
        assertThat(sum.decided()).isEqualTo(before.next());
        assertThat(sum.worlds()).isPositive();
        assertThat(sum.worldsLeftOut()).isZero();
    }

    @Test
    void otherRulesDoNotStart() throws Exception {
        found();
        close();
        assertThatThrownBy(() -> opened(Sha256.of(Bytes.of("other")))).isInstanceOf(RulesDiffer.class);
    }

    @Test
    void nothingIsSeenBeforeItIsDurable() {
        List<Answer> answers = new ArrayList<>();
        engine.submit(cast.founds(RULES), answers::add);
        assertThat(engine.decide()).isTrue();
        assertThat(engine.world()).isEqualTo(World.EMPTY);
        assertThat(answers).isEmpty();
        engine.append();
        assertThat(engine.world().next()).isEqualTo(1);
        assertThat(answers).hasSize(1);
    }

    @Test
    void aFollowerGetsEachEntryOnce() {
        found();
        List<Long> seen = new ArrayList<>();
        Follower follower = new Follower(engine, 0, text -> seen.add(index(text)));
        while (follower.step())
            assertThat(follower.cursor()).isLessThanOrEqualTo(engine.world().next());
        assertThat(seen).startsWith(0L, 1L, 2L).hasSize((int) engine.world().next());
    }

    private static long index(EntryText text) {
        return text.entry().index();
    }
}
