package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of a party's declarations another party's touched on a day in UTC, what these cost together, and
 * which alarms were raised about it.
 */
public record Touched(long day, int touches, long cost, List<Alarm> alarms) {
    public Touched {
        alarms = List.copyOf(alarms);
    }

    static Touched none(long day) {
        return new Touched(day, 0, 0, List.of());
    }

    Touched more(int count, long more) {
        return new Touched(day, touches + count, Math.min(Long.MAX_VALUE / 2, cost + more), alarms);
    }

    /** What the owner of what was touched knows of it: not what that cost. */
    public Touched countOnly() {
        return new Touched(day, touches, 0, alarms);
    }

    Touched with(Alarm alarm) {
        List<Alarm> all = new ArrayList<>(alarms);
        all.add(alarm);
        return new Touched(day, touches, cost, all);
    }
}
