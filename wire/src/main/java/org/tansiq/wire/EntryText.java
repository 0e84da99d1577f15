package org.tansiq.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.Delivery;
import org.tansiq.core.Entry;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Stamped;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Scheme;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.SignedNote;
import org.tansiq.ledger.TimeText;

/**
 * An entry as the journal keeps it, to be read with {@code less}: a line for each part, and behind it the
 * bytes that it counts. The order is fixed, and so are the bytes.
 *
 * <pre>
 *   tansiq-journal-entry/v1
 *   index 12
 *   at 2026-11-23T21:04:05.123456Z
 *   chance BASE64
 *   rules BASE64           (the hash of the rules that decided it)
 *   cause note | tick | world NEXT HASH
 *   note 412               (for a note: the signed note, then its sections, each with its salt)
 *   envelope 120 SALT
 *   details 0 SALT
 *   outcome 80
 *   delivery 310           (as often as there are deliveries)
 * </pre>
 */
public record EntryText(
        Entry entry, Hash rules, Optional<Submission> submission, Bytes outcome, List<DeliveryText> deliveries) {
    private static final String TITLE = "tansiq-journal-entry/v1";
    private static final Bytes END = Bytes.of("\n");

    public EntryText {
        deliveries = List.copyOf(deliveries);
    }

    /** What the tree commits to as the cause: the signed note, or a line that says what else it was. */
    public Bytes cause() {
        return submission
                .map(said -> said.note().raw())
                .orElseGet(() -> Bytes.of(cause(entry.cause().cause()) + "\n"));
    }

    private static String cause(Cause cause) {
        return switch (cause) {
            case Cause.Said _ -> "note";
            case Cause.Tick _ -> "tick";
            case Cause.WorldHashed hashed -> "world " + hashed.next() + " " + hashed.hash();
        };
    }

    public Bytes write() {
        return write(deliveries.stream().map(DeliveryText::write).toList());
    }

    /** The same, where each delivery has been written already. */
    public Bytes write(List<Bytes> written) {
        List<Bytes> all = new ArrayList<>();
        all.add(Bytes.of(TITLE
                + "\nindex " + entry.index()
                + "\nat " + TimeText.write(entry.cause().at())
                + "\nchance " + entry.cause().chance()
                + "\nrules " + rules
                + "\ncause " + cause(entry.cause().cause())
                + "\n"));
        submission.ifPresent(said -> {
            part(all, "note", said.note().raw(), "");
            part(all, "envelope", said.envelope().body(), " " + said.envelope().salt());
            part(all, "details", said.details().body(), " " + said.details().salt());
        });
        part(all, "outcome", outcome, "");
        for (Bytes delivery : written) part(all, "delivery", delivery, "");
        return Bytes.joined(all);
    }

    private static void part(List<Bytes> to, String name, Bytes content, String more) {
        to.add(Bytes.of(name + " " + content.size() + more + "\n"));
        to.add(content);
        to.add(END);
    }

    /** What {@link #write} wrote; signatures are not checked again. */
    public static EntryText parse(Bytes bytes) {
        return parse(bytes, (_, _, _) -> true);
    }

    /** The same, where the signature of a note has to hold as well. */
    public static EntryText parse(Bytes bytes, Scheme scheme) {
        Parts from = new Parts(bytes);
        from.expect(TITLE);
        long index = from.number("index");
        long at = TimeText.parse("at", from.value("at"));
        Hash chance = hash("chance", from.value("chance"));
        Hash rules = hash("rules", from.value("rules"));
        String cause = from.value("cause");
        Optional<Submission> submission =
                cause.equals("note") ? Optional.of(submission(from, scheme)) : Optional.empty();
        Stamped stamped =
                new Stamped(at, chance, submission.<Cause>map(Submission::cause).orElseGet(() -> machine(cause)));
        Bytes outcome = from.part("outcome").content();
        List<DeliveryText> deliveries = deliveries(from);
        Json said = Json.parse(outcome);
        List<Event> events = Deliveries.events(said);
        Entry entry = new Entry(index, stamped, events, read(deliveries, Deliveries.known(said, events)));
        return new EntryText(entry, rules, submission, outcome, deliveries);
    }

    /** The deliveries alone of what {@link #write} wrote; the rest is stepped over. */
    public static List<DeliveryText> deliveries(Bytes bytes) {
        Parts from = new Parts(bytes);
        from.expect(TITLE);
        for (String name : List.of("index", "at", "chance", "rules")) from.value(name);
        if (from.value("cause").equals("note"))
            for (String name : List.of("note", "envelope", "details")) from.part(name);
        from.part("outcome");
        return deliveries(from);
    }

    private static List<DeliveryText> deliveries(Parts from) {
        List<DeliveryText> deliveries = new ArrayList<>();
        while (from.more())
            deliveries.add(DeliveryText.parse(from.part("delivery").content()));
        return deliveries;
    }

    private static Submission submission(Parts from, Scheme scheme) {
        Bytes raw = from.part("note").content();
        Parts.Part envelope = from.part("envelope");
        Parts.Part details = from.part("details");
        SignedNote note = NoteText.open(raw, scheme);
        return new Submission(
                note,
                new Section(hash("envelope", envelope.more()), envelope.content()),
                new Section(hash("details", details.more()), details.content()));
    }

    private static Cause machine(String cause) {
        String[] words = cause.split(" ", -1);
        if (words.length == 1 && words[0].equals("tick")) return new Cause.Tick();
        if (words.length == 3 && words[0].equals("world"))
            return new Cause.WorldHashed(Parts.number("cause", words[1]), hash("cause", words[2]));
        throw new Malformed("cause", cause, "note, tick or world");
    }

    private static List<Delivery> read(List<DeliveryText> texts, Map<Json, Event> known) {
        List<Delivery> deliveries = new ArrayList<>();
        for (DeliveryText text : texts)
            deliveries.add(Deliveries.read(new PartyId(text.to()), text.number(), text.body(), known));
        return deliveries;
    }

    private static Hash hash(String field, String text) {
        return Hash.parse(text).orElseThrow(() -> new Malformed(field, text, "base64 of 32 bytes"));
    }
}
