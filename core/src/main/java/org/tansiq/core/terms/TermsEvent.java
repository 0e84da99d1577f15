package org.tansiq.core.terms;

import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;

/** What is so of terms. A text is named by the hash of the note that proposed it. */
public sealed interface TermsEvent extends Event {
    record TheatreTermsSet(Figures figures) implements TermsEvent {}

    record Proposed(Hash text, Text content, PartyId by) implements TermsEvent {}

    record Signed(Hash text, PartyId by) implements TermsEvent {}

    /**
     * All have signed. {@code everywhere}: the group is everybody, so that its numbers are the theatre's;
     * {@code standing} matters that the whole group knows of were said before, and stay as they were.
     */
    record InForce(Hash text, boolean everywhere, int standing) implements TermsEvent {}

    /** The time to answer is over. */
    record Lapsed(Hash text) implements TermsEvent {}
}
