package org.tansiq.core.airspace;

import java.util.List;
import org.tansiq.core.Hash;
import org.tansiq.core.Refusal;
import org.tansiq.core.Status;
import org.tansiq.core.party.PartyId;

/** Why something about declared activity was refused. What belongs to others is not told from what is not. */
public sealed interface AirspaceRefusal extends Refusal {
    record NoSuchDeclaration(Hash declaration) implements AirspaceRefusal {}

    record NoSuchConflict(Hash conflict) implements AirspaceRefusal {}

    /** Written against an older version. */
    record VersionMoved(int seen, int current) implements AirspaceRefusal {}

    record NoSuchWindow(int window) implements AirspaceRefusal {}

    /** The window's state forbids it. */
    record WindowIs(int window, WindowState state) implements AirspaceRefusal {}

    /** A window, counted from 1 as it was asked for, that is over already or too far ahead. */
    record OutOfTime(int window, long from, long until) implements AirspaceRefusal {}

    /** An act on a declaration, or on a conflict of declarations, of another status. */
    record OtherStatus(Status status) implements AirspaceRefusal {}

    /** The terms want these conflicts seen by both sides first; with a reason it is recorded all the same. */
    record Unacknowledged(List<Hash> conflicts) implements AirspaceRefusal {
        public Unacknowledged {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** Not one of the other parties. */
    record NoSuchOther(PartyId party) implements AirspaceRefusal {}

    /** A level only widens: whoever wants another to know less withdraws, and declares anew. */
    record NotWider(PartyId to, Level level) implements AirspaceRefusal {}

    record AlreadySeen(int version) implements AirspaceRefusal {}

    /** Nothing meets any more, as this side was told it. */
    record ConflictCleared(Hash conflict) implements AirspaceRefusal {}

    /** An offer has to stand for a while, and not beyond the horizon. */
    record Untimely(long until) implements AirspaceRefusal {}

    /** Nothing of that name stands offered in this conflict, or ever did as far as is kept. */
    record NoSuchOffer(Hash offer) implements AirspaceRefusal {}

    /** What became of the offer since. */
    record OfferIs(Hash offer, Step.Kind kind) implements AirspaceRefusal {}

    /** Whoever offers does not accept. */
    record OwnOffer(Hash offer) implements AirspaceRefusal {}

    /** What is offered could not be said any more: a window of it has ended, or was withdrawn. */
    record OfferUnfit(Hash offer) implements AirspaceRefusal {}

    /** In this version of the conflict; what was answered stands in its thread. */
    record AlreadyAsked(int version) implements AirspaceRefusal {}

    record TooManyDeclared(String what, int limit) implements AirspaceRefusal {}
}
