package org.tansiq.engine;

import java.util.function.Consumer;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.Scheme;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/** Lets in what is a signed note with its sections, and nothing else. Any number of threads at once. */
final class Gate {
    private final Scheme scheme;
    private final Journal journal;
    private final Waiting waiting;

    Gate(Scheme scheme, Journal journal, Waiting waiting) {
        this.scheme = scheme;
        this.journal = journal;
        this.waiting = waiting;
    }

    /** What a line of JSON submits. Throws {@link Malformed}. */
    Submission check(Bytes line) {
        return Submission.parse(line, scheme);
    }

    /** Puts it in line, or answers at once. */
    void admit(Submission said, Consumer<Answer> answer) {
        if (!journal.room()) answer.accept(new Answer.NoRoom());
        else if (!waiting.offer(new Asked.Told(said, answer))) answer.accept(new Answer.Busy(Waiting.RETRY_MILLIS));
    }
}
