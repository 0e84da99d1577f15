package org.tansiq.app.record;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.party.DeskId;

/**
 * Whether something is for one desk: what that desk declared, and what meets it. What is of no desk, and all
 * where the key has none, is for everybody.
 */
final class Concerns {
    private final Optional<DeskId> desk;
    private final TreeMap<Hash, DeskId> declared = new TreeMap<>();
    private final TreeMap<Hash, Hash> conflicts = new TreeMap<>();

    Concerns(Sight sight) {
        this.desk = sight.key().desk();
        Disclosure.declarations(sight.world(), sight.party()).forEach(this::learn);
        sight.conflicts().forEach(view -> conflicts.put(view.conflict(), view.declaration()));
    }

    /** Takes in what events say of who declared what. */
    void learn(List<Event> events) {
        for (Event event : events)
            switch (event) {
                case AirspaceEvent.Declared e -> learn(e.declaration());
                case AirspaceEvent.Amended e -> learn(e.declaration());
                case AirspaceEvent.Told e ->
                    conflicts.put(e.view().conflict(), e.view().declaration());
                default -> {}
            }
    }

    private void learn(Declaration declaration) {
        declared.put(declaration.id(), declaration.plan().desk());
    }

    boolean desk(Event event) {
        return switch (event) {
            case AirspaceEvent.Declared e -> own(e.declaration().id());
            case AirspaceEvent.Amended e -> own(e.declaration().id());
            case AirspaceEvent.Activated e -> own(e.declaration());
            case AirspaceEvent.Ended e -> own(e.declaration());
            case AirspaceEvent.Withdrawn e -> own(e.declaration());
            case AirspaceEvent.Widened e -> own(e.declaration());
            case AirspaceEvent.Lifted e -> own(e.declaration());
            case AirspaceEvent.Told e -> own(e.view().declaration());
            case AirspaceEvent.Seen e -> conflict(e.conflict());
            case AirspaceEvent.Offered e -> conflict(e.offer().conflict());
            case AirspaceEvent.Settled e -> conflict(e.conflict());
            case AirspaceEvent.Answered e -> conflict(e.conflict());
            case AirspaceEvent.ThreadTold e -> own(e.view().declaration());
            default -> true;
        };
    }

    boolean desk(ClockChange change) {
        return change.conflict() ? conflict(change.id()) : own(change.id());
    }

    private boolean conflict(Hash id) {
        return Optional.ofNullable(conflicts.get(id)).map(this::own).orElse(true);
    }

    private boolean own(Hash declaration) {
        Optional<DeskId> by = Optional.ofNullable(declared.get(declaration));
        return desk.isEmpty() || by.isEmpty() || desk.equals(by);
    }
}
