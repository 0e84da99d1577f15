package org.tansiq.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.TermsEvent;

/**
 * What each party sees of what happens. Every way out passes here; nothing else decides it.
 *
 * <p>A refusal is for the party that was refused, a text of terms for the group it binds, who takes part and
 * which rules are in force for everybody. Hashes of the world are for auditors.
 */
public final class Disclosure {
    private Disclosure() {}

    /** Whether a party sees an event; {@code by} is the party whose note it answers, if it answers one. */
    public static boolean sees(World world, Optional<PartyId> by, Event event, PartyId viewer) {
        return switch (event) {
            case HallEvent.Refused _ -> by.equals(Optional.of(viewer));
            case HallEvent.WorldHash _ -> false;
            case HallEvent.Equivocated _, HallEvent.RulesAgreed _, HallEvent.RulesInForce _ -> true;
            case PartyEvent _ -> true;
            case TermsEvent room -> sees(world, room, viewer);
        };
    }

    private static boolean sees(World world, TermsEvent event, PartyId viewer) {
        return switch (event) {
            case TermsEvent.TheatreTermsSet _ -> true;
            case TermsEvent.Proposed made -> made.content().group().holds(viewer);
            case TermsEvent.Signed signed -> binds(world, signed.text(), viewer);
            case TermsEvent.InForce now -> binds(world, now.text(), viewer);
            case TermsEvent.Lapsed over -> binds(world, over.text(), viewer);
        };
    }

    /**
     * Whether a party sees a text of terms: its group does, and whoever came later if the theatre's numbers
     * are its.
     */
    public static boolean sees(World world, Hash text, PartyId viewer) {
        return binds(world, text, viewer) || world.terms().sets(text);
    }

    private static boolean binds(World world, Hash text, PartyId viewer) {
        return world.terms()
                .text(text)
                .map(standing -> standing.text().group().holds(viewer))
                .orElse(false);
    }

    /** What an entry delivers, by party; {@code after} is the world once its events are so. */
    static List<Delivery> deliveries(World after, Cause cause, List<Event> events) {
        Optional<PartyId> by = author(after, cause);
        List<Delivery> deliveries = new ArrayList<>();
        for (PartyId viewer : after.parties().all().keys()) {
            List<Event> shown =
                    events.stream().filter(e -> sees(after, by, e, viewer)).toList();
            if (!shown.isEmpty()) {
                long number = after.inbox(viewer).count() + 1;
                deliveries.add(new Delivery(viewer, number, opening(cause, shown), shown));
            }
        }
        return deliveries;
    }

    private static Optional<PartyId> author(World world, Cause cause) {
        return cause instanceof Cause.Said said
                ? world.parties().key(said.note().key()).map(Key::party)
                : Optional.empty();
    }

    // Whoever sees what a note did sees the note; of one that only shows that its key signs, the text alone:
    // that is the evidence, and what it says may be for others.
    private static Opening opening(Cause cause, List<Event> shown) {
        if (!(cause instanceof Cause.Said)) return Opening.CLOSED;
        return shown.getFirst() instanceof HallEvent.Equivocated || shown.getFirst() instanceof PartyEvent.NotLost
                ? Opening.TEXT
                : Opening.WHOLE;
    }
}
