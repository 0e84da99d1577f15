package org.tansiq.core;

import java.util.List;

/** What the rules made of one cause: what is so from now on, and exactly what each party is told of it. */
public record Entry(long index, Stamped cause, List<Event> events, List<Delivery> deliveries) {
    public Entry {
        events = List.copyOf(events);
        deliveries = List.copyOf(deliveries);
    }
}
