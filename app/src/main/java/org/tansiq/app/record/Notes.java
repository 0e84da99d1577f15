package org.tansiq.app.record;

import java.io.IOException;
import java.util.Optional;
import org.tansiq.app.check.Complaint;
import org.tansiq.client.Opened;
import org.tansiq.core.Malformed;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.engine.RecordView;

/** Where the notes of others are read that conflicts open to their viewer. */
interface Notes {
    /**
     * The other side's note, as far as it is open, its signature and what it signs being checked; nothing
     * where none is open.
     */
    Optional<Opened> of(ConflictView view) throws IOException;

    /** From a record here. */
    record Here(RecordView record) implements Notes {
        @Override
        public Optional<Opened> of(ConflictView view) {
            return view.other().flatMap(this::opened);
        }

        private Optional<Opened> opened(Revealed other) {
            long entry = other.source().entry();
            try {
                return RecordView.opened(record.entry(entry), other.level())
                        .map(note -> Opened.of(note).named(other));
            } catch (Malformed bad) {
                throw new Complaint("opened.unfit", "n", entry, "field", bad.field(), "limit", bad.limit());
            }
        }
    }

    /** From a server, as it is open when it is asked. */
    record There(Away away) implements Notes {
        @Override
        public Optional<Opened> of(ConflictView view) throws IOException {
            return view.other().isEmpty() ? Optional.empty() : away.ask(session -> session.note(view.conflict()));
        }
    }
}
