package org.tansiq.geometry;

import java.util.List;

/**
 * What exists in the world that is asked: the one thing that an index, which forgets nothing, cannot know.
 *
 * <p>It is asked only of what passed the box filter, by any thread, and MUST answer the same while a question
 * runs.
 */
@FunctionalInterface
public interface Alive {
    /** The answer for a volume that exists with the window that it was posted with. */
    List<Window> AS_POSTED = List.of(Window.ALWAYS);

    /** All that was ever posted exists. */
    Alive ALL = posting -> AS_POSTED;

    /**
     * The windows of that volume of that version; empty where it does not exist. Only what lies within the
     * window that it was posted with counts.
     */
    List<Window> windows(Posting posting);

    /** Whether it exists for an instant of a window, which is part of the one that it was posted with. */
    default boolean during(Window part, Posting posting) {
        List<Window> windows = windows(posting);
        if (windows.equals(AS_POSTED)) return true;
        for (Window window : windows) if (window.meets(part)) return true;
        return false;
    }
}
