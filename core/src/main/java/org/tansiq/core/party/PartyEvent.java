package org.tansiq.core.party;

import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;

/** What is so of who takes part. */
public sealed interface PartyEvent extends Event {
    record Founded(Theatre theatre) implements PartyEvent {}

    record Accepted(PartyId party) implements PartyEvent {}

    record PartyProposed(Hash proposal, PartyDraft party, PartyId by) implements PartyEvent {}

    record PartyAgreed(Hash proposal, PartyId by) implements PartyEvent {}

    /** As many as had to have agreed: the party may accept. */
    record PartyInvited(Hash proposal) implements PartyEvent {}

    record DeskSet(PartyId party, Desk desk) implements PartyEvent {}

    record KeyEnrolled(Key key) implements PartyEvent {}

    record KeyRevoked(PartyId party, VerifierKey key, String why) implements PartyEvent {}

    record ReplacementVoted(PartyId party, VerifierKey lost, VerifierKey replacement, VerifierKey by)
            implements PartyEvent {}

    /**
     * All other heads want it: the key is replaced at a time, in microseconds since 1970, unless it signs
     * something until then.
     */
    record ReplacementDue(PartyId party, VerifierKey lost, VerifierKey replacement, long at) implements PartyEvent {}

    /** The key that was said to be lost has signed something, so that it is not replaced. */
    record NotLost(PartyId party, VerifierKey key) implements PartyEvent {}

    record HeadReplaced(PartyId party, VerifierKey lost, VerifierKey replacement) implements PartyEvent {}
}
