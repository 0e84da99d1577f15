package org.tansiq.app.replacement;

import java.util.List;
import java.util.TreeMap;

/** How often what happened. */
final class Tally {
    private static final List<String> TOLD = List.of(
            "conflict.told",
            "conflict.crowded",
            "\"turn\":\"ours\"",
            "\"what\":\"accepted\"",
            "\"what\":\"declined\"",
            "\"what\":\"lapsed\"",
            "budget.exceeded",
            "budget.refilled",
            "budget.lifted",
            "airspace.alarmed",
            "\"late\":true",
            "\"activated\":true",
            "\"overlaps\":[]",
            "\"seenByOther\":true");

    private final TreeMap<String, Integer> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** What a viewer was told in a page of deliveries. */
    void told(String page) {
        String delivery = page.replace("\\", "");
        for (String what : TOLD) if (delivery.contains(what)) count(what);
    }

    int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
