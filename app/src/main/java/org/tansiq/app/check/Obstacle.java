package org.tansiq.app.check;

import java.util.List;
import java.util.OptionalLong;

/** What stands in the way of moving a volume by some distance, in millimetres or microseconds. */
sealed interface Obstacle permits Layer, Delay {
    /**
     * The least whole number of steps, at least so many, that is past this obstacle or before it; empty if
     * none.
     */
    OptionalLong free(long steps, long step);

    /** The least whole number of steps, 1 at least, that is free of all obstacles. */
    static OptionalLong least(List<Obstacle> obstacles, long step) {
        long steps = 1;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Obstacle obstacle : obstacles) {
                OptionalLong free = obstacle.free(steps, step);
                if (free.isEmpty()) return free;
                moved |= free.getAsLong() != steps;
                steps = free.getAsLong();
            }
        }
        return OptionalLong.of(steps);
    }
}
