package org.tansiq.bench;

import org.tansiq.geometry.Volume;

/** Something that holds volumes and finds those that meet another. */
interface Searcher extends AutoCloseable {
    String name();

    /** Takes all volumes; called once. A volume's number is its place in the array. */
    void fill(Volume[] volumes);

    /** The volumes that meet this one. */
    Tally meeting(Volume asked);

    /** Bytes it keeps outside the heap, or 0. */
    default long bytes() {
        return 0;
    }

    @Override
    default void close() {}
}
