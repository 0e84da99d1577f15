package org.tansiq.core.terms;

import org.tansiq.core.Command;
import org.tansiq.core.Hash;

/** What is asked about terms. */
public sealed interface TermsCommand extends Command {
    /** A head of one of the group proposes a text, and signs it thereby. */
    record Propose(Text text) implements TermsCommand {}

    /** A head signs the text that the note with this hash proposed. */
    record Sign(Hash text) implements TermsCommand {}
}
