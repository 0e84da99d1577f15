package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;

/** What is so of declared activity. */
public sealed interface AirspaceEvent extends Event {
    record Declared(Declaration declaration) implements AirspaceEvent {}

    /** The whole of the new version. */
    record Amended(Declaration declaration) implements AirspaceEvent {}

    record Activated(Hash declaration, List<Integer> windows, long at, Optional<String> because)
            implements AirspaceEvent {
        public Activated {
            windows = List.copyOf(windows);
        }
    }

    record Ended(Hash declaration, List<Integer> windows, long at) implements AirspaceEvent {
        public Ended {
            windows = List.copyOf(windows);
        }
    }

    record Withdrawn(Hash declaration, List<Integer> windows, long at) implements AirspaceEvent {
        public Withdrawn {
            windows = List.copyOf(windows);
        }
    }

    record Widened(Hash declaration, PartyId to, Level level) implements AirspaceEvent {}

    /** The host's finding, exact; nobody is told it so. Without pairs nothing meets any more. */
    record Met(Finding finding) implements AirspaceEvent {}

    /** What one side is told of a conflict from now on. */
    record Told(PartyId to, ConflictView view) implements AirspaceEvent {}

    /**
     * More meets than is listed: a desk to call about it. For the author it names the declaration; others are
     * told that something of theirs is meant.
     */
    record Crowded(PartyId to, Optional<Hash> declaration, Answering desk) implements AirspaceEvent {}

    /**
     * A party has declared more than its budget on a day, counted from 1970-01-01 in UTC: all that others are
     * told of what it spends.
     */
    record Exceeded(Holder holder, long day) implements AirspaceEvent {}

    /** Another day has paid its part. {@code enough}: what is withheld from its author is told it now. */
    record Refilled(Holder holder, long day, long spent, boolean enough) implements AirspaceEvent {}

    /** The author of a declaration is told again where it meets others. */
    record Lifted(Hash declaration) implements AirspaceEvent {}

    /** How much one party has touched of another's; told to neither, for it says what the one declared. */
    record Touching(Probing.Touch touch, Touched touched) implements AirspaceEvent {}

    /** An owner's alarm about another party, which has touched so many of its declarations on this day. */
    record Alarmed(PartyId to, PartyId about, Alarm alarm, int touches) implements AirspaceEvent {}

    /** It takes the place of the offer that stood. */
    record Offered(Offer offer, long at) implements AirspaceEvent {}

    /** An offer stands no more: what became of it, by whose act; by its author's if its time has passed. */
    record Settled(Hash conflict, Step step) implements AirspaceEvent {}

    /** What a side was answered about ways out of a conflict. */
    record Answered(Hash conflict, PartyId to, Ways ways) implements AirspaceEvent {}

    /** What one side is told of a thread from now on. */
    record ThreadTold(PartyId to, ThreadView view) implements AirspaceEvent {}

    /** What a budget holder has spent by a day, by what it has offered or asked. */
    record Spent(Holder holder, long day, long spent) implements AirspaceEvent {}

    /** A party has seen a conflict in the version that it has. */
    record Seen(Hash conflict, PartyId by, int version) implements AirspaceEvent {}
}
