package org.tansiq.core.party;

import org.tansiq.core.Names;
import org.tansiq.core.Table;

/** Somebody who takes part, or is asked to: until it has accepted, it may do nothing else. */
public record Party(PartyId id, Names names, Kind kind, boolean accepted, Table<DeskId, Desk> desks) {
    static Party invited(PartyDraft draft) {
        return new Party(draft.id(), draft.names(), draft.kind(), false, Table.empty());
    }

    Party accept() {
        return new Party(id, names, kind, true, desks);
    }

    Party with(Desk desk) {
        return new Party(id, names, kind, accepted, desks.put(desk.id(), desk));
    }
}
