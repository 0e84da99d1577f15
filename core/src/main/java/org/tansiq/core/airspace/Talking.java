package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.core.By;
import org.tansiq.core.Hash;
import org.tansiq.core.Refusal;
import org.tansiq.core.Status;

/** What keeps somebody from speaking in the thread of a conflict. */
record Talking(Airspace airspace, By by) {
    /** What is no conflict of one's own, or one that one has no view of, has one answer. */
    Optional<Refusal> known(Hash id) {
        Optional<Conflict> conflict = airspace.conflict(id)
                .filter(c -> c.concerns(by.party()))
                .filter(c -> c.side(by.party()).view().isPresent());
        if (conflict.isEmpty()) return Optional.of(new AirspaceRefusal.NoSuchConflict(id));
        Status status = airspace.declaration(own(conflict.get())).orElseThrow().status();
        return status == by.note().status() ? Optional.empty() : Optional.of(new AirspaceRefusal.OtherStatus(status));
    }

    /** Of who speaks of a conflict in a version that it has, while it is told that something meets. */
    Optional<Refusal> bars(Hash id, int version) {
        Optional<Refusal> why = known(id);
        if (why.isPresent()) return why;
        Side side = conflict(id).side(by.party());
        if (version != side.version()) return Optional.of(new AirspaceRefusal.VersionMoved(version, side.version()));
        return side.view().orElseThrow().open(by.at())
                ? Optional.empty()
                : Optional.of(new AirspaceRefusal.ConflictCleared(id));
    }

    /** Unless an offer of that name stands, what became of it. */
    Optional<Refusal> stands(Hash id, Hash offer) {
        Optional<ConflictThread> thread = airspace.threads().of(id);
        Optional<Offer> standing = thread.flatMap(ConflictThread::standing).filter(o -> o.id().equals(offer));
        if (standing.isPresent())
            return standing.get().until() > by.at()
                    ? Optional.empty()
                    : Optional.of(new AirspaceRefusal.OfferIs(offer, Step.Kind.LAPSED));
        return Optional.of(thread.flatMap(known -> known.outcome(offer))
                .<Refusal>map(kind -> new AirspaceRefusal.OfferIs(offer, kind))
                .orElseGet(() -> new AirspaceRefusal.NoSuchOffer(offer)));
    }

    Conflict conflict(Hash id) {
        return airspace.conflict(id).orElseThrow();
    }

    /** The declaration of whoever speaks. */
    Hash own(Conflict conflict) {
        return conflict.a().party().equals(by.party())
                ? conflict.finding().a()
                : conflict.finding().b();
    }
}
