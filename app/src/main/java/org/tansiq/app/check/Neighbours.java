package org.tansiq.app.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Which items may meet: a superset. The one place that knows how candidates are found. */
final class Neighbours {
    private final List<Roll.Item> items;
    private final int[] order; // Items by the start of their window.
    private final int[] rank; // Where each item stands in that order.
    private final Reach[] reach;

    Neighbours(List<Roll.Item> items) {
        this.items = items;
        this.order = IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparingLong(this::from))
                .mapToInt(Integer::intValue)
                .toArray();
        this.rank = new int[order.length];
        for (int k = 0; k < order.length; k++) rank[order[k]] = k;
        this.reach = new Reach[order.length];
        Arrays.parallelSetAll(reach, i -> Reach.of(items.get(i).volume().footprint()));
    }

    /** Tells the items that may meet this one; of each pair only one tells the other. */
    void of(int a, IntConsumer told) {
        long until = items.get(a).volume().window().until();
        for (int k = rank[a] + 1; k < order.length && from(order[k]) <= until; k++)
            if (reach[a].meets(reach[order[k]])) told.accept(order[k]);
    }

    private long from(int item) {
        return items.get(item).volume().window().from();
    }
}
