package org.tansiq.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.core.Admission;
import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.Entry;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.World;
import org.tansiq.ledger.Scheme;
import org.tansiq.wire.EntryText;

/**
 * Goes through a whole record from entry 0 and takes nothing on trust: frames, bodies, signatures, digests,
 * chains, times, leaves, tree, inboxes; and decides everything again.
 *
 * <p>What other rules decided is not decided again here, only counted: the program with those rules can do
 * it.
 */
public final class Audit {
    /** Worlds kept for a hash that comes later. */
    private static final int WORLDS_MAX = 8;

    /**
     * What was seen; {@code decided} and {@code otherRules} make up all entries. {@code tail} bytes behind
     * the last whole frame are no entries: a crash cut them short, or somebody is writing them.
     */
    public record Sum(long entries, long decided, long otherRules, long worlds, long worldsLeftOut, long tail) {}

    private final Ruling rules;
    private final Scheme scheme;
    private final long every;
    private final TreeMap<Long, World> worlds = new TreeMap<>();
    private World world = World.EMPTY;
    private Seals seals = Seals.NONE;
    private Sum sum = new Sum(0, 0, 0, 0, 0, 0);

    /** {@code every}: how many entries lie between two snapshots. */
    public Audit(Ruling rules, Scheme scheme, long every) {
        this.rules = rules;
        this.scheme = scheme;
        this.every = every;
    }

    /**
     * Audits what lies on a disk, which another process may be adding to. Throws at the first thing that does
     * not hold; {@code done} hears how many entries do.
     *
     * <p>Asked again, goes on behind the last frame that it saw: whoever asks knows that what lies before is
     * the same bytes still. The sum is of all that was ever seen.
     */
    public Sum of(Disk disk, Pace done) throws IOException, JournalDoubt, RecordDoubt {
        try (FileJournal journal = FileJournal.reading(disk, 0)) {
            sum = new Sum(sum.entries, sum.decided, sum.otherRules, sum.worlds, sum.worldsLeftOut, journal.tail());
            while (world.next() < journal.next()) {
                frame(journal.frame(world.next()));
                done.at(world.next(), journal.next());
            }
        } catch (BodyLost lost) {
            throw new RecordDoubt(lost.index(), RecordDoubt.Kind.UNREADABLE, "checksum");
        }
        return sum;
    }

    /** The world after the last entry that was seen. */
    public World world() {
        return world;
    }

    private void frame(Frame frame) throws RecordDoubt {
        List<Read> texts = frame.entries().parallelStream().map(this::read).toList();
        for (int i = 0; i < texts.size(); i++)
            entry(text(texts.get(i)), frame.entries().get(i));
        if (!seals.tree().root().equals(frame.root())) throw doubt(RecordDoubt.Kind.ROOT, "");
    }

    // A fault is told when its turn comes, so that the first one is named.
    private sealed interface Read {
        record Whole(EntryText text) implements Read {}

        record Broken(RecordDoubt.Kind kind, Malformed why) implements Read {}
    }

    private Read read(Written written) {
        try {
            return new Read.Whole(EntryText.parse(written.body(), scheme));
        } catch (Malformed bad) {
            return new Read.Broken(kind(written.body()), bad);
        }
    }

    // What can be read without its signature is at fault in that alone.
    private static RecordDoubt.Kind kind(Bytes body) {
        try {
            EntryText.parse(body);
            return RecordDoubt.Kind.SIGNATURE;
        } catch (Malformed _) {
            return RecordDoubt.Kind.UNREADABLE;
        }
    }

    private EntryText text(Read read) throws RecordDoubt {
        return switch (read) {
            case Read.Whole whole -> whole.text();
            case Read.Broken broken ->
                throw doubt(broken.kind(), String.valueOf(broken.why().getMessage()));
        };
    }

    private void entry(EntryText text, Written written) throws RecordDoubt {
        Entry entry = text.entry();
        if (entry.index() != world.next()) throw doubt(RecordDoubt.Kind.INDEX, "" + entry.index());
        if (entry.cause().at() <= world.at())
            throw doubt(RecordDoubt.Kind.TIME, "" + entry.cause().at());
        chain(entry);
        World after = rules.apply(world, entry);
        Hash decidedBy = after.rules().orElse(Hash.NONE);
        Seals.Sealed sealed = seals.seal(entry, text.submission(), decidedBy);
        if (!sealed.text().write().equals(written.body())) throw doubt(RecordDoubt.Kind.BYTES, "");
        if (!sealed.leafHash().equals(written.leaf())) throw doubt(RecordDoubt.Kind.LEAF, "");
        boolean again = decidedBy.equals(rules.hash());
        if (again && !rules.decide(world, entry.cause()).equals(entry)) throw doubt(RecordDoubt.Kind.DECISION, "");
        count(again);
        hashed(entry);
        world = after;
        seals = sealed.after();
        keep();
    }

    private void chain(Entry entry) throws RecordDoubt {
        if (!(entry.cause().cause() instanceof Cause.Said said)) return;
        Admission admission = rules.admit(world, said.note());
        if (!(admission instanceof Admission.Next) && !(admission instanceof Admission.Second))
            throw doubt(RecordDoubt.Kind.CHAIN, admission.toString());
    }

    private void hashed(Entry entry) throws RecordDoubt {
        if (!(entry.cause().cause() instanceof Cause.WorldHashed hashed)) return;
        Optional<World> then = Optional.ofNullable(worlds.get(hashed.next()));
        boolean known = then.isPresent();
        if (known && !WorldHash.of(then.get()).equals(hashed.hash()))
            throw doubt(RecordDoubt.Kind.WORLD, "" + hashed.next());
        sum = new Sum(
                sum.entries,
                sum.decided,
                sum.otherRules,
                sum.worlds + (known ? 1 : 0),
                sum.worldsLeftOut + (known ? 0 : 1),
                sum.tail);
    }

    private void keep() {
        if (world.next() % every == 0) worlds.put(world.next(), world);
        if (worlds.size() > WORLDS_MAX) worlds.pollFirstEntry();
    }

    private void count(boolean again) {
        sum = new Sum(
                sum.entries + 1,
                sum.decided + (again ? 1 : 0),
                sum.otherRules + (again ? 0 : 1),
                sum.worlds,
                sum.worldsLeftOut,
                sum.tail);
    }

    private RecordDoubt doubt(RecordDoubt.Kind kind, String what) {
        return new RecordDoubt(world.next(), kind, what);
    }
}
