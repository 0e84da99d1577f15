package org.tansiq.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.PartyId;

/** Everything that a party can get. A test plants a leak by overriding one of these. */
interface Sight {
    Sight REAL = new Sight() {};

    /** What it is told of an entry; {@code after} is the world once that is so. */
    default Optional<Delivery> told(World after, Entry entry, PartyId viewer) {
        return entry.deliveries().stream()
                .filter(delivery -> delivery.to().equals(viewer))
                .findFirst();
    }

    default List<Declaration> declarations(World world, PartyId viewer) {
        return Disclosure.declarations(world, viewer);
    }

    default List<ConflictView> conflicts(World world, PartyId viewer) {
        return Disclosure.conflicts(world, viewer);
    }

    default List<ThreadView> threads(World world, PartyId viewer) {
        return Disclosure.threads(world, viewer);
    }

    /** How long the pages of its inbox are together. */
    default long inbox(World world, PartyId viewer) {
        return world.inbox(viewer).count();
    }

    default World world(World world, PartyId viewer, OptionalLong since) {
        return Disclosure.world(world, viewer, since);
    }

    default Timetable timetable(World world, PartyId viewer) {
        return Timetable.of(world, viewer, world.at());
    }
}
