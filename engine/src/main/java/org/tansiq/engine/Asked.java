package org.tansiq.engine;

import java.util.function.Consumer;
import org.tansiq.core.Cause;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/** What waits for the decider. */
sealed interface Asked {
    /** A note, and whoever waits for its answer; the answer MUST be taken without waiting for anything. */
    record Told(Submission said, Consumer<Answer> answer) implements Asked {}

    /** What the machine itself puts on the record. */
    record Noticed(Cause cause) implements Asked {}
}
