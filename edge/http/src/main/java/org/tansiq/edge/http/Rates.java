package org.tansiq.edge.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often somebody may call. Each kind of call has a bucket of tokens per caller, which fills with time; a
 * call takes one.
 */
final class Rates {
    /** Buckets of one kind; of more, that which was asked longest ago is forgotten, as if it were full. */
    static final int BUCKETS_MAX = 10_000;

    enum Kind {
        /** Reads, by session key. */
        READ(100, 500),
        /** Whatever is not logged in but notes, by the network that asks. */
        OPEN(200, 2_000),
        /** Notes, by network: each key has its own quota in the hall, and this only bounds the checking. */
        NOTE(20_000, 40_000);

        final int second;
        final int burst;

        Kind(int second, int burst) {
            this.second = second;
            this.burst = burst;
        }

        private long micros() {
            return 1_000_000 / second;
        }
    }

    private final LongSupplier clock;
    private final Map<Kind, Map<String, Long>> all = new LinkedHashMap<>();

    /** {@code clock} in microseconds. */
    Rates(LongSupplier clock) {
        this.clock = clock;
        for (Kind kind : Kind.values()) all.put(kind, new Bounded());
    }

    // When each bucket will be full again.
    private static final class Bounded extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1;

        Bounded() {
            super(16, 0.75f, /* accessOrder= */ true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > BUCKETS_MAX;
        }
    }

    /** Takes a token for a call that asks nobody who asks; of all others, none. */
    void take(String call, Request request) {
        switch (call) {
            case "notes" -> take(Kind.NOTE, request.peer());
            case "check", "challenges", "sessions", "theatre", Description.FILE -> take(Kind.OPEN, request.peer());
            default -> {} // Once it is known whose session it is.
        }
    }

    /** Takes a token, or throws {@link Fault} where there is none. */
    void take(Kind kind, String who) {
        take(kind, who, 1);
    }

    /** Takes so many, or none of them; never more than the kind has at once. */
    void take(Kind kind, String who, int tokens) {
        if (!taken(kind, who, tokens))
            throw new Fault(429, "too-many-calls", "calls", "more", kind.second + " a second");
    }

    private synchronized boolean taken(Kind kind, String who, int tokens) {
        Map<String, Long> buckets = all.getOrDefault(kind, Map.of());
        long now = clock.getAsLong();
        long full = Math.max(now, buckets.getOrDefault(who, now)) + tokens * kind.micros();
        // A clock that was set back must not shut anybody out for longer than an empty bucket takes to fill.
        long latest = now + kind.burst * kind.micros();
        if (full > latest) {
            buckets.put(who, Math.min(full - tokens * kind.micros(), latest));
            return false;
        }
        buckets.put(who, full);
        return true;
    }
}
