package org.tansiq.sim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.core.Entry;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.World;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Answering;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.engine.Ruling;

/**
 * The law of what meets, held against what is on the record: each two declarations of different parties and
 * one status have a conflict of exactly the pairs of windows that meet, under the terms of when the later
 * version of the two was said. It knows no index and no list: it compares everything with everything.
 */
final class Sightings {
    private final Ruling rules;
    private final Counts counts;
    private final TreeMap<Hash, Moment> compared = new TreeMap<>();
    private World world = World.EMPTY;

    Sightings(Ruling rules, Counts counts) {
        this.rules = rules;
        this.counts = counts;
    }

    /** Looks at the next entry on the record. */
    void see(Entry entry) {
        World before = world;
        world = rules.apply(world, entry);
        for (Event event : entry.events()) {
            switch (event) {
                case AirspaceEvent.Declared e -> said(e.declaration().id(), entry, before);
                case AirspaceEvent.Amended e -> said(e.declaration().id(), entry, before);
                case AirspaceEvent.Ended e -> less(e.declaration(), entry, before);
                case AirspaceEvent.Withdrawn e -> less(e.declaration(), entry, before);
                default -> {}
            }
        }
    }

    private void said(Hash id, Entry entry, World before) {
        compared.put(id, new Moment(entry.cause().at(), before.terms()));
        holdsOf(declared(id), "entry " + entry.index());
    }

    // What was left out of a list is looked for again, as if it were said anew.
    private void less(Hash id, Entry entry, World before) {
        boolean unlisted = before.airspace().crowds().has(id)
                || before.airspace().conflictsOf(id).stream()
                        .anyMatch(conflict -> conflict.finding().more());
        if (unlisted) said(id, entry, before);
        else holdsOf(declared(id), "entry " + entry.index());
    }

    /** The law for all that was ever declared. */
    void holds() {
        for (Declaration one : airspace().declared().values()) holdsOf(one, "at the end");
    }

    private void holdsOf(Declaration one, String when) {
        for (Declaration other : airspace().declared().values())
            if (!other.party().equals(one.party())) holds(one, other, when);
    }

    private void holds(Declaration one, Declaration other, String when) {
        Optional<Conflict> conflict = between(one, other);
        TreeMap<Long, Sighting> meet =
                one.status() == other.status() ? Sighting.all(one, other, later(one, other)) : new TreeMap<>();
        TreeMap<Long, Sighting> listed =
                conflict.map(c -> Sighting.listed(one, c.finding())).orElseGet(TreeMap::new);
        // What had ended by then stays until the sides are told so.
        listed.values()
                .removeIf(pair -> pair.window().until() < later(one, other).at());
        if (meet.isEmpty() && listed.isEmpty()) return;
        counts.add("law: declarations that meet");
        String both = one.id() + " and " + other.id() + ", " + when + ": ";
        for (var row : listed.entrySet())
            Promises.hold(
                    row.getValue().equals(meet.get(row.getKey())),
                    both + "listed is " + row.getValue() + ", and what meets is " + meet.get(row.getKey()));
        boolean partly = conflict.map(c -> c.finding().more()).orElse(false) || crowded(one, other);
        Promises.hold(partly || listed.size() == meet.size(), both + "not listed are some of " + meet.values());
    }

    private Optional<Conflict> between(Declaration one, Declaration other) {
        List<Conflict> found = airspace().conflictsOf(one.id()).stream()
                .filter(conflict -> conflict.finding().a().equals(other.id())
                        || conflict.finding().b().equals(other.id()))
                .toList();
        Promises.hold(found.size() <= 1, one.id() + " and " + other.id() + " have conflicts " + found.size());
        return found.stream().findFirst();
    }

    private boolean crowded(Declaration one, Declaration other) {
        return calls(one, other) || calls(other, one);
    }

    private boolean calls(Declaration one, Declaration other) {
        return airspace().crowds().get(one.id()).stream()
                .flatMap(List::stream)
                .anyMatch(new Answering(other.party(), other.plan().desk())::equals);
    }

    private Moment later(Declaration one, Declaration other) {
        Moment a = Objects.requireNonNull(compared.get(one.id()));
        Moment b = Objects.requireNonNull(compared.get(other.id()));
        return a.at() > b.at() ? a : b;
    }

    private Airspace airspace() {
        return world.airspace();
    }

    private Declaration declared(Hash id) {
        return airspace().declaration(id).orElseThrow();
    }
}
