package org.tansiq.geometry;

import java.util.Comparator;

/**
 * The name of one volume: of which version of which declaration, and the how many-th. It names that volume
 * for ever.
 */
public record Posting(long declaration, int version, int volume) implements Comparable<Posting> {
    private static final Comparator<Posting> ORDER = Comparator.comparingLong(Posting::declaration)
            .thenComparingInt(Posting::version)
            .thenComparingInt(Posting::volume);

    @Override
    public int compareTo(Posting other) {
        return ORDER.compare(this, other);
    }
}
