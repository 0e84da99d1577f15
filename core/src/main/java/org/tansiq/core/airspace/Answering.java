package org.tansiq.core.airspace;

import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.PartyId;

/** The desk that answers for a declaration. */
public record Answering(PartyId party, DeskId desk) implements Comparable<Answering> {
    @Override
    public int compareTo(Answering other) {
        int byParty = party.compareTo(other.party);
        return byParty != 0 ? byParty : desk.compareTo(other.desk);
    }
}
