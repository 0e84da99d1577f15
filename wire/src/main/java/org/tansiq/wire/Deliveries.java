package org.tansiq.wire;

import static org.tansiq.wire.Basics.HASH;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public static final int EVENTS_MAX = 8192;

    private static final Codec<List<Event>> EVENTS = Codec.list(HallForms.EVENT, EVENTS_MAX);
    private static final Codec<Json> AS_IT_IS = Codec.of(json -> json, json -> json);
    private static final Codec<Opening> OPENING = Codec.word(Opening.values());
    private final Entry entry;
    private final List<Json> written;

    private Deliveries(Entry entry) {
        this.entry = entry;
        this.written = entry.events().stream()
                .map(event ->
                        (Json) new Json.Written(HallForms.EVENT.write(event).text()))
                .toList();
    }

    /** What an entry says, each event of it put in words once. */
    public static Deliveries of(Entry entry) {
        return new Deliveries(entry);
    }

    /** What one party is told. */
    public Bytes body(Delivery delivery) {
        FieldsOut to = new FieldsOut();
        to.maybe("note", HASH, note(delivery)).put("opening", OPENING, delivery.opening());
        return to.put("events", AS_IT_IS, new Json.Items(told(delivery.shown())))
                .json()
                .bytes();
    }

    // What is told are events of the entry in their order.
    private List<Json> told(List<Event> shown) {
        List<Json> told = new ArrayList<>(shown.size());
        int next = 0;
        for (Event event : shown) {
            int place = place(event, next);
            told.add(place < 0 ? HallForms.EVENT.write(event) : written.get(place));
            next = Math.max(next, place + 1);
        }
        return told;
    }

    private Optional<Hash> note(Delivery delivery) {
        return delivery.opening() == Opening.CLOSED || !(entry.cause().cause() instanceof Cause.Said said)
                ? Optional.empty()
                : Optional.of(said.note().hash());
    }

    @SuppressWarnings("ReferenceEquality") // Another one that is equal is written alike.
    private int place(Event event, int from) {
        for (int i = from; i < written.size(); i++) if (entry.events().get(i) == event) return i;
        return -1;
    }

    public static Delivery read(PartyId to, long number, Bytes body) {
        return read(to, number, body, new LinkedHashMap<>());
    }

    /** Most of what is told stands in the outcome too, and is not read again. */
    static Delivery read(PartyId to, long number, Bytes body, Map<Json, Event> known) {
        FieldsIn from = new FieldsIn(Json.parse(body));
        from.maybe("note", HASH);
        Delivery delivery = new Delivery(to, number, from.get("opening", OPENING), from.get("events", events(known)));
        from.done();
        return delivery;
    }

    private static Codec<List<Event>> events(Map<Json, Event> known) {
        Codec<Event> event = Codec.of(HallForms.EVENT::write, json -> {
            Event found = known.get(json);
            return found != null ? found : HallForms.EVENT.read(json);
        });
        return Codec.list(event, EVENTS_MAX);
    }

    /** All that an entry says is so, for the slot that only auditors open. */
    public Bytes outcome() {
        return new Json.Items(written).bytes();
    }

    static List<Event> events(Json outcome) {
        return EVENTS.read(outcome);
    }

    /** The events of an outcome, each by what it is written as. */
    static Map<Json, Event> known(Json outcome, List<Event> events) {
        Map<Json, Event> known = new LinkedHashMap<>();
        if (outcome instanceof Json.Items written)
            for (int i = 0; i < events.size(); i++) known.put(written.items().get(i), events.get(i));
        return known;
    }
}
