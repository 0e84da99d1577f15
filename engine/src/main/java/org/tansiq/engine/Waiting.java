package org.tansiq.engine;

import java.util.ArrayDeque;
import java.util.Optional;

/** What the gate let through and the decider has not taken yet, first come first served. */
final class Waiting {
    /** How soon to try again when there is no place. */
    static final int RETRY_MILLIS = 100;

    private final int most;
    private final Signal filled;
    private final ArrayDeque<Asked> line = new ArrayDeque<>();

    Waiting(int most, Signal filled) {
        this.most = most;
        this.filled = filled;
    }

    /** Whether there was a place. */
    synchronized boolean offer(Asked asked) {
        if (line.size() >= most) return false;
        line.add(asked);
        filled.raise();
        return true;
    }

    synchronized Optional<Asked> take() {
        return Optional.ofNullable(line.poll());
    }
}
