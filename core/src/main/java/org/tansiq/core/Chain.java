package org.tansiq.core;

import java.util.Optional;

/**
 * What one key has said: its notes by number, those kept as second ones, and how much it said in the last
 * minute.
 *
 * <p>{@code minute} counts whole minutes since 1970, {@code said} the acts in it.
 */
public record Chain(
        VerifierKey key, Table<Long, Sequenced> notes, Table<Long, Sequenced> seconds, long minute, long said) {
    public static final long MICROS_PER_MINUTE = 60_000_000;

    /** A note and the entry that answers it. */
    public record Sequenced(Hash note, long index) {}

    public static Chain of(VerifierKey key) {
        return new Chain(key, Table.empty(), Table.empty(), 0, 0);
    }

    /** The number that the key's next note bears. */
    public long next() {
        return notes.size();
    }

    /** What the key's next note names as the one before it. */
    public Hash head() {
        return notes.last().map(row -> row.value().note()).orElse(Hash.NONE);
    }

    Optional<Sequenced> answered(Note note) {
        return notes.get(note.seq())
                .filter(taken -> taken.note().equals(note.hash()))
                .or(() -> seconds.get(note.seq()).filter(kept -> kept.note().equals(note.hash())));
    }

    static long nextMinute(long at) {
        return (Math.floorDiv(at, MICROS_PER_MINUTE) + 1) * MICROS_PER_MINUTE;
    }

    long saidIn(long at) {
        return Math.floorDiv(at, MICROS_PER_MINUTE) == minute ? said : 0;
    }

    Chain took(Note note, long index, long at) {
        return new Chain(
                key,
                notes.put(note.seq(), new Sequenced(note.hash(), index)),
                seconds,
                Math.floorDiv(at, MICROS_PER_MINUTE),
                saidIn(at) + 1);
    }

    Chain kept(Note second, long index) {
        return new Chain(key, notes, seconds.put(second.seq(), new Sequenced(second.hash(), index)), minute, said);
    }
}
