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

    /** The host's finding, exact; nobody is told it so. Without pairs nothing meets any more. */
    record Met(Finding finding) implements AirspaceEvent {}

    /** What one side is told of a conflict from now on. */
    record Told(PartyId to, ConflictView view) implements AirspaceEvent {}

    /**
     * More meets than is listed: a desk to call about it. For the author it names the declaration; others are
     * told that something of theirs is meant.
     */
    record Crowded(PartyId to, Optional<Hash> declaration, Answering desk) implements AirspaceEvent {}

    /** A party has seen a conflict in the version that it has. */
    record Seen(Hash conflict, PartyId by, int version) implements AirspaceEvent {}
}
