package org.tansiq.core.terms;

import java.util.List;
import java.util.TreeSet;
import org.tansiq.core.Malformed;
import org.tansiq.core.party.PartyId;

/** Two or more parties, sorted. Smaller groups come first. */
public record Group(List<PartyId> parties) implements Comparable<Group> {
    public Group {
        parties = List.copyOf(new TreeSet<>(parties));
        if (parties.size() < 2) throw new Malformed("", parties.size() + " parties", "2 or more parties");
    }

    public boolean holds(PartyId party) {
        return parties.contains(party);
    }

    @Override
    public int compareTo(Group other) {
        if (parties.size() != other.parties.size()) return Integer.compare(parties.size(), other.parties.size());
        for (int i = 0; i < parties.size(); i++) {
            int order = parties.get(i).compareTo(other.parties.get(i));
            if (order != 0) return order;
        }
        return 0;
    }
}
