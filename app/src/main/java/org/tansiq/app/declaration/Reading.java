package org.tansiq.app.declaration;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came out of one file.
 *
 * <p>Law: {@code read} is the number of declarations, plus the refused, plus the skipped. Skipped kinds in
 * lower case are keys of messages ({@link Skipped}); those in upper case are commands of a scenario, which
 * no language translates.
 */
public record Reading(
        List<Declaration> declarations, List<Refused> refused, SortedMap<String, Long> skipped, long read) {
    public Reading {
        declarations = List.copyOf(declarations);
        refused = List.copyOf(refused);
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    }
}
