package org.tansiq.core.airspace;

import java.util.Comparator;
import java.util.List;

/**
 * What a side was answered that asked for a way out of a conflict, in the version that it had of it: every
 * change of the list, or with {@code withheld} none, for it is over its budget.
 */
public record Ways(int version, boolean withheld, List<Way> all) {
    /** How many of those that are free are called the best. */
    public static final int BEST_MAX = 3;

    public Ways {
        all = List.copyOf(all);
    }

    /** The free ones that cost least; none is an answer too. */
    public List<Way> best() {
        return all.stream()
                .filter(way -> way.fit() == Way.Fit.FREE)
                .sorted(Comparator.comparingLong(Way::cost)) // Of two that cost the same the first of the list.
                .limit(BEST_MAX)
                .toList();
    }
}
