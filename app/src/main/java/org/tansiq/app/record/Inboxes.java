package org.tansiq.app.record;

import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Event;
import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;
import org.tansiq.engine.RecordView;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.wire.Deliveries;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.Json;

/** What a party was told, delivery by delivery, with the proof of each where it is asked for. */
final class Inboxes {
    /** Deliveries, or entries for the host, on one page. */
    private static final int PAGE_MAX = 100;

    private final Common common;
    private final Console console;
    private final RecordView record;
    private final Optional<PartyId> viewer;
    private final Messages messages;
    private final Telling telling;

    Inboxes(Common common, Console console, RecordView record, Optional<PartyId> viewer) {
        this.common = common;
        this.console = console;
        this.record = record;
        this.viewer = viewer;
        this.messages = common.messages();
        this.telling = new Telling(common.moments(), record.world().parties());
    }

    /** A page from a number on: of the party's inbox, or of every inbox for the host. */
    void show(long from, boolean proof) {
        for (PartyId party : record.world().parties().all().keys())
            if (viewer.isEmpty() || viewer.get().equals(party)) inbox(party, from, proof);
    }

    private void inbox(PartyId party, long from, boolean proof) {
        int shown = 0;
        Table<Long, Long> entries = record.world().inbox(party).entries();
        for (Table.Row<Long, Long> delivery : entries.from(from)) {
            if (shown++ == PAGE_MAX) {
                long left = entries.size() - delivery.key() + 1;
                console.error(messages.line(messages.say("show.more", "n", left, "from", delivery.key())));
                return;
            }
            delivery(record.entry(delivery.value()), party, proof);
        }
    }

    private void delivery(EntryText entry, PartyId party, boolean proof) {
        DeliveryText delivery = RecordView.delivery(entry, party).orElseThrow();
        if (proof)
            console.line(RecordView.proof(entry, party).orElseThrow().write().strip());
        else if (common.json()) console.line(field("delivery", delivery.write().text()));
        else told(delivery);
    }

    private static String field(String name, String text) {
        return new Json.Fields(List.of(new Json.Member(name, new Json.Text(text)))).text();
    }

    private void told(DeliveryText delivery) {
        String to = viewer.isEmpty() ? delivery.to() + " " : "";
        console.line(messages.line(messages.say(
                "show.delivery",
                "n",
                to + delivery.number(),
                "at",
                common.moments().at(delivery.at()))));
        for (Event event : Deliveries.read(new PartyId(delivery.to()), delivery.number(), delivery.body())
                .shown()) for (Phrase line : telling.lines(event)) console.line("   " + messages.line(line));
    }

    /** One entry: what the party was told of it, or for the host all of it, as the journal keeps it. */
    void entry(long index, boolean proof) {
        if (index >= record.world().next()) throw new Complaint("show.no-entry", "n", index);
        EntryText entry = record.entry(index);
        if (viewer.isEmpty()) {
            String whole = entry.write().text();
            console.line(common.json() ? field("entry", whole) : whole);
            return;
        }
        if (RecordView.delivery(entry, viewer.get()).isEmpty()) throw new Complaint("show.no-entry", "n", index);
        delivery(entry, viewer.get(), proof);
    }
}
