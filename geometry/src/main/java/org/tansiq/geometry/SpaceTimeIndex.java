package org.tansiq.geometry;

import java.util.stream.IntStream;

/** Placeholder of the contract; the index itself follows. */
public final class SpaceTimeIndex {
    private SpaceTimeIndex() {}

    static IntStream none() {
        return IntStream.empty();
    }
}
