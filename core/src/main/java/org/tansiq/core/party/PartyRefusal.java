package org.tansiq.core.party;

import org.tansiq.core.Hash;
import org.tansiq.core.Refusal;

/** Why something about who takes part was refused. */
public sealed interface PartyRefusal extends Refusal {
    record AlreadyAccepted() implements PartyRefusal {}

    /** What was accepted is not this theatre's founding note. */
    record OtherFounding(Hash expected) implements PartyRefusal {}

    record IdTaken(PartyId id) implements PartyRefusal {}

    /** A key is enrolled once, for one party, for ever; or it waits to be. */
    record KeyTaken(String name) implements PartyRefusal {}

    record NoSuchKey(String name) implements PartyRefusal {}

    record NotYours(PartyId party) implements PartyRefusal {}

    record NoSuchDesk(DeskId desk) implements PartyRefusal {}

    record NotYourDesk(DeskId desk) implements PartyRefusal {}

    record NoSuchProposal(Hash proposal) implements PartyRefusal {}

    record AlreadyAgreed() implements PartyRefusal {}

    /** A key made for tests, in a theatre that was not founded for tests. */
    record TestKey(String name) implements PartyRefusal {}

    /** The party's only head key is not revoked but replaced. */
    record LastHead() implements PartyRefusal {}

    /** The theatre's only key of the host: another one is enrolled before it is revoked. */
    record LastHost() implements PartyRefusal {}

    /** Only the host's head names keys that run the theatre's machines. */
    record OnlyHost(PartyId host) implements PartyRefusal {}

    record NoSuchHead(String name) implements PartyRefusal {}

    /** The party has desks enough to replace its head key itself. */
    record DesksDecide(int keys, int needed) implements PartyRefusal {}

    record TooMany(String what, int limit) implements PartyRefusal {}
}
