package org.tansiq.engine;

import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.tansiq.core.Cause;
import org.tansiq.core.Hash;

/**
 * Two threads put something in a line that holds one, and the decider takes once. What was let in is taken or
 * still there, once; what had no place was told so.
 */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE, desc = "One had a place and was not taken yet.")
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "One had a place and was taken.")
@Outcome(id = "2, 1, 1", expect = Expect.ACCEPTABLE, desc = "The second came after the first was taken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Something is lost, or there twice, or beyond the limit.")
@State
public class WaitingRace {
    private final Waiting waiting = new Waiting(1, new Signal());
    private volatile boolean first;
    private volatile boolean second;
    private volatile boolean taken;

    private static Asked asked(long number) {
        return new Asked.Noticed(new Cause.WorldHashed(number, Hash.NONE));
    }

    @Actor
    public void one() {
        first = waiting.offer(asked(1));
    }

    @Actor
    public void two() {
        second = waiting.offer(asked(2));
    }

    @Actor
    public void decider() {
        taken = waiting.take().isPresent();
    }

    /** How many were let in, how many taken, how many are left. */
    @Arbiter
    public void count(III_Result result) {
        result.r1 = (first ? 1 : 0) + (second ? 1 : 0);
        result.r2 = taken ? 1 : 0;
        Optional<Asked> left = waiting.take();
        while (left.isPresent()) {
            result.r3++;
            left = waiting.take();
        }
    }
}
