package org.tansiq.app.record;

import java.util.List;
import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.client.Session;
import org.tansiq.core.Event;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.wire.Deliveries;
import org.tansiq.wire.Json;

/** Deliveries in the reader's words, or as JSON, or the proof alone of one that has it. */
final class Printed {
    private final Common common;
    private final Console console;
    private final Messages messages;
    private final boolean named;

    /** {@code named}: every delivery says to whom it is. */
    Printed(Common common, Console console, boolean named) {
        this.common = common;
        this.console = console;
        this.messages = common.messages();
        this.named = named;
    }

    void delivery(Session.Delivered delivered, Parties parties) {
        DeliveryText delivery = delivered.delivery();
        if (delivered.proof().isPresent()) console.line(delivered.proof().get().strip());
        else if (common.json()) console.line(field("delivery", delivery.write().text()));
        else told(delivery, parties);
    }

    static String field(String name, String text) {
        return new Json.Fields(List.of(new Json.Member(name, new Json.Text(text)))).text();
    }

    static List<Event> events(DeliveryText delivery) {
        return Deliveries.read(new PartyId(delivery.to()), delivery.number(), delivery.body())
                .shown();
    }

    private void told(DeliveryText delivery, Parties parties) {
        String to = named ? delivery.to() + " " : "";
        console.line(messages.line(messages.say(
                "show.delivery",
                "n",
                to + delivery.number(),
                "at",
                common.moments().at(delivery.at()))));
        Telling telling = new Telling(common.moments(), parties);
        for (Event event : events(delivery))
            for (Phrase line : telling.lines(event)) console.line("   " + messages.line(line));
    }
}
