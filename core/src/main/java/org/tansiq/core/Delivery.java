package org.tansiq.core;

import java.util.List;
import org.tansiq.core.party.PartyId;

/** What one party is told of an entry, numbered from 1 in that party's inbox. */
public record Delivery(PartyId to, long number, Opening opening, List<Event> shown) {
    public Delivery {
        shown = List.copyOf(shown);
    }
}
