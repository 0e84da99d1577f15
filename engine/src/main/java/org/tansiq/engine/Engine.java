package org.tansiq.engine;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.core.World;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Scheme;
import org.tansiq.wire.Answer;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.Submission;

/**
 * Signed notes in, one order of entries out. Its parts are passive: {@link Loops} runs them on threads, the
 * simulator in any order.
 *
 * <pre>
 *   submit -> Gate -> Waiting -> Decider -> Batch -> Appender -> Journal, then Shown, then the answer
 *                        ^                              |
 *                        +-- Snapshotter (world hash) <-+
 * </pre>
 */
public final class Engine implements AutoCloseable {
    /** What an engine stands on; {@code journal} may put something in front of the file's own journal. */
    public record Ground(
            Disk disk,
            Clock clock,
            Chance chance,
            Ruling rules,
            Scheme scheme,
            Alarms alarms,
            UnaryOperator<Journal> journal) {
        public Ground(Disk disk, Clock clock, Chance chance, Ruling rules, Scheme scheme, Alarms alarms) {
            this(disk, clock, chance, rules, scheme, alarms, UnaryOperator.identity());
        }
    }

    final Signal asked = new Signal();
    final Signal decided = new Signal();
    final Signal due = new Signal();
    private final Journal journal;
    private final Shown shown;
    private final Gate gate;
    private final Decider decider;
    private final Appender appender;
    private final Snapshotter snapshotter;

    private Engine(Ground ground, Journal journal, Snapshots snapshots, Replay from, Settings settings) {
        Waiting waiting = new Waiting(settings.waiting(), asked);
        Batch batch = new Batch(settings.batch(), decided, asked);
        World world = from.world();
        this.journal = journal;
        this.shown = new Shown(world);
        this.gate = new Gate(ground.scheme(), journal, waiting);
        this.snapshotter = new Snapshotter(snapshots, waiting, settings.every(), ground.alarms(), due);
        this.decider = new Decider(
                ground.rules(), world, new Stamp(ground.clock(), world.at()), ground.chance(), waiting, batch);
        this.appender = new Appender(journal, ground.rules(), batch, shown, snapshotter, from.seals());
    }

    /**
     * The engine of what is on a disk. Throws {@link JournalDoubt} or {@link RecordDoubt} where that cannot
     * be what was written, {@link RulesDiffer} where other rules are in force; {@code done} hears the entries
     * taken in so far.
     */
    public static Engine open(Ground ground, Settings settings, Pace done)
            throws IOException, JournalDoubt, RecordDoubt, RulesDiffer {
        Engine engine = adopting(ground, settings, done);
        Optional<RulesDiffer> differ = engine.world()
                .rules()
                .filter(inForce -> !inForce.equals(ground.rules().hash()))
                .map(inForce -> new RulesDiffer(inForce, ground.rules().hash()));
        if (differ.isEmpty()) return engine;
        engine.close();
        throw differ.get();
    }

    /** The same whatever rules are in force: only to put this program's own in force. */
    public static Engine adopting(Ground ground, Settings settings, Pace done)
            throws IOException, JournalDoubt, RecordDoubt {
        Snapshots snapshots =
                new Snapshots(ground.disk(), name -> ground.alarms().raise(Alarms.Kind.SNAPSHOT_CORRUPT, name));
        Replay replay = Replay.newest(snapshots, ground.rules());
        FileJournal journal = FileJournal.open(ground.disk(), replay.world().next(), NoteText::count);
        journal.torn()
                .ifPresent(torn -> ground.alarms()
                        .raise(
                                Alarms.Kind.JOURNAL_TORN,
                                torn.name() + " " + torn.bytes() + " bytes " + torn.notes() + " notes"));
        replay.run(journal, done);
        return new Engine(ground, ground.journal().apply(journal), snapshots, replay, settings);
    }

    /**
     * What a line of JSON submits; its signature is checked here, in the caller's thread. Throws
     * {@link Malformed}.
     */
    public Submission check(Bytes line) {
        return gate.check(line);
    }

    /**
     * Puts a checked submission in line. The answer comes once what it says is durable, in another thread,
     * which MUST not be kept waiting.
     */
    public void submit(Submission said, Consumer<Answer> answer) {
        gate.admit(said, answer);
    }

    /** The world as everybody may see it. */
    public World world() {
        return shown.world();
    }

    /** Returns when an entry of this index is shown, or after so many microseconds. */
    public void await(long index, long micros) throws InterruptedException {
        shown.await(index, micros);
    }

    /** An entry that is shown. */
    public EntryText entry(long index) {
        if (index < 0 || index >= world().next()) throw new IllegalArgumentException("no entry " + index);
        return EntryText.parse(journal.read(index).body());
    }

    Frame frame(long index) {
        return journal.frame(index);
    }

    /** One step of the decider: at most one thing decided. Only one thread at a time. */
    public boolean decide() {
        return decider.step();
    }

    /** One step of the appender: at most one batch. Only one thread at a time. */
    public boolean append() {
        return appender.step();
    }

    /** One step of the snapshotter: at most one snapshot. Only one thread at a time. */
    public boolean snapshot() {
        return snapshotter.step();
    }

    OptionalLong untilDue() {
        return decider.untilDue();
    }

    @Override
    public void close() {
        journal.close();
    }
}
