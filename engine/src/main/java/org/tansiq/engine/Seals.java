package org.tansiq.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Delivery;
import org.tansiq.core.Entry;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.Frontier;
import org.tansiq.ledger.Leaf;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.Slots;
import org.tansiq.wire.Deliveries;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.Submission;

/** What hashes go on from: the tree so far, and each inbox's last delivery. */
public record Seals(Frontier tree, Table<PartyId, Hash> inboxes) {
    public static final Seals NONE = new Seals(Frontier.EMPTY, Table.empty());

    /** An entry with all its hashes, and what the next one goes on from. */
    public record Sealed(EntryText text, List<Bytes> deliveries, Slots slots, Leaf leaf, Hash leafHash, Seals after) {
        /** As the journal keeps it; each call writes all its bytes. */
        public Written written() {
            return new Written(leafHash, text.write(deliveries));
        }
    }

    /** Seals an entry that rules with some hash decided. */
    public Sealed seal(Entry entry, Optional<Submission> said, Hash rules) {
        Deliveries words = Deliveries.of(entry);
        return seal(new EntryText(entry, rules, said, words.outcome(), deliveries(entry, words)));
    }

    /** Seals what an entry was written as; whether its deliveries follow is not looked at. */
    Sealed seal(EntryText text) {
        Entry entry = text.entry();
        Hash chance = entry.cause().chance();
        List<Bytes> contents = contents(text);
        Slots slots = Slots.of(chance, contents);
        Hash cause = Leaf.causeOf(Slots.causeSalt(chance), text.cause());
        Leaf leaf = new Leaf(entry.index(), entry.cause().at(), text.rules(), cause, slots.root());
        Hash hash = leaf.hash();
        List<Bytes> deliveries = contents.subList(1, contents.size());
        return new Sealed(text, deliveries, slots, leaf, hash, after(hash, text.deliveries(), deliveries));
    }

    /** Whether each delivery bears its entry's time and goes on from the one before in its inbox. */
    boolean precede(EntryText text) {
        for (DeliveryText delivery : text.deliveries()) {
            if (delivery.at() != text.entry().cause().at()) return false;
            if (!delivery.prev().equals(inboxes.get(new PartyId(delivery.to())).orElse(Hash.NONE))) return false;
        }
        return true;
    }

    /** What lies in the slots of an entry: the outcome first, then each delivery. */
    static List<Bytes> contents(EntryText text) {
        List<Bytes> contents = new ArrayList<>(List.of(text.outcome()));
        for (DeliveryText delivery : text.deliveries()) contents.add(delivery.write());
        return contents;
    }

    private List<DeliveryText> deliveries(Entry entry, Deliveries words) {
        List<DeliveryText> texts = new ArrayList<>();
        for (Delivery delivery : entry.deliveries())
            texts.add(new DeliveryText(
                    delivery.to().text(),
                    delivery.number(),
                    inboxes.get(delivery.to()).orElse(Hash.NONE),
                    entry.cause().at(),
                    words.body(delivery)));
        return texts;
    }

    private Seals after(Hash leaf, List<DeliveryText> deliveries, List<Bytes> written) {
        Table<PartyId, Hash> heads = inboxes;
        for (int i = 0; i < written.size(); i++)
            heads = heads.put(new PartyId(deliveries.get(i).to()), Sha256.of(written.get(i)));
        return new Seals(tree.add(leaf), heads);
    }

    /** As rows of text, for a snapshot: {@code tree SIZE PEAK...}, then {@code inbox PARTY HASH} each. */
    List<Bytes> rows() {
        List<Bytes> rows = new ArrayList<>();
        StringBuilder first = new StringBuilder("tree ").append(tree.size());
        for (Hash peak : tree.peaks()) first.append(' ').append(peak);
        rows.add(Bytes.of(first.toString()));
        for (Table.Row<PartyId, Hash> inbox : inboxes) rows.add(Bytes.of("inbox " + inbox.key() + " " + inbox.value()));
        return rows;
    }

    /** These seals with one more row of those that {@link #rows} gave. */
    Seals with(Bytes row) {
        String[] words = row.text().split(" ", -1);
        if (words[0].equals("tree")) {
            List<Hash> peaks = new ArrayList<>();
            for (String peak : List.of(words).subList(2, words.length)) peaks.add(hash(peak));
            return new Seals(Frontier.of(Long.parseLong(words[1]), peaks), inboxes);
        }
        if (!words[0].equals("inbox")) throw new Malformed("row", words[0], "tree or inbox");
        return new Seals(tree, inboxes.put(new PartyId(words[1]), hash(words[2])));
    }

    private static Hash hash(String text) {
        return Hash.parse(text).orElseThrow(() -> new Malformed("hash", text, "base64 of 32 bytes"));
    }
}
