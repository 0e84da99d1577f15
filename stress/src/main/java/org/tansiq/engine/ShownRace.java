package org.tansiq.engine;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.tansiq.core.Cause;
import org.tansiq.core.Entry;
import org.tansiq.core.Hash;
import org.tansiq.core.Rules;
import org.tansiq.core.Stamped;
import org.tansiq.core.World;
import org.tansiq.core.places.Gazetteer;

/** The appender shows two worlds, one after the other; a reader sees each whole and never goes back. */
@JCStressTest
@Outcome(
        id = {"0, 0", "0, 1", "0, 2", "1, 1", "1, 2", "2, 2"},
        expect = Expect.ACCEPTABLE,
        desc = "Whole worlds, in their order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An older world after a newer one, or half of one.")
@State
public class ShownRace {
    private final Shown shown = new Shown(World.EMPTY);

    private static World after(World world) {
        Stamped tick = new Stamped(world.at() + 1, Hash.NONE, new Cause.Tick());
        Entry entry = Rules.decide(world, tick, Gazetteer.NONE);
        return Rules.apply(world, entry);
    }

    @Actor
    public void appender() {
        World first = after(World.EMPTY);
        shown.show(first);
        shown.show(after(first));
    }

    @Actor
    public void reader(II_Result result) {
        result.r1 = next(shown.world());
        result.r2 = next(shown.world());
    }

    // Every entry here is stamped one later than the one before: a world whose parts differ is torn.
    private static int next(World world) {
        return world.next() == world.at() ? (int) world.next() : -1;
    }
}
