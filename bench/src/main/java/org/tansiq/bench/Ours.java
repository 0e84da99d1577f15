package org.tansiq.bench;

import java.util.List;
import org.tansiq.geometry.Alive;
import org.tansiq.geometry.Posting;
import org.tansiq.geometry.SpaceTimeIndex;
import org.tansiq.geometry.Volume;

/** The index that is measured, asked in a world where every volume is a declaration in force. */
final class Ours implements Searcher {
    private static final int VERSION = 1;

    private SpaceTimeIndex index = new SpaceTimeIndex();
    private int[] versions = {};

    @Override
    public String name() {
        return "Tansiq";
    }

    @Override
    public void fill(Volume[] volumes) {
        index = new SpaceTimeIndex();
        versions = new int[volumes.length];
        for (int i = 0; i < volumes.length; i++) {
            index.insert(new Posting(i, VERSION, 0), volumes[i]);
            versions[i] = VERSION;
        }
    }

    @Override
    public Tally meeting(Volume asked) {
        Tally tally = new Tally();
        for (Posting posting : index.meeting(asked, alive(tally))) tally.found(posting.declaration());
        return tally;
    }

    private Alive alive(Tally tally) {
        return posting -> {
            tally.lookedAt();
            boolean inForce = versions[(int) posting.declaration()] == posting.version();
            return inForce ? Alive.AS_POSTED : List.of();
        };
    }
}
