package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.HallCommand;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Names;
import org.tansiq.core.Table;
import org.tansiq.core.World;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.TermsEvent;
import org.tansiq.core.terms.Text;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/** What a note meets on its way through an engine, one step at a time. */
final class StationsTest {
    private static final Hash RULES = Sha256.of(Bytes.of("rules"));
    private static final int WAITING = 4;

    private final Cast cast = new Cast();
    private final MemoryDisk disk = new MemoryDisk();
    private final List<World> seenWhileWriting = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private Consumer<Engine> whileWriting = _ -> {};
    private Optional<Engine> opened = Optional.empty();
    private long now = Cast.NOON;
    private int draws;

    @BeforeEach
    void open() throws Exception {
        Clock clock = new Clock() {
            @Override
            public long wall() {
                return now;
            }

            @Override
            public long steady() {
                return now;
            }
        };
        Engine.Ground ground = new Engine.Ground(
                disk,
                clock,
                () -> Sha256.of(Bytes.of("chance " + draws++)),
                () -> RULES,
                new Ed25519(),
                (_, _) -> {},
                Looking::new);
        opened = Optional.of(Engine.open(ground, new Settings(WAITING, 8, 100), (_, _) -> {}));
        for (Submission said : List.of(cast.founds(RULES), cast.accepts(cast.headOfA), cast.accepts(cast.headOfB)))
            engine().submit(said, answers::add);
        run();
        answers.clear();
        seenWhileWriting.clear();
    }

    private Engine engine() {
        return opened.orElseThrow();
    }

    private void run() {
        while (engine().decide() || engine().append()) {
            // Each turn is one step.
        }
    }

    /** A journal that looks, while it writes, at what the engine shows. */
    private final class Looking implements Journal {
        private final Journal inner;

        Looking(Journal inner) {
            this.inner = inner;
        }

        @Override
        public long next() {
            return inner.next();
        }

        @Override
        public void append(List<Written> batch, Hash root) {
            opened.ifPresent(engine -> {
                seenWhileWriting.add(engine.world());
                whileWriting.accept(engine);
            });
            inner.append(batch, root);
        }

        @Override
        public Written read(long index) {
            return inner.read(index);
        }

        @Override
        public Frame frame(long index) {
            return inner.frame(index);
        }

