package org.tansiq.wire;

import static org.tansiq.wire.Basics.HASH;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.Delivery;
import org.tansiq.core.Entry;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.Opening;
import org.tansiq.core.party.PartyId;

/**
 * What a delivery says: which note it answers or tells of, how far that note is open to this party, and what
 * is so.
 */
public final class Deliveries {
    /** Events of one entry. */
    public static final int EVENTS_MAX = 4096;

    private static final Codec<List<Event>> EVENTS = Codec.list(HallForms.EVENT, EVENTS_MAX);
    private static final Codec<Opening> OPENING = Codec.word(Opening.values());
    private static final Codec<Said> BODY = Codec.fields(
            (said, to) -> to.maybe("note", HASH, said.note)
                    .put("opening", OPENING, said.opening)
                    .put("events", EVENTS, said.events),
            from -> new Said(from.maybe("note", HASH), from.get("opening", OPENING), from.get("events", EVENTS)));

    private record Said(Optional<Hash> note, Opening opening, List<Event> events) {}

    private Deliveries() {}

    public static Bytes body(Cause cause, Delivery delivery) {
        Optional<Hash> note = delivery.opening() == Opening.CLOSED || !(cause instanceof Cause.Said said)
                ? Optional.empty()
                : Optional.of(said.note().hash());
        return BODY.write(new Said(note, delivery.opening(), delivery.shown())).bytes();
    }

    public static Delivery read(PartyId to, long number, Bytes body) {
        Said said = BODY.read(Json.parse(body));
        return new Delivery(to, number, said.opening, said.events);
    }

    /** All that an entry says is so, for the slot that only auditors open. */
    public static Bytes outcome(Entry entry) {
        return EVENTS.write(entry.events()).bytes();
    }

    static List<Event> events(Bytes outcome) {
        return EVENTS.read(Json.parse(outcome));
    }
}
