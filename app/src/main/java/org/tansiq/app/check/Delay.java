package org.tansiq.app.check;

import java.util.OptionalLong;
import org.tansiq.geometry.Window;

/**
 * Delays of one window, in microseconds, at which it meets another: a closed span, open ends as the
 * extremes.
 */
record Delay(long from, long until) implements Obstacle {

    static Delay between(Window mover, Window stayer) {
        boolean never = mover.until() == Window.OPEN_UNTIL || stayer.from() == Window.OPEN_FROM;
        boolean always = mover.from() == Window.OPEN_FROM || stayer.until() == Window.OPEN_UNTIL;
        long from = never ? Long.MIN_VALUE : stayer.from() - mover.until();
        return new Delay(from, always ? Long.MAX_VALUE : stayer.until() - mover.from());
    }

    @Override
    public OptionalLong free(long steps, long step) {
        long delay = steps * step;
        if (delay < from || delay > until) return OptionalLong.of(steps);
        return until == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(until / step + 1);
    }
}
