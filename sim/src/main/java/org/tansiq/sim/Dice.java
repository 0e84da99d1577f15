package org.tansiq.sim;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.tansiq.core.Hash;

/** All chance of one run, from its seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to below {@code n}. */
    int below(int n) {
        return random.nextInt(n);
    }

    boolean oneIn(int n) {
        return below(n) == 0;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    Hash hash() {
        ByteBuffer bytes = ByteBuffer.allocate(Hash.BYTES);
        while (bytes.hasRemaining()) bytes.putLong(random.nextLong());
        return Hash.of(bytes.array());
    }
}
