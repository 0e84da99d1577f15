package org.tansiq.engine;

import org.tansiq.core.World;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.wire.Answer;
import org.tansiq.wire.EntryText;
import org.tansiq.wire.Submission;

/** The answer that an entry is to the note that caused it: what the author's party was told. */
final class Answers {
    private Answers() {}

    static Answer of(EntryText entry, Submission said, World world) {
        PartyId author =
                world.parties().key(said.note().note().key()).orElseThrow().party();
        for (DeliveryText delivery : entry.deliveries())
            if (delivery.to().equals(author.text()))
                return new Answer.Sequenced(entry.entry().index(), delivery);
        throw new IllegalStateException("entry " + entry.entry().index() + " tells " + author + " nothing");
    }

    /** The same answer that the same note got before. */
    static Answer again(Decided.Again again, Journal journal, World world) {
        return of(EntryText.parse(journal.read(again.index()).body()), again.said(), world);
    }
}
