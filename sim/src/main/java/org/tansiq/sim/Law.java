package org.tansiq.sim;

import org.tansiq.core.World;
import org.tansiq.engine.Ruling;
import org.tansiq.wire.EntryText;

/** What has to hold of declared activity, whatever is said and whatever breaks. */
final class Law {
    private final Sightings sightings;
    private final Whispers whispers;
    private final Tidings tidings;

    Law(Ruling rules, Counts counts) {
        this.sightings = new Sightings(rules, counts);
        this.whispers = new Whispers(counts);
        this.tidings = new Tidings(counts);
    }

    /** Looks at the next entry on the record, and at the world after it or later. */
    void see(EntryText text, World world) {
        sightings.see(text.entry());
        whispers.see(text, world);
        text.entry().deliveries().forEach(tidings::see);
    }

    /** The law for all that was ever declared; the world is that after the last entry that was seen. */
    void holds(World world) {
        sightings.holds();
        tidings.holds(world);
    }
}
