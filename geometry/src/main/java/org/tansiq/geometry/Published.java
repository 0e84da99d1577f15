package org.tansiq.geometry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A value that one writer replaces, and readers see with all that was written before it was put here. */
final class Published<T> {
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Published.class, "value", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private T value;

    Published(T first) {
        value = first;
    }

    @SuppressWarnings("unchecked") // Only a T is ever put.
    T get() {
        return (T) VALUE.getAcquire(this);
    }

    /** The same, for the writer itself. */
    T own() {
        return value;
    }

    void put(T next) {
        VALUE.setRelease(this, next);
    }
}
