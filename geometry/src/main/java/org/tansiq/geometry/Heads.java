package org.tansiq.geometry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The ends at which readers take up chains of entries while one writer makes them longer.
 *
 * <p>Who gets a head sees all that was written before it was put here.
 */
final class Heads {
    private static final VarHandle HEAD = MethodHandles.arrayElementVarHandle(int[].class);

    private final int[] heads;

    /** So many, all 0. */
    Heads(int count) {
        heads = new int[count];
    }

    int count() {
        return heads.length;
    }

    int get(int i) {
        return (int) HEAD.getAcquire(heads, i);
    }

    /** The same, for the writer itself. */
    int own(int i) {
        return heads[i];
    }

    void put(int i, int head) {
        HEAD.setRelease(heads, i, head);
    }
}
