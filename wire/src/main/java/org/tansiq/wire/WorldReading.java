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
import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.core.Bytes;
import org.tansiq.core.Chain;
import org.tansiq.core.Hash;
import org.tansiq.core.Inbox;
import org.tansiq.core.Malformed;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.World;
import org.tansiq.core.airspace.Account;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.airspace.Answering;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictThread;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Holder;
import org.tansiq.core.airspace.Probing;
import org.tansiq.core.airspace.Touched;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.Party;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Proposal;
import org.tansiq.core.party.Replacement;
import org.tansiq.core.party.Theatre;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.Standing;
import org.tansiq.core.terms.Terms;

/** A world being read, row by row, from what {@link WorldRows} wrote. */
public final class WorldReading {
    private record Sayings(
            VerifierKey key,
            long minute,
            long said,
            List<Table.Row<Long, Chain.Sequenced>> notes,
            List<Table.Row<Long, Chain.Sequenced>> seconds) {}

    private long next;
    private long at;
    private Optional<Hash> rules = Optional.empty();
    private Optional<Theatre> theatre = Optional.empty();
    private final List<Table.Row<PartyId, Hash>> agreed = new ArrayList<>();
    private final List<Table.Row<PartyId, Party>> parties = new ArrayList<>();
    private final List<Table.Row<Hash, Key>> keys = new ArrayList<>();
    private final List<Table.Row<Hash, Proposal>> proposals = new ArrayList<>();
    private final List<Table.Row<Hash, Replacement>> replacements = new ArrayList<>();
    private final List<Table.Row<Figure, Agreed>> figures = new ArrayList<>();
    private final List<Table.Row<Hash, Standing.Signing>> open = new ArrayList<>();
    private final List<Table.Row<Hash, Standing>> ended = new ArrayList<>();
    private final List<Table.Row<Group, Hash>> deciding = new ArrayList<>();
    private final List<Table.Row<Hash, Declaration>> declared = new ArrayList<>();
    private final List<Table.Row<Hash, Conflict>> conflicts = new ArrayList<>();
    private final List<Table.Row<Hash, ConflictThread>> threads = new ArrayList<>();
    private final List<Table.Row<Hash, List<Answering>>> crowds = new ArrayList<>();
    private final List<Table.Row<Hash, Holder>> withheld = new ArrayList<>();
    private final List<Table.Row<Holder, Account>> accounts = new ArrayList<>();
    private final List<Table.Row<Probing.Touch, Touched>> touched = new ArrayList<>();
    private final TreeMap<Hash, Sayings> chains = new TreeMap<>();
    private final TreeMap<PartyId, List<Table.Row<Long, Long>>> inboxes = new TreeMap<>();

    /** Takes the next row. */
    public void row(Bytes row) {
        row(Json.parse(row));
    }

    void row(Json row) {
        FieldsIn from = new FieldsIn(row);
        String name = from.get("row", TEXT);
        switch (name) {
            case "world" -> {
                next = from.get("next", WHOLE);
                at = from.get("at", TIME);
                rules = from.maybe("rules", HASH);
            }
            case "agreed" -> add(agreed, from.get("party", PARTY), from.get("rules", HASH));
            case "theatre" -> theatre = Optional.of(from.get("theatre", PartyForms.THEATRE));
            case "party", "key", "proposal", "replacement" -> party(name, from);
            case "figure", "open", "ended", "deciding" -> terms(name, from);
            case "declared", "conflict", "crowd", "account", "touched", "thread" -> airspace(name, from);
            case "chain", "notes", "second" -> chain(name, from);
            case "inbox" -> inbox(from);
            default -> throw new Malformed("row", name, "a known row");
        }
        from.done();
    }

    private void party(String name, FieldsIn from) {
        switch (name) {
            case "party" -> {
                Party party = from.get("party", PartyForms.STANDING_PARTY);
                add(parties, party.id(), party);
            }
            case "key" -> {
                Key key = from.get("key", PartyForms.KEY);
                add(keys, key.verifier().point(), key);
            }
            case "proposal" -> add(proposals, from.get("note", HASH), from.get("proposal", PartyForms.PROPOSAL));
            default -> {
                Replacement wanted = from.get("replacement", PartyForms.REPLACEMENT);
                add(replacements, wanted.replacement().point(), wanted);
            }
        }
    }

    private void terms(String name, FieldsIn from) {
        switch (name) {
            case "figure" -> add(figures, from.get("figure", TermsForms.FIGURE), from.get("agreed", TermsForms.AGREED));
            case "open" -> add(open, from.get("note", HASH), from.get("signing", TermsForms.SIGNING));
            case "ended" -> add(ended, from.get("note", HASH), from.get("standing", TermsForms.ENDED));
            default -> add(deciding, from.get("group", TermsForms.GROUP), from.get("note", HASH));
        }
    }

