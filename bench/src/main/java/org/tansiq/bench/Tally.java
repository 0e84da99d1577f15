package org.tansiq.bench;

/**
 * How many volumes were found and a sum of their scrambled numbers, which tells sets of one size apart;
 * and how many candidates were looked at, where that is known.
 */
final class Tally {
    private int hits;
    private long sum;
    private long candidates;

    void found(long number) {
        hits++;
        sum += (number + 1) * 0x9E3779B97F4A7C15L ^ number;
    }

    void lookedAt() {
        candidates++;
    }

    void add(Tally other) {
        hits += other.hits;
        sum += other.sum;
        candidates += other.candidates;
    }

    boolean same(Tally other) {
        return hits == other.hits && sum == other.sum;
    }

    int hits() {
        return hits;
    }

    long candidates() {
        return candidates;
    }
}
