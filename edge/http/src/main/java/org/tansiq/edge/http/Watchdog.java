package org.tansiq.edge.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Cuts connections whose time is up, so that nobody who is slow or silent keeps a place for ever. */
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
    private final long origin;
    private final Set<Leash> leashes = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;

    /** {@code nanos}: a clock that only rises, in nanoseconds from whatever beginning. */
    Watchdog(LongSupplier nanos) {
        this.nanos = nanos;
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
        return leash;
    }

    void release(Leash leash) {
        leashes.remove(leash);
    }

    /** Cuts, each once, whatever is beyond its time. */
    void look() {
        long now = now();
        for (Leash late : leashes.stream().filter(leash -> leash.until < now).toList()) {
            leashes.remove(late);
            late.cut.run();
        }
    }

    @Override
    public void close() {
        running = false;
    }
}
