package org.tansiq.core.airspace;

import org.tansiq.geometry.Window;

/**
 * A window of a declaration. {@code said} is when it was last said as it is, which is what usable notice
 * counts from; {@code late} whether that was less than the most that any terms of its party ask for; {@code
 * moved} when its state last changed. Times in microseconds since 1970.
 */
public record DeclaredWindow(int number, Window window, WindowState recorded, long said, boolean late, long moved) {
    /** Its state at a time. */
    public WindowState state(long at) {
        return open() && window.until() < at ? WindowState.EXPIRED : recorded;
    }

    /** Microseconds between saying it and its beginning; below 0 where it had begun. */
    public long notice() {
        return window.from() - said;
    }

    boolean open() {
        return recorded == WindowState.DECLARED || recorded == WindowState.ACTIVATED;
    }

    /** Whether it still counts: nobody ended or withdrew it, and its time is not over. */
    boolean standing(long at) {
        return open() && window.until() >= at;
    }

    DeclaredWindow moved(WindowState to, long at) {
        return new DeclaredWindow(number, window, to, said, late, at);
    }
}
