package org.tansiq.app.check;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Says how many hundredths of something are done, where no bar can be shown: at most once in five seconds
 * and once in ten hundredths. Any thread may step it.
 */
final class Percents implements Progress {
    static final long PATIENCE_NANOS = 5_000_000_000L;

    private static final long STRIDE = 10;

    private final LongConsumer say;
    private final long steps;
    private final LongSupplier nanos;
    private final AtomicLong done = new AtomicLong();
    private volatile long last;
    private long said;

    Percents(LongConsumer say, long steps, LongSupplier nanos) {
        this.say = say;
        this.steps = steps;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    @Override
    public void step() {
        long percent = 100 * done.incrementAndGet() / steps;
        if (nanos.getAsLong() - last >= PATIENCE_NANOS) show(percent);
    }

    private synchronized void show(long percent) {
        long now = nanos.getAsLong();
        if (now - last < PATIENCE_NANOS || percent < said + STRIDE) return;
        say.accept(percent);
        said = percent;
        last = now;
    }
}