        @Override
        public boolean room() {
            return inner.room();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Test
    void nothingIsShownOrAnsweredWhileItIsBeingWritten() {
        World before = engine().world();
        engine().submit(cast.setsDesk(cast.headOfA, "line 1"), answers::add);
        engine().decide();
        whileWriting = _ -> assertThat(answers).isEmpty();
        engine().append();
        assertThat(seenWhileWriting).containsExactly(before);
        assertThat(engine().world().next()).isEqualTo(before.next() + 1);
        assertThat(answers).hasSize(1);
    }

    @Test
    void aSyncThatFailsShowsAndAnswersNothing() {
        World before = engine().world();
        engine().submit(cast.setsDesk(cast.headOfA, "line 1"), answers::add);
        engine().decide();
        disk.failAt("sync journal", 1, MemoryDisk.Outcome.PERSISTED);
        assertThatThrownBy(() -> engine().append()).isInstanceOf(JournalLost.class);
        assertThat(engine().world()).isEqualTo(before);
        assertThat(answers).isEmpty();
    }

    @Test
    void aFullLineIsAnsweredBusyAtOnce() {
        for (int i = 0; i < WAITING; i++) engine().submit(cast.setsDesk(cast.headOfA, "line " + i), answers::add);
        assertThat(answers).isEmpty();
        Submission oneTooMany = cast.setsDesk(cast.headOfA, "one too many");
        engine().submit(oneTooMany, answers::add);
        assertThat(answers).containsExactly(new Answer.Busy(Waiting.RETRY_MILLIS));
        run();
        engine().submit(oneTooMany, answers::add);
        run();
        assertThat(answers).hasSize(WAITING + 2);
        assertThat(answers.getLast()).isInstanceOf(Answer.Sequenced.class);
    }

    @Test
    void aNearlyFullDiskRefusesNewWorkAndKeepsWhatItHas() {
        disk.free = 0;
        engine().submit(cast.setsDesk(cast.headOfA, "line 1"), answers::add); // Of the last look there is room.
        run();
        engine().submit(cast.setsDesk(cast.headOfA, "line 2"), answers::add);
        run();
        assertThat(answers.getFirst()).isInstanceOf(Answer.Sequenced.class);
        assertThat(answers.getLast()).isEqualTo(new Answer.NoRoom());
        assertThat(engine().entry(engine().world().next() - 1).submission()).isPresent();
    }

    @Test
    void aNoteThatItsKeyDidNotSignIsNotLetIn() {
        Bytes line = cast.setsDesk(cast.headOfA, "line 1").line();
        assertThat(engine().check(line).line()).isEqualTo(line);
        Bytes other = Bytes.of(line.text().replace("\\nstatus actual", "\\nstatus exercise"));
        assertThat(other).isNotEqualTo(line);
        assertThatThrownBy(() -> engine().check(other))
                .isInstanceOfSatisfying(
                        Malformed.class, bad -> assertThat(bad.field()).isEqualTo("note.signature"));
    }

    @Test
    void aTickComesWhenAClockOnTheRecordHasRunOutAndNotBefore() {
        long answerBy = now + 60_000_000;
        Group both = new Group(List.of(new PartyId("a"), new PartyId("b")));
        Figures figures = new Figures(Table.<Figure, Long>empty().put(Figure.BUFFER_METRES, 5000L));
        Names names = new Names("Terms", "شروط", "Условия");
        TermsCommand proposal = new TermsCommand.Propose(new Text(names, both, figures, Optional.of(answerBy)));
        engine().submit(cast.says(cast.headOfA, proposal), answers::add);
        run();
        long next = engine().world().next();
        now = answerBy - 1;
        run();
        assertThat(engine().world().next()).isEqualTo(next);
        assertThat(engine().untilDue()).hasValue(1);
        now = answerBy;
        run();
        assertThat(engine().world().next()).isEqualTo(next + 1);
        assertThat(engine().entry(next).entry().cause().cause()).isEqualTo(new Cause.Tick());
        assertThat(engine().entry(next).entry().events().getFirst()).isInstanceOf(TermsEvent.Lapsed.class);
        run();
        assertThat(engine().world().next()).isEqualTo(next + 1);
    }

    @Test
    void rulesOfAnotherProgramAreNotPutInForceByThisOne() throws Exception {
        World before = engine().world();
        HallCommand foreign = new HallCommand.AdoptRules(Sha256.of(Bytes.of("other rules")));
        Hash prev = before.chain(cast.host.key()).head();
        engine().submit(cast.says(cast.host, 1, prev, foreign), answers::add);
        run();
        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Unreadable.class, no -> assertThat(no.field()).isEqualTo("envelope.rules"));
        assertThat(engine().world()).isEqualTo(before);
        engine().submit(cast.says(cast.host, 1, prev, new HallCommand.AdoptRules(RULES)), answers::add);
        run();
        assertThat(answers.getLast()).isInstanceOf(Answer.Sequenced.class);
        engine().close();
        open(); // What was written is read again.
        assertThat(engine().world().next()).isGreaterThan(before.next());
    }

    @Test
    void aFollowerSeesNothingOfABatchThatIsNotShown() {
        List<Long> seen = new ArrayList<>();
        Follower follower =
                new Follower(engine(), 0, text -> seen.add(text.entry().index()));
        whileWriting = _ -> {
            while (follower.step()) assertThat(seen).doesNotContain(3L);
        };
        engine().submit(cast.setsDesk(cast.headOfA, "line 1"), answers::add);
        run();
        assertThat(seen).containsExactly(0L, 1L, 2L);
        while (follower.step()) assertThat(seen).contains(3L);
    }
}
