package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.core.party.PartyId;

/**
 * One side of a conflict: what it was last told, the version that it has said it saw, 0 for none, and whether
 * it was ever told that the other side's window is in use.
 */
public record Side(PartyId party, Optional<ConflictView> view, int seen, boolean used) {
    static Side of(PartyId party) {
        return new Side(party, Optional.empty(), 0, /* used= */ false);
    }

    Side told(ConflictView now) {
        boolean inUse = now.overlaps().stream().anyMatch(Overlap::activated);
        boolean current = seen == now.version() && now.standing().seen();
        return new Side(party, Optional.of(now), current ? seen : Math.min(seen, now.version() - 1), used || inUse);
    }

    Side saw(int version) {
        return new Side(party, view, version, used);
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

    /** Whether both sides have seen it, as this one is told. */
    boolean acknowledged() {
        return view.map(ConflictView::standing)
                .filter(standing -> standing.seen() && standing.seenByOther())
                .isPresent();
    }
}
