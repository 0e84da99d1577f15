package org.tansiq.edge.http;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tansiq.core.Bytes;

/**
 * What one party was told last, ready to be sent to all of its streams. The record itself is the queue of
 * deliveries: a stream keeps only the place that it has come to. What the clock changes is in no record; who
 * misses some of that is told the whole state.
 */
final class Feed {
    /** Deliveries, and changes of time, that are kept ready; who is further behind reads the record. */
    static final int KEPT = 256;

    private static final long SECOND = 1_000_000; // Microseconds.

    /** How far a stream has come: the number of its last delivery, and how many changes of time. */
    record Place(long number, long change) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final @Nullable Bytes[] kept = new Bytes[KEPT]; // Each at its number, round and round.
    private final @Nullable Bytes[] changes = new Bytes[KEPT];
    private long last;
    private long changed;
    private long knocks;
    private long knocked;
    private boolean ended;

    /** {@code last}: the number of the delivery before the first that comes. */
    Feed(long last) {
        this.last = last;
    }

    void add(long number, Bytes event) {
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

    /** There are so many; what was not added is read from the record. */
    void reached(long number) {
        lock.lock();
        try {
            if (number <= last) return;
            Arrays.fill(kept, null);
            last = number;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A change that the clock made. */
    void announce(Bytes event) {
        lock.lock();
        try {
            changes[(int) (++changed % KEPT)] = event;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many changes of time there were. */
    long changed() {
        lock.lock();
        try {
            return changed;
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits is told that nothing comes, though it is not time yet; once a second at most. */
    void knock(long now) {
        lock.lock();
        try {
            if (Math.abs(now - knocked) < SECOND) return;
            knocked = now;
            knocks++;
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

    /** What comes for a stream. */
    sealed interface Next {
        /** The deliveries of the next numbers, all that there are. */
        record Deliveries(List<Bytes> all) implements Next {}

        /** It is not kept ready any more. */
        record Older() implements Next {}

        /** The next change of time. */
        record Change(Bytes event) implements Next {}

        /** It is not kept any more. */
        record Missed() implements Next {}

        record Nothing() implements Next {}
    }

    /** What follows a place, changes of time first; waits so many milliseconds for it. */
    Next after(Place place, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            long before = knocks;
            while (nothing(place) && left > 0 && knocks == before && !ended) left = more.awaitNanos(left);
            if (nothing(place)) return new Next.Nothing();
            if (changed > place.change)
                return at(changes, place.change + 1, changed)
                        .<Next>map(Next.Change::new)
                        .orElseGet(Next.Missed::new);
            return at(kept, place.number + 1, last).isEmpty() ? new Next.Older() : ready(place.number);
        } finally {
            lock.unlock();
        }
    }

    private Next ready(long behind) {
        return new Next.Deliveries(LongStream.rangeClosed(behind + 1, last)
                .mapToObj(number -> requireNonNull(kept[(int) (number % KEPT)]))
                .toList());
    }

    private boolean nothing(Place place) {
        return last <= place.number && changed <= place.change;
    }

    private static Optional<Bytes> at(@Nullable Bytes[] ring, long number, long last) {
        return number + KEPT <= last ? Optional.empty() : Optional.ofNullable(ring[(int) (number % KEPT)]);
    }
}
