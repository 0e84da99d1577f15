package org.tansiq.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tansiq.core.World;

/** The world that anybody may see: everything in it is durable. One thread writes, any number read. */
final class Shown {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile World world;

    Shown(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    void show(World durable) {
        world = durable;
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when an entry of this index is shown, or after so many microseconds. */
    void await(long index, long micros) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MICROSECONDS.toNanos(micros);
            while (world.next() <= index && left > 0) left = moved.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }
}
