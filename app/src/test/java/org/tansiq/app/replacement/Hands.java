package org.tansiq.app.replacement;

import java.util.concurrent.TimeUnit;
import org.tansiq.engine.Clock;

/** The clock of one stage, which stands still until it is set. */
final class Hands implements Clock {
    private static final String FEEDS = "tansiq-feeds";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    /** A look that finds another time, the tick that comes of it, and the look after. */
    private static final int LOOKS = 3;

    private long now;
    private int looks;

    Hands(long now) {
        this.now = now;
    }

    @Override
    public synchronized long wall() {
        return now;
    }

    @Override
    public synchronized long steady() {
        return now;
    }

    /** The same for calls and streams; counts how often whoever announces changes of time looks at it. */
    synchronized long ofCalls() {
        if (Thread.currentThread().getName().equals(FEEDS)) {
            looks++;
            notifyAll();
        }
        return now;
    }

    synchronized void set(long to) {
        now = to;
        looks = 0;
    }

    /** Returns once everything is announced that the last setting has changed. */
    synchronized void announced() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (looks < LOOKS) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) throw new AssertionError("nobody looks at the clock");
            wait(left);
        }
    }
}
