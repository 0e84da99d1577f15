package org.tansiq.core.terms;

import org.tansiq.core.Hash;

/** A number that holds, and what says so. */
public record Agreed(long value, Source source) {
    /** Where a number comes from. */
    public sealed interface Source {
        /** The text that the note with this hash proposed. */
        record ByText(Hash text) implements Source {}

        /** Entry 0. */
        record ByTheatre() implements Source {}

        /** Nobody agreed on it: the default of the rules in force. */
        record ByRules() implements Source {}
    }
}
