package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;

/**
 * The thread of a conflict as one side is told it: whose turn it is, what stands offered, what came before,
 * and what this side alone was answered about ways out. {@code declaration} is the viewer's own.
 */
public record ThreadView(
        Hash conflict, Hash declaration, Turn turn, Optional<Offered> offer, List<Step> steps, Optional<Ways> ways) {
    public ThreadView {
        steps = List.copyOf(steps);
    }

    /** Who is to speak next. */
    public enum Turn {
        /** Nothing stands: either may offer. */
        EITHER,
        OURS,
        THEIRS
    }

    /**
     * An offer as a side is told it: {@code seen} is the conflict's version that this side had when it was
     * made, {@code left} what this side would still be told, nothing if it is over its budget.
     */
    public record Offered(
            Hash offer, PartyId by, int seen, long until, Optional<Change> asks, Optional<Outlook> left) {}

    /** Of a side that has a view of the conflict. */
    static ThreadView of(ConflictThread thread, Conflict conflict, PartyId viewer) {
        boolean first = conflict.a().party().equals(viewer);
        Optional<Offered> offer = thread.standing().map(standing -> offered(standing, viewer));
        Turn turn =
                offer.map(o -> o.by().equals(viewer) ? Turn.THEIRS : Turn.OURS).orElse(Turn.EITHER);
        return new ThreadView(
                thread.conflict(),
                first ? conflict.finding().a() : conflict.finding().b(),
                turn,
                offer,
                thread.steps(),
                first ? thread.a() : thread.b());
    }

    private static Offered offered(Offer offer, PartyId viewer) {
        boolean own = offer.by().equals(viewer);
        return new Offered(
                offer.id(),
                offer.by(),
                own ? offer.seen() : offer.otherSeen(),
                offer.until(),
                offer.asks(),
                own ? offer.ours() : offer.theirs());
    }
}
