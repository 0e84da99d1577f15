package org.tansiq.core.airspace;

import org.tansiq.core.Hash;
import org.tansiq.core.Table;

/**
 * What ties a declaration to others: for each that it meets or met the conflict between them, how many pairs
 * of windows are listed in all of these, and how many overlaps its own side was told.
 */
public record Ties(Table<Hash, Hash> conflicts, int listed, int told) {
    static final Ties NONE = new Ties(Table.empty(), 0, 0);

    Ties with(Hash other, Hash conflict) {
        return conflicts.has(other) ? this : new Ties(conflicts.put(other, conflict), listed, told);
    }

    Ties more(int pairs, int overlaps) {
        return pairs == 0 && overlaps == 0 ? this : new Ties(conflicts, listed + pairs, told + overlaps);
    }
}
