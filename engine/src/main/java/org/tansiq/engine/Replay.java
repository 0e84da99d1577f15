package org.tansiq.engine;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.World;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.WorldReading;

/**
 * A world going on by what the journal holds: applies each entry, and sees that its hashes follow. Runs no
 * rules.
 */
final class Replay {
    private final Ruling rules;
    private World world;
    private Seals seals;

    Replay(Ruling rules, World world, Seals seals) {
        this.rules = rules;
        this.world = world;
        this.seals = seals;
    }

    World world() {
        return world;
    }

    Seals seals() {
        return seals;
    }

    /**
     * Takes in everything from the world's own index to the journal's end; {@code done} hears how far it is.
     */
    void run(Journal journal, Pace done) throws RecordDoubt {
        while (world.next() < journal.next()) {
            Frame frame = journal.frame(world.next());
            frame(frame);
            done.at(world.next(), journal.next());
        }
    }

    private void frame(Frame frame) throws RecordDoubt {
        List<Written> entries = frame.entries();
        for (int i = (int) (world.next() - frame.first()); i < entries.size(); i++) entry(entries.get(i));
        if (!seals.tree().root().equals(frame.root())) throw doubt(RecordDoubt.Kind.ROOT, "");
    }

    private void entry(Written written) throws RecordDoubt {
        EntryText text = parse(written.body());
        if (text.entry().index() != world.next())
            throw doubt(RecordDoubt.Kind.INDEX, "" + text.entry().index());
        World after = rules.apply(world, text.entry());
        Seals.Sealed sealed = seals.seal(text);
        boolean follows = text.rules().equals(rules(after)) && seals.precede(text);
        if (!follows || !sealed.leafHash().equals(written.leaf())) throw doubt(RecordDoubt.Kind.LEAF, "");
        world = after;
        seals = sealed.after();
    }

    // The entry that puts rules in force is decided by those rules already.
    private static Hash rules(World after) {
        return after.rules().orElse(Hash.NONE);
    }

    private EntryText parse(Bytes body) throws RecordDoubt {
        try {
            return EntryText.parse(body);
        } catch (Malformed bad) {
            throw doubt(RecordDoubt.Kind.UNREADABLE, String.valueOf(bad.getMessage()));
        }
    }

    private RecordDoubt doubt(RecordDoubt.Kind kind, String what) {
        return new RecordDoubt(world.next(), kind, what);
    }

    /** The world and the seals of the newest snapshot that is whole, or of nothing yet. */
    static Replay newest(Snapshots snapshots, Ruling rules) throws IOException {
        Optional<Snapshot> newest = snapshots.newest();
        try {
            return from(rules, newest);
        } finally {
            if (newest.isPresent()) newest.get().close();
        }
    }

    private static Replay from(Ruling rules, Optional<Snapshot> snapshot) {
        if (snapshot.isEmpty()) return new Replay(rules, World.EMPTY, Seals.NONE);
        WorldReading reading = new WorldReading();
        Seals seals = Seals.NONE;
        Iterator<Bytes> rows = snapshot.get().rows();
        while (rows.hasNext()) {
            Bytes row = rows.next();
            if (row.buffer().get(0) == '{') reading.row(row);
            else seals = seals.with(row);
        }
        return new Replay(rules, reading.world(), seals);
    }
}
