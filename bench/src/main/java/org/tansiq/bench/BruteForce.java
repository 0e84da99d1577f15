package org.tansiq.bench;

import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Volume;

/** Every volume against every other: slow, and right. */
final class BruteForce implements Searcher {
    private Volume[] volumes = {};

    @Override
    public String name() {
        return "brute force";
    }

    @Override
    public void fill(Volume[] volumes) {
        this.volumes = volumes;
    }

    @Override
    public Tally meeting(Volume asked) {
        Tally tally = new Tally();
        for (int i = 0; i < volumes.length; i++) {
            tally.lookedAt();
            if (Meeting.possible(volumes[i], asked)) tally.found(i);
        }
        return tally;
    }
}
