package org.tansiq.app.record;

import java.io.IOException;
import java.util.List;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.client.Session;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyId;

/** What parties were told, delivery by delivery, with the proof of each where it is asked for. */
final class Inboxes {
    /** Deliveries on one page. */
    private static final int PAGE_MAX = 100;

    private final Console console;
    private final Told told;
    private final Parties parties;
    private final Messages messages;
    private final Printed printed;

    /** {@code named}: every delivery says to whom it is. */
    Inboxes(Common common, Console console, Told told, Parties parties, boolean named) {
        this.console = console;
        this.told = told;
        this.parties = parties;
        this.messages = common.messages();
        this.printed = new Printed(common, console, named);
    }

    /** A page from a number on, of an inbox that holds so many. */
    void show(PartyId party, long count, long from, boolean proof) throws IOException {
        List<Session.Delivered> page = told.page(party, from, PAGE_MAX, proof);
        page.forEach(delivered -> printed.delivery(delivered, parties));
        long next = from + page.size();
        if (next <= count && !page.isEmpty())
            console.error(messages.line(messages.say("show.more", "n", count - next + 1, "from", next)));
    }

    /** What the party was told of one entry. */
    void entry(PartyId party, long index, boolean proof) throws IOException {
        Session.Delivered delivered =
                told.entry(party, index, proof).orElseThrow(() -> new Complaint("show.no-entry", "n", index));
        printed.delivery(delivered, parties);
    }
}
