package org.tansiq.engine;

import java.util.List;
import org.tansiq.core.Hash;

/**
 * A batch as the journal keeps it: its entries from index {@code first} on, and the root of the tree once in
 * it.
 */
public record Frame(long first, List<Written> entries, Hash root) {
    public Frame {
        if (first < 0) throw new IllegalArgumentException("index " + first);
        entries = List.copyOf(entries);
        if (entries.isEmpty()) throw new IllegalArgumentException("a frame without entries");
    }
}
