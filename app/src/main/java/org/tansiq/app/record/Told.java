package org.tansiq.app.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.client.Session;
import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;
import org.tansiq.engine.RecordView;
import org.tansiq.wire.EntryText;

/** Where deliveries are read from. */
interface Told {
    /** At most so many deliveries to a party, from a number on. */
    List<Session.Delivered> page(PartyId party, long from, int limit, boolean proof) throws IOException;

    /** What the party was told of one entry; nothing where it was told nothing. */
    Optional<Session.Delivered> entry(PartyId party, long index, boolean proof) throws IOException;

    /** From a record here. */
    record Here(RecordView record) implements Told {
        @Override
        public List<Session.Delivered> page(PartyId party, long from, int limit, boolean proof) {
            List<Session.Delivered> page = new ArrayList<>();
            for (Table.Row<Long, Long> row :
                    record.world().inbox(party).entries().from(from)) {
                if (page.size() == limit) break;
                delivered(party, row.value(), proof).ifPresent(page::add);
            }
            return page;
        }

        @Override
        public Optional<Session.Delivered> entry(PartyId party, long index, boolean proof) {
            return index < record.world().next() ? delivered(party, index, proof) : Optional.empty();
        }

        private Optional<Session.Delivered> delivered(PartyId party, long index, boolean proof) {
            EntryText entry = record.entry(index);
            return RecordView.delivery(entry, party)
                    .map(delivery -> new Session.Delivered(
                            delivery,
                            proof ? RecordView.proof(entry, party).map(found -> found.write()) : Optional.empty()));
        }
    }

    /** From a server, to the party of the key that asks, whichever is named. */
    record There(Away away) implements Told {
        @Override
        public List<Session.Delivered> page(PartyId party, long from, int limit, boolean proof) throws IOException {
            return away.ask(session -> session.inbox(from, limit, proof));
        }

        @Override
        public Optional<Session.Delivered> entry(PartyId party, long index, boolean proof) throws IOException {
            return away.ask(session -> session.entry(index, proof));
        }
    }
}
