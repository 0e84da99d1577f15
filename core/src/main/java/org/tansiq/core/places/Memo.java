package org.tansiq.core.places;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * What was found for the names that were asked for last: a desk names the same few places again and again.
 * Nobody can tell it from asking anew but by the time it takes.
 */
final class Memo {
    static final int NAMES_MAX = 2_000;

    private final SequencedMap<String, List<Gazetteer.Found>> kept =
            new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);

    List<Gazetteer.Found> of(String name, Function<String, List<Gazetteer.Found>> find) {
        Optional<List<Gazetteer.Found>> known = known(name);
        if (known.isPresent()) return known.get();
        List<Gazetteer.Found> found = find.apply(name);
        keep(name, found);
        return found;
    }

    private synchronized Optional<List<Gazetteer.Found>> known(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    private synchronized void keep(String name, List<Gazetteer.Found> found) {
        kept.put(name, found);
        if (kept.size() > NAMES_MAX) kept.pollFirstEntry();
    }

    synchronized int size() {
        return kept.size();
    }
}