    private void airspace(String name, FieldsIn from) {
        switch (name) {
            case "declared" -> {
                Declaration declaration = from.get("declaration", AirspaceForms.DECLARATION);
                add(declared, declaration.id(), declaration);
                if (declaration.charge().withheld()) add(withheld, declaration.id(), declaration.holder());
            }
            case "conflict" -> {
                Conflict conflict = from.get("conflict", AirspaceOutcomes.CONFLICT);
                add(conflicts, conflict.id(), conflict);
            }
            case "account" ->
                add(
                        accounts,
                        from.get("holder", AirspaceOutcomes.HOLDER),
                        from.get("account", AirspaceOutcomes.ACCOUNT));
            case "touched" ->
                add(touched, from.get("touch", AirspaceOutcomes.TOUCH), from.get("touched", AirspaceOutcomes.TOUCHED));
            case "thread" -> {
                ConflictThread thread = from.get("thread", ThreadForms.THREAD);
                add(threads, thread.conflict(), thread);
            }
            default -> add(crowds, from.get("declaration", HASH), from.get("call", AirspaceOutcomes.ANSWERINGS));
        }
    }

    private void chain(String name, FieldsIn from) {
        if (name.equals("chain")) {
            VerifierKey key = from.get("key", VKEY);
            chains.put(
                    key.point(),
                    new Sayings(
                            key,
                            from.get("minute", WHOLE),
                            from.get("said", WHOLE),
                            new ArrayList<>(),
                            new ArrayList<>()));
            return;
        }
        Sayings sayings = chains.get(from.get("key", HASH));
        if (sayings == null) throw new Malformed("key", name, "a key whose chain stands above");
        if (name.equals("second"))
            add(
                    sayings.seconds,
                    from.get("seq", WHOLE),
                    new Chain.Sequenced(from.get("note", HASH), from.get("index", WHOLE)));
        else notes(sayings, from.get("from", WHOLE), packed(from, WorldRows.SEQUENCED_BYTES));
    }

    private static void notes(Sayings sayings, long first, ByteBuffer packed) {
        byte[] hash = new byte[Hash.BYTES];
        for (long seq = first; packed.hasRemaining(); seq++) {
            packed.get(hash);
            add(sayings.notes, seq, new Chain.Sequenced(Hash.of(hash), packed.getLong()));
        }
    }

    private void inbox(FieldsIn from) {
        List<Table.Row<Long, Long>> entries = inboxes.computeIfAbsent(from.get("party", PARTY), _ -> new ArrayList<>());
        long number = from.get("from", WHOLE);
        ByteBuffer packed = packed(from, Long.BYTES);
        for (; packed.hasRemaining(); number++) add(entries, number, packed.getLong());
    }

    private static ByteBuffer packed(FieldsIn from, int size) {
        String text = from.get("packed", TEXT);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length % size == 0) return ByteBuffer.wrap(bytes);
        } catch (IllegalArgumentException _) {
            // Told below, as for a wrong length.
        }
        throw new Malformed("packed", text, "base64 of some times " + size + " bytes");
    }

    private static <K, V> void add(List<Table.Row<K, V>> rows, K key, V value) {
        rows.add(new Table.Row<>(key, value));
    }

    /** The world that all rows together are. */
    public World world() {
        return new World(
                next,
                at,
                rules,
                Table.sorted(agreed),
                new Parties(
                        theatre,
                        Table.sorted(parties),
                        Table.sorted(keys),
                        Table.sorted(proposals),
                        Table.sorted(replacements)),
                new Terms(Table.sorted(figures), Table.sorted(open), Table.sorted(ended), Table.sorted(deciding)),
                theatre.map(Airspace::over)
                        .orElse(Airspace.NONE)
                        .restored(
                                Table.sorted(declared),
                                Table.sorted(conflicts),
                                Table.sorted(crowds),
                                new Probing(Table.sorted(accounts), Table.sorted(withheld), Table.sorted(touched)),
                                Table.sorted(threads),
                                at),
                chains(),
                inboxes());
    }

    private Table<Hash, Chain> chains() {
        List<Table.Row<Hash, Chain>> rows = new ArrayList<>();
        chains.forEach((point, said) -> add(
                rows,
                point,
                new Chain(said.key, Table.sorted(said.notes), Table.sorted(said.seconds), said.minute, said.said)));
        return Table.sorted(rows);
    }

    private Table<PartyId, Inbox> inboxes() {
        List<Table.Row<PartyId, Inbox>> rows = new ArrayList<>();
        inboxes.forEach((party, entries) -> add(rows, party, new Inbox(Table.sorted(entries))));
        return Table.sorted(rows);
    }
}
