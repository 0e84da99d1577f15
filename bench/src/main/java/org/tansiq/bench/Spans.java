package org.tansiq.bench;

import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Volume;

/**
 * Times and heights of all volumes in flat arrays, for yardsticks that index the plane only.
 *
 * <p>Heights of the workload have one reference, so that comparing numbers is what {@link Meeting} does.
 * What passes is put to the same exact test as everywhere, so that all yardsticks owe the same answer.
 */
final class Spans {
    private final Volume[] volumes;
    private final long[] from;
    private final long[] until;
    private final long[] lowest;
    private final long[] highest;

    Spans(Volume[] volumes) {
        this.volumes = volumes;
        int n = volumes.length;
        from = new long[n];
        until = new long[n];
        lowest = new long[n];
        highest = new long[n];
        for (int i = 0; i < n; i++) {
            from[i] = volumes[i].window().from();
            until[i] = volumes[i].window().until();
            lowest[i] = volumes[i].band().lowest();
            highest[i] = volumes[i].band().highest();
        }
    }

    void test(int candidate, Volume asked, long floor, long ceiling, Tally tally) {
        tally.lookedAt();
        if (from[candidate] > asked.window().until() || asked.window().from() > until[candidate]) return;
        if (lowest[candidate] > ceiling || floor > highest[candidate]) return;
        if (Meeting.possible(volumes[candidate], asked)) tally.found(candidate);
    }
}
