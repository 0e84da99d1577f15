package org.tansiq.bench;

import java.util.Arrays;

/** How long each of many questions took, in nanoseconds. */
public final class Latency {
    private final long[] sorted;

    public Latency(long[] nanos) {
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** The time that some share (0 to 1) of the questions did not exceed, in microseconds. */
    public double micros(double share) {
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(place, 0, sorted.length - 1)] / 1000.0;
    }

    public double median() {
        return micros(0.5);
    }

    double perSecond() {
        return 1e9 * sorted.length / Arrays.stream(sorted).sum();
    }
}
