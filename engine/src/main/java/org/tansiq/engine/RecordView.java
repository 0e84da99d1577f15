package org.tansiq.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Opening;
import org.tansiq.core.World;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.InboxProof;
import org.tansiq.ledger.Leaf;
import org.tansiq.ledger.Slots;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.OpenedNote;

/** A record to look at, as far as it was durable when it was opened; another process may be adding to it. */
public final class RecordView implements AutoCloseable {
    private final Journal journal;
    private final World world;

    private RecordView(Journal journal, World world) {
        this.journal = journal;
        this.world = world;
    }

    /** Throws {@link JournalDoubt} or {@link RecordDoubt} where what is there cannot be what was written. */
    public static RecordView open(Disk disk, Ruling rules, Alarms alarms, Pace done)
            throws IOException, JournalDoubt, RecordDoubt {
        Snapshots snapshots = new Snapshots(disk, name -> alarms.raise(Alarms.Kind.SNAPSHOT_CORRUPT, name));
        Replay replay = Replay.newest(snapshots, rules);
        Journal journal = FileJournal.reading(disk, replay.world().next());
        replay.run(journal, done);
        return new RecordView(journal, replay.world());
    }

    public World world() {
        return world;
    }

    /** The entry at an index. */
    public EntryText entry(long index) {
        if (index < 0 || index >= world.next()) throw new IllegalArgumentException("no entry " + index);
        return EntryText.parse(journal.read(index).body());
    }

    /** What an entry told a party, if it told it anything. */
    public static Optional<DeliveryText> delivery(EntryText entry, PartyId party) {
        return entry.deliveries().stream()
                .filter(delivery -> delivery.to().equals(party.text()))
                .findFirst();
    }

    /**
     * All that a party needs to check, by itself, that an entry told it this; with the note, where that is
     * open to it.
     */
    public static Optional<InboxProof> proof(EntryText entry, PartyId party) {
        return delivery(entry, party).map(delivery -> proof(entry, delivery));
    }

    /**
     * The note of an entry, with the sections that a level opens: its author's signature over the digests of
     * both, and what these are the digests of. Nothing where the entry has no note.
     */
    public static Optional<OpenedNote> opened(EntryText entry, Level level) {
        return entry.submission()
                .filter(_ -> level != Level.OVERLAP)
                .map(said -> new OpenedNote(
                        entry.entry().index(),
                        said.note().raw(),
                        said.envelope(),
                        level == Level.FULL ? Optional.of(said.details()) : Optional.empty()));
    }

    private static InboxProof proof(EntryText entry, DeliveryText delivery) {
        Bytes cause = entry.cause();
        Hash chance = entry.entry().cause().chance();
        List<Bytes> contents = Seals.contents(entry);
        Slots slots = Slots.of(chance, contents);
        int place = entry.deliveries().indexOf(delivery);
        Leaf leaf = new Leaf(
                entry.entry().index(),
                entry.entry().cause().at(),
                entry.rules(),
                Leaf.causeOf(Slots.causeSalt(chance), cause),
                slots.root());
        boolean open = entry.entry().deliveries().get(place).opening() != Opening.CLOSED;
        return new InboxProof(
                delivery,
                slots.path(place + 1),
                leaf,
                open ? Optional.of(new InboxProof.Cause(Slots.causeSalt(chance), cause)) : Optional.empty());
    }

    @Override
    public void close() {
        journal.close();
    }
}
