package org.tansiq.stress;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.tansiq.geometry.Alive;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Posting;
import org.tansiq.geometry.SpaceTimeIndex;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * One thread posts two volumes in the same place and says after each how many it has posted; another reads
 * that number and then asks. It must find as many at least, each whole.
 */
@JCStressTest
@Outcome(
        id = {"0, 0", "0, 1", "0, 2", "1, 1", "1, 2", "2, 2"},
        expect = Expect.ACCEPTABLE,
        desc = "All that was posted before, and maybe what was posted meanwhile.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A volume that was posted is missing, or its name is torn.")
@State
public class IndexRace {
    private static final Volume VOLUME =
            new Volume(new Footprint(Core.spot(new Position(33, 36)), 100), Band.ALL, new Window(0, 1_000_000));
    private static final Posting FIRST = new Posting(-1, -1, -1);
    private static final Posting SECOND = new Posting(Long.MAX_VALUE, 7, 7);

    private final SpaceTimeIndex index = new SpaceTimeIndex();
    private volatile int posted;

    @Actor
    public void post() {
        index.insert(FIRST, VOLUME);
        posted = 1;
        index.insert(SECOND, VOLUME);
        posted = 2;
    }

    @Actor
    public void ask(II_Result result) {
        result.r1 = posted;
        List<Posting> found = index.meeting(VOLUME, Alive.ALL);
        boolean whole =
                List.of(FIRST, SECOND).subList(0, Math.min(2, found.size())).equals(found);
        result.r2 = whole ? found.size() : -1;
    }
}
