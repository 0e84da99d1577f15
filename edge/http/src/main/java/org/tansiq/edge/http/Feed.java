package org.tansiq.edge.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one party was told last, ready to be sent to all of its streams. The record itself is the queue: a
 * stream keeps only the number that it has come to.
 */
final class Feed {
    /** Deliveries that are kept ready; who is further behind reads the record. */
    static final int KEPT = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final @Nullable String[] kept = new String[KEPT]; // Each at its number, round and round.
    private long last;
    private boolean ended;

    /** {@code last}: the number of the delivery before the first that comes. */
    Feed(long last) {
        this.last = last;
    }

    void add(long number, String event) {
        lock.lock();
        try {
            if (number <= last) return;
            if (number > last + 1) Arrays.fill(kept, null);
            kept[(int) (number % KEPT)] = event;
            last = number;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits any more. */
    void end() {
        lock.lock();
        try {
            ended = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Where a stream stands that has come to a number. */
    sealed interface Next {
        record Event(String text) implements Next {}

        /** It is not kept ready any more. */
        record Older() implements Next {}

        record Nothing() implements Next {}
    }

    /** What follows a number; waits so many milliseconds for it. */
    Next after(long number, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (last <= number && left > 0 && !ended) left = more.awaitNanos(left);
            if (last <= number) return new Next.Nothing();
            return at(number + 1).<Next>map(Next.Event::new).orElseGet(Next.Older::new);
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> at(long number) {
        return number + KEPT <= last ? Optional.empty() : Optional.ofNullable(kept[(int) (number % KEPT)]);
    }
}
