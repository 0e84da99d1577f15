package org.tansiq.core;

import org.tansiq.core.party.PartyId;

/** What is so of the theatre as a whole, or of the record itself. */
public sealed interface HallEvent extends Event {
    record Refused(Refusal why) implements HallEvent {}

    /**
     * One key signed two notes with one number: {@code first} was taken, {@code second} is kept as evidence.
     */
    record Equivocated(VerifierKey key, long seq, Hash first, Hash second) implements HallEvent {}

    record WorldHash(long next, Hash hash) implements HallEvent {}

    record RulesAgreed(PartyId party, Hash rules) implements HallEvent {}

    /** What comes after this entry is decided by rules with this hash. */
    record RulesInForce(Hash rules) implements HallEvent {}
}
