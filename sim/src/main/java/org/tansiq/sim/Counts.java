package org.tansiq.sim;

import java.util.TreeMap;

/** How often each act and each fault occurred. */
public final class Counts {
    private final TreeMap<String, Long> counted = new TreeMap<>();

    void add(String what) {
        add(what, 1);
    }

    void add(String what, long times) {
        counted.merge(what, times, Long::sum);
    }

    public void addAll(Counts other) {
        other.counted.forEach(this::add);
    }

    public long of(String what) {
        return counted.getOrDefault(what, 0L);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counted.forEach(
                (what, times) -> text.append(times).append(' ').append(what).append('\n'));
        return text.toString();
    }
}
