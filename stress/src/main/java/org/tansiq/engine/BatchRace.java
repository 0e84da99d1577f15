package org.tansiq.engine;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import org.tansiq.wire.Answer;

/** The decider adds three while the appender takes: all of them arrive, once, in their order. */
@JCStressTest
@Outcome(id = "123", expect = Expect.ACCEPTABLE, desc = "All three, in order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One is lost, comes twice, or before an earlier one.")
@State
public class BatchRace {
    private final Batch batch = new Batch(8, new Signal(), new Signal());
    private final List<Decided> taken = new ArrayList<>();

    private static Decided decided(int number) {
        return new Decided.Turned(new Answer.Busy(number), answer -> {});
    }

    @Actor
    public void decider() {
        batch.add(decided(1));
        batch.add(decided(2));
        batch.add(decided(3));
    }

    @Actor
    public void appender() {
        taken.addAll(batch.take());
        taken.addAll(batch.take());
    }

    @Arbiter
    public void all(L_Result result) {
        taken.addAll(batch.take());
        StringBuilder numbers = new StringBuilder();
        for (Decided one : taken)
            if (one instanceof Decided.Turned turned && turned.what() instanceof Answer.Busy busy)
                numbers.append(busy.retryMillis());
        result.r1 = numbers.toString();
    }
}
