package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.core.party.PartyId;

/** One side of a conflict: what it was last told, and the version that it has said it saw; 0 for none. */
public record Side(PartyId party, Optional<ConflictView> view, int seen) {
    static Side of(PartyId party) {
        return new Side(party, Optional.empty(), 0);
    }

    /** How many overlaps it was told last. */
    int told() {
        return view.map(v -> v.overlaps().size()).orElse(0);
    }

    public int version() {
        return view.map(ConflictView::version).orElse(0);
    }

    /** Whether it has seen what it was last told. */
    public boolean current() {
        return view.isPresent() && seen == version();
    }
}
