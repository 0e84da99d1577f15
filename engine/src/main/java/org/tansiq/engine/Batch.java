package org.tansiq.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What is decided and not yet taken to the journal; it grows while the appender is busy with the one before.
 */
final class Batch {
    private final int most;
    private final Signal filled;
    private final Signal taken;
    private List<Decided> open = new ArrayList<>();

    Batch(int most, Signal filled, Signal taken) {
        this.most = most;
        this.filled = filled;
        this.taken = taken;
    }

    synchronized boolean full() {
        return open.size() >= most;
    }

    synchronized void add(Decided decided) {
        open.add(decided);
        filled.raise();
    }

    /** All that is in it; it begins anew. */
    synchronized List<Decided> take() {
        List<Decided> all = open;
        open = new ArrayList<>();
        taken.raise();
        return all;
    }
}
