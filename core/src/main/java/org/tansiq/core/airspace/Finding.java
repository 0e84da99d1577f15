package org.tansiq.core.airspace;

import java.util.List;
import org.tansiq.core.Hash;

/**
 * Which windows of two declarations meet, under which terms; soonest first. {@code more}: some pairs are left
 * out since one of the two meets too much, perhaps all.
 */
public record Finding(Hash conflict, Hash a, Hash b, Margins margins, List<Pair> pairs, boolean more) {
    public Finding {
        pairs = List.copyOf(pairs);
    }

    boolean clear() {
        return pairs.isEmpty() && !more;
    }

    Finding with(List<Pair> left) {
        return new Finding(conflict, a, b, margins, left, more && !left.isEmpty());
    }
}
