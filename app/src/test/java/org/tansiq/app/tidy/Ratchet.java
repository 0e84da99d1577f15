package org.tansiq.app.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is too long and known to be: each at the size it had when it was written down, or less.
 *
 * <p>An entry that has shrunk must be lowered and one that is no longer too long must go, so that it cannot
 * grow back.
 */
record Ratchet(SortedMap<String, Integer> known) {

    /** Reads lines of a name and a size; empty lines and those that begin with # say nothing. */
    static Ratchet parse(String text) {
        SortedMap<String, Integer> known = new TreeMap<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int cut = line.lastIndexOf(' ');
            known.put(line.substring(0, cut), Integer.valueOf(line.substring(cut + 1)));
        });
        return new Ratchet(known);
    }

    List<String> faults(SortedMap<String, Integer> found) {
        List<String> faults = new ArrayList<>();
        found.forEach((name, size) -> {
            int allowed = known.getOrDefault(name, 0);
            if (size > allowed) faults.add(name + ": " + size + " is too many; known were " + allowed);
            if (size < allowed) faults.add(name + ": has shrunk, so its line in tidy-ratchet.txt becomes " + size);
        });
        known.keySet().stream()
                .filter(name -> !found.containsKey(name))
                .forEach(name -> faults.add(name + ": is well now, so its line in tidy-ratchet.txt goes"));
        return faults;
    }
}
