package org.tansiq.core.party;

import org.tansiq.core.Table;

/** A party that somebody proposed, and who has agreed; {@code true} stands beside each. */
public record Proposal(PartyDraft party, Table<PartyId, Boolean> agreed) {
    Proposal with(PartyId by) {
        return new Proposal(party, agreed.put(by, true));
    }
}
