package org.tansiq.wire;

import static org.tansiq.wire.Basics.HASH;
import static org.tansiq.wire.Basics.TEXT;
import static org.tansiq.wire.Basics.TIME;
import static org.tansiq.wire.Basics.VKEY;
import static org.tansiq.wire.Basics.WHOLE;
import static org.tansiq.wire.PartyForms.PARTY;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.tansiq.core.Bytes;
import org.tansiq.core.Chain;
import org.tansiq.core.Hash;
import org.tansiq.core.Inbox;
import org.tansiq.core.Table;
import org.tansiq.core.World;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.party.PartyId;

/**
 * A world as rows of JSON, always the same for equal worlds. Long runs of numbers and hashes are packed: big
 * endian, in base64, at most {@link #PACKED_MAX} to a row.
 */
public final class WorldRows {
    static final int PACKED_MAX = 1000;
    static final int SEQUENCED_BYTES = Hash.BYTES + Long.BYTES;

    private WorldRows() {}

    /** Gives the rows one by one, each without a line end. */
    public static void write(World world, Consumer<Bytes> to) {
        row(
                to,
                "world",
                row -> row.put("next", WHOLE, world.next())
                        .put("at", TIME, world.at())
                        .maybe("rules", HASH, world.rules()));
        world.agreed()
                .forEach(r -> row(
                        to, "agreed", row -> row.put("party", PARTY, r.key()).put("rules", HASH, r.value())));
        parties(world, to);
        terms(world, to);
        airspace(world.airspace(), to);
        world.chains().forEach(r -> chain(r.value(), to));
        world.inboxes().forEach(r -> inbox(r, to));
    }

    private static void parties(World world, Consumer<Bytes> to) {
        world.parties().theatre().ifPresent(t -> row(to, "theatre", row -> row.put("theatre", PartyForms.THEATRE, t)));
        world.parties()
                .all()
                .forEach(r -> row(to, "party", row -> row.put("party", PartyForms.STANDING_PARTY, r.value())));
        world.parties().keys().forEach(r -> row(to, "key", row -> row.put("key", PartyForms.KEY, r.value())));
        world.parties()
                .proposals()
                .forEach(r -> row(
                        to,
                        "proposal",
                        row -> row.put("note", HASH, r.key()).put("proposal", PartyForms.PROPOSAL, r.value())));
        world.parties()
                .replacements()
                .forEach(r -> row(to, "replacement", row -> row.put("replacement", PartyForms.REPLACEMENT, r.value())));
    }

    private static void terms(World world, Consumer<Bytes> to) {
        world.terms()
                .theatre()
                .forEach(r -> row(
                        to,
                        "figure",
                        row -> row.put("figure", TEXT, TermsForms.spelled(r.key()))
                                .put("agreed", TermsForms.AGREED, r.value())));
        world.terms()
                .open()
                .forEach(r -> row(
                        to,
                        "open",
                        row -> row.put("note", HASH, r.key()).put("signing", TermsForms.SIGNING, r.value())));
        world.terms()
                .ended()
                .forEach(r -> row(
                        to,
                        "ended",
                        row -> row.put("note", HASH, r.key()).put("standing", TermsForms.ENDED, r.value())));
        world.terms()
                .deciding()
                .forEach(r -> row(
                        to,
                        "deciding",
                        row -> row.put("group", TermsForms.GROUP, r.key()).put("note", HASH, r.value())));
    }

    private static void airspace(Airspace airspace, Consumer<Bytes> to) {
        airspace.declared()
                .forEach(r -> row(to, "declared", row -> row.put("declaration", AirspaceForms.DECLARATION, r.value())));
        airspace.conflicts()
                .forEach(r -> row(to, "conflict", row -> row.put("conflict", AirspaceOutcomes.CONFLICT, r.value())));
        airspace.crowds()
                .forEach(r -> row(
                        to,
                        "crowd",
                        row -> row.put("declaration", HASH, r.key())
                                .put("call", AirspaceOutcomes.ANSWERINGS, r.value())));
        airspace.probing()
                .accounts()
                .forEach(r -> row(
                        to,
                        "account",
                        row -> row.put("holder", AirspaceOutcomes.HOLDER, r.key())
                                .put("account", AirspaceOutcomes.ACCOUNT, r.value())));
        airspace.probing()
                .touched()
                .forEach(r -> row(
                        to,
                        "touched",
                        row -> row.put("touch", AirspaceOutcomes.TOUCH, r.key())
                                .put("touched", AirspaceOutcomes.TOUCHED, r.value())));
        airspace.threads()
                .all()
                .forEach(r -> row(to, "thread", row -> row.put("thread", ThreadForms.THREAD, r.value())));
    }

    private static void chain(Chain chain, Consumer<Bytes> to) {
        row(
                to,
                "chain",
                row -> row.put("key", VKEY, chain.key())
                        .put("minute", WHOLE, chain.minute())
                        .put("said", WHOLE, chain.said()));
        sequenced(chain, chain.notes(), "notes", to);
        for (Table.Row<Long, Chain.Sequenced> second : chain.seconds())
            row(
                    to,
                    "second",
                    row -> row.put("key", HASH, chain.key().point())
                            .put("seq", WHOLE, second.key())
                            .put("note", HASH, second.value().note())
                            .put("index", WHOLE, second.value().index()));
    }

    private static void sequenced(Chain chain, Table<Long, Chain.Sequenced> notes, String name, Consumer<Bytes> to) {
        List<Chain.Sequenced> run = new ArrayList<>();
        long from = 0;
        for (Table.Row<Long, Chain.Sequenced> note : notes) {
            run.add(note.value());
            if (run.size() < PACKED_MAX && note.key() < notes.size() - 1) continue;
            long first = from;
            row(
                    to,
                    name,
                    row -> row.put("key", HASH, chain.key().point())
                            .put("from", WHOLE, first)
                            .put("packed", TEXT, packed(run)));
            from += run.size();
            run.clear();
        }
    }

    private static void inbox(Table.Row<PartyId, Inbox> inbox, Consumer<Bytes> to) {
        Table<Long, Long> entries = inbox.value().entries();
        List<Long> run = new ArrayList<>();
        long from = 1;
        for (Table.Row<Long, Long> delivery : entries) {
            run.add(delivery.value());
            if (run.size() < PACKED_MAX && delivery.key() < entries.size()) continue;
            long first = from;
            row(
                    to,
                    "inbox",
                    row -> row.put("party", PARTY, inbox.key())
                            .put("from", WHOLE, first)
                            .put("packed", TEXT, packedNumbers(run)));
            from += run.size();
            run.clear();
        }
    }

    private static String packed(List<Chain.Sequenced> run) {
        ByteBuffer to = ByteBuffer.allocate(run.size() * SEQUENCED_BYTES);
        run.forEach(note -> to.put(note.note().bytes()).putLong(note.index()));
        return Base64.getEncoder().encodeToString(to.array());
    }

    private static String packedNumbers(List<Long> run) {
        ByteBuffer to = ByteBuffer.allocate(run.size() * Long.BYTES);
        run.forEach(to::putLong);
        return Base64.getEncoder().encodeToString(to.array());
    }

    private static void row(Consumer<Bytes> to, String name, Consumer<FieldsOut> fields) {
        to.accept(new Tagged(name, fields).json("row").bytes());
    }
}
