package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.tansiq.core.party.PartyId;

/** What the rules made of what was asked. */
record Then(Given before, Entry entry, Given after) {

    /** Exactly these events; gives what is so after them. */
    Given then(Event... events) {
        assertThat(entry.events()).containsExactly(events);
        return after;
    }

    /** Nothing but a refusal. It consumes the number of a note, and nothing else is different. */
    Given refused(Refusal why) {
        assertThat(entry.events()).containsExactly(new HallEvent.Refused(why));
        assertThat(after.world().parties()).isEqualTo(before.world().parties());
        assertThat(after.world().terms()).isEqualTo(before.world().terms());
        assertThat(after.world().airspace()).isEqualTo(before.world().airspace());
        assertThat(after.world().rules()).isEqualTo(before.world().rules());
        if (entry.cause().cause() instanceof Cause.Said said)
            assertThat(after.world().chain(said.note().key()).next())
                    .isEqualTo(said.note().seq() + 1);
        return after;
    }

    /** What a party is told. */
    List<Event> told(PartyId party) {
        return entry.deliveries().stream()
                .filter(delivery -> delivery.to().equals(party))
                .flatMap(delivery -> delivery.shown().stream())
                .toList();
    }
}
