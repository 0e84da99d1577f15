package org.tansiq.edge.http;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Cuts connections whose time is up, so that nobody who is slow or silent keeps a place for ever; and, where
 * the last place is taken, the oldest that may go, so that a crowd keeps nobody out.
 */
final class Watchdog implements AutoCloseable {
    /** How long one connection may still do what it does. */
    final class Leash {
        private static final long FREE = Long.MAX_VALUE;

        private final Runnable cut;
        private volatile long until = FREE;

        private Leash(Runnable cut) {
            this.cut = cut;
        }

        void within(Duration limit) {
            until = now() + limit.toNanos();
        }

        void free() {
            until = FREE;
        }

        /** It keeps its place, whoever comes. */
        void stays() {
            synchronized (going) {
                going.remove(this);
            }
        }

        /** From now on it may be cut for a new one, after all that may already. */
        void goes() {
            Optional<Leash> oldest;
            synchronized (going) {
                going.remove(this);
                if (leashes.contains(this)) going.add(this);
                boolean full = leashes.size() >= most && going.size() > 1;
                oldest = full ? Optional.of(going.removeFirst()) : Optional.empty();
            }
            oldest.ifPresent(Watchdog.this::cut);
        }

        /** Runs something that has a limit of its own. */
        void within(Duration limit, Runnable what) {
            long before = until;
            within(limit);
            try {
                what.run();
            } finally {
                until = before;
            }
        }
    }

    private final LongSupplier nanos;
    private final int most;
    private final long origin;
    private final Set<Leash> leashes = ConcurrentHashMap.newKeySet();
    private final LinkedHashSet<Leash> going = new LinkedHashSet<>(); // Oldest first.
    private volatile boolean running = true;

    /**
     * {@code nanos}: a clock that only rises, in nanoseconds from whatever beginning; {@code most}: the
     * places, of which one is kept free.
     */
    Watchdog(LongSupplier nanos, int most) {
        this.nanos = nanos;
        this.most = most;
        this.origin = nanos.getAsLong();
    }

    /** Lets a thread of its own look so often. */
    Watchdog every(Duration pause) {
        Thread.ofPlatform().daemon().name("tansiq-watchdog").start(() -> {
            while (running) {
                look();
                LockSupport.parkNanos(pause.toNanos());
            }
        });
        return this;
    }

    private long now() {
        return nanos.getAsLong() - origin;
    }

    /** Watches a connection until it is let go; {@code cut} MUST make whatever it waits for fail. */
    Leash tie(Runnable cut) {
        Leash leash = new Leash(cut);
        leashes.add(leash);
        leash.goes();
        return leash;
    }

    void release(Leash leash) {
        leashes.remove(leash);
        leash.stays();
    }

    private void cut(Leash leash) {
        boolean first = leashes.remove(leash);
        leash.stays();
        if (first) leash.cut.run();
    }

    /** Cuts, each once, whatever is beyond its time. */
    void look() {
        long now = now();
        leashes.stream().filter(leash -> leash.until < now).toList().forEach(this::cut);
    }

    @Override
    public void close() {
        running = false;
    }
}
