package org.tansiq.core.airspace;

import org.tansiq.core.Status;
import org.tansiq.core.party.PartyId;

/** Whose budget it is: a party has one for each status, for an exercise must not use up what is meant. */
public record Holder(PartyId party, Status status) implements Comparable<Holder> {
    @Override
    public int compareTo(Holder other) {
        int byParty = party.compareTo(other.party);
        return byParty != 0 ? byParty : status.compareTo(other.status);
    }
}
