package org.tansiq.edge.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tansiq.core.Table;
import org.tansiq.core.World;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.party.PartyId;
import org.tansiq.engine.Engine;
import org.tansiq.engine.RecordView;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.Json;
import org.tansiq.wire.OpenedNote;

/** What one party was told: entry by entry, or in pages. */
final class Inboxes {
    /** Bytes behind which a page with notes ends; the delivery that they are reached with is still on it. */
    static final int NOTES_BYTES_MAX = 4 << 20;

    private final Engine engine;
    private final World world;
    private final Request request;
    private final PartyId party;

    Inboxes(Engine engine, World world, Request request, PartyId party) {
        this.engine = engine;
        this.world = world;
        this.request = request;
        this.party = party;
    }

    /** What the party was told of one entry; where it was told nothing, it is as if it were not there. */
    Json entry(String index) {
        long wanted = Request.number("entry", index, 0, Long.MAX_VALUE);
        if (wanted >= world.next()) throw new Fault(404, "not-found");
        EntryText entry = engine.entry(wanted);
        if (RecordView.delivery(entry, party).isEmpty()) throw new Fault(404, "not-found");
        return delivery(entry).json();
    }

    /** The deliveries from a number on, each with the notes that it opened where these are asked for. */
    Json page() {
        long from = request.number("from", 1, 1, Long.MAX_VALUE);
        int limit = (int) request.number("limit", Reads.PAGE_MAX, 1, Reads.PAGE_MAX);
        boolean notes = request.asks("notes");
        List<Json> items = new ArrayList<>();
        long bytes = 0;
        Table<Long, Long> entries = world.inbox(party).entries();
        for (Table.Row<Long, Long> row : entries.from(from)) {
            if (items.size() == limit || bytes >= NOTES_BYTES_MAX) break;
            EntryText entry = engine.entry(row.value());
            Json item = notes ? withNotes(entry) : delivery(entry).json();
            if (notes) bytes += item.bytes().size();
            items.add(item);
        }
        Fields page = new Fields().put("deliveries", new Json.Items(items));
        return (from + items.size() <= entries.size() ? page.put("next", from + items.size()) : page).json();
    }

    private Fields delivery(EntryText entry) {
        DeliveryText delivery = RecordView.delivery(entry, party).orElseThrow();
        Fields fields = new Fields()
                .put("inbox", delivery.number())
                .put("delivery", delivery.write().text());
        if (request.asks("proof"))
            fields.put("proof", RecordView.proof(entry, party).orElseThrow().write());
        return fields;
    }

    private Json withNotes(EntryText entry) {
        List<Json> notes = opened(entry)
                .flatMap(other -> RecordView.opened(engine.entry(other.source().entry()), other.level()).stream())
                .map(OpenedNote.FORM::write)
                .toList();
        return new Json.Written(
                delivery(entry).put("notes", new Json.Items(notes)).json().text());
    }

    // Of one declaration several conflicts of the party may tell; its note is there once.
    private Stream<Revealed> opened(EntryText entry) {
        return entry.entry().deliveries().stream()
                .filter(delivery -> delivery.to().equals(party))
                .flatMap(delivery -> delivery.shown().stream())
                .filter(AirspaceEvent.Told.class::isInstance)
                .flatMap(event -> ((AirspaceEvent.Told) event).view().other().stream())
                .distinct();
    }
}
