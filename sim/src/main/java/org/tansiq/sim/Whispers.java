package org.tansiq.sim;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tansiq.core.Cause;
import org.tansiq.core.Event;
import org.tansiq.core.HallEvent;
import org.tansiq.core.World;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.wire.EntryText;

/**
 * Nothing of what one party declared stands in what another is delivered: not a word of it, and not the name
 * of the declaration unless its author has shown it more.
 */
final class Whispers {
    private static final int HASH_CHARS = 44; // Base64 of 32 bytes, the last of them the only =.

    private final Counts counts;
    private final TreeMap<String, PartyId> whose = new TreeMap<>(); // By the name of a declaration.
    private final TreeSet<PartyId> declaring = new TreeSet<>();
    private final TreeSet<String> shown = new TreeSet<>(); // The name of a declaration, and to whom.

    Whispers(Counts counts) {
        this.counts = counts;
    }

    /** Looks at the next entry on the record, and at the world after it or later. */
    void see(EntryText text, World world) {
        for (Event event : text.entry().events())
            switch (event) {
                case AirspaceEvent.Declared made -> {
                    whose.put(made.declaration().id().text(), made.declaration().party());
                    declaring.add(made.declaration().party());
                    shown(made.declaration());
                }
                case AirspaceEvent.Amended made -> shown(made.declaration());
                case AirspaceEvent.Widened wider -> shown.add(wider.declaration() + " " + wider.to());
                default -> {}
            }
        Optional<PartyId> by = author(text, world);
        // Of two notes under one number everybody is told the hashes; one of them may have declared
        // something.
        boolean twice = text.entry().events().stream().anyMatch(HallEvent.Equivocated.class::isInstance);
        for (DeliveryText delivery : text.deliveries()) {
            PartyId to = new PartyId(delivery.to());
            String body = new String(delivery.body().copy(), StandardCharsets.UTF_8);
            silent(to, body);
            // Whoever says a name hears it again.
            if (!twice && !by.equals(Optional.of(to))) nameless(to, body);
        }
    }

    private void shown(Declaration version) {
        for (PartyId to : version.reach().levels().keys()) shown.add(version.id() + " " + to);
    }

    private static Optional<PartyId> author(EntryText text, World world) {
        return text.entry().cause().cause() instanceof Cause.Said said
                ? world.parties().key(said.note().key()).map(Key::party)
                : Optional.empty();
    }

    private void silent(PartyId to, String body) {
        for (PartyId party : declaring)
            Promises.hold(
                    to.equals(party) || !body.contains(Pilots.secret(party)),
                    to + " reads what " + party + " declared: " + body);
    }

    private void nameless(PartyId to, String body) {
        for (int end = body.indexOf('='); end >= 0; end = body.indexOf('=', end + 1)) {
            counts.add("law: hashes read");
            String hash = body.substring(Math.max(0, end + 1 - HASH_CHARS), end + 1);
            PartyId owner = whose.getOrDefault(hash, to);
            Promises.hold(
                    owner.equals(to) || shown.contains(hash + " " + to),
                    to + " reads the name of what " + owner + " declared: " + body);
        }
    }
}
