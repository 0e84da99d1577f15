package org.tansiq.core.airspace;

import java.util.Optional;
import java.util.OptionalLong;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;

/** Every thread by its conflict, and the conflicts in which an offer stands by when its time passes. */
public record Threads(Table<Hash, ConflictThread> all, Table<Deadline, Hash> due) {
    public static final Threads NONE = new Threads(Table.empty(), Table.empty());

    /** When an offer lapses, in microseconds since 1970; of two at one time first the one made first. */
    public record Deadline(long until, long entry) implements Comparable<Deadline> {
        @Override
        public int compareTo(Deadline other) {
            int byTime = Long.compare(until, other.until);
            return byTime != 0 ? byTime : Long.compare(entry, other.entry);
        }
    }

    public static Threads of(Table<Hash, ConflictThread> all) {
        Threads threads = NONE;
        for (ConflictThread one : all.values()) threads = threads.with(one);
        return threads;
    }

    public Optional<ConflictThread> of(Hash conflict) {
        return all.get(conflict);
    }

    /** When the first offer lapses, in microseconds since 1970. */
    public OptionalLong nextDue() {
        return due.first().map(row -> OptionalLong.of(row.key().until())).orElse(OptionalLong.empty());
    }

    /** The offer whose time has passed, the first of several. */
    Optional<Offer> due(long at) {
        return due.first()
                .filter(row -> row.key().until() <= at)
                .flatMap(row -> all.get(row.value()).orElseThrow().standing());
    }

    Threads with(ConflictThread now) {
        Table<Deadline, Hash> after = due;
        Optional<Offer> before = of(now.conflict()).flatMap(ConflictThread::standing);
        if (before.isPresent()) after = after.remove(deadline(before.get()));
        if (now.standing().isPresent())
            after = after.put(deadline(now.standing().get()), now.conflict());
        return new Threads(all.put(now.conflict(), now), after);
    }

    private static Deadline deadline(Offer offer) {
        return new Deadline(offer.until(), offer.source().entry());
    }
}
