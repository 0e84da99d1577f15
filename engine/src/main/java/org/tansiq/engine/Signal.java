package org.tansiq.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells one waiting thread that there is something to do; a signal raised before the wait is not lost. */
final class Signal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private boolean up;

    void raise() {
        lock.lock();
        try {
            up = true;
            raised.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when it is raised, or after so many microseconds. */
    void await(long micros) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MICROSECONDS.toNanos(micros);
            while (!up && left > 0) left = raised.awaitNanos(left);
            up = false;
        } finally {
            lock.unlock();
        }
    }
}
