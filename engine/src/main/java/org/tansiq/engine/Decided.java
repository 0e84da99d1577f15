package org.tansiq.engine;

import java.util.Optional;
import java.util.function.Consumer;
import org.tansiq.core.Entry;
import org.tansiq.core.World;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/** What the decider made of one thing asked: nothing of it may be told before it is durable. */
sealed interface Decided {
    /** A new entry, and the world after it. */
    record Made(Entry entry, Optional<Submission> said, World after, Consumer<Answer> answer) implements Decided {}

    /** Answered by an entry that is on the record, or will be before this is told. */
    record Again(long index, Submission said, Consumer<Answer> answer) implements Decided {}

    /** Not for the record. */
    record Turned(Answer what, Consumer<Answer> answer) implements Decided {}
}
