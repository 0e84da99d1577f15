package org.tansiq.core.terms;

import org.tansiq.core.Hash;
import org.tansiq.core.Refusal;
import org.tansiq.core.party.PartyId;

/** Why something about terms was refused. */
public sealed interface TermsRefusal extends Refusal {
    record NoSuchParty(PartyId party) implements TermsRefusal {}

    record NotInGroup() implements TermsRefusal {}

    record NoSuchText(Hash text) implements TermsRefusal {}

    record AlreadySigned() implements TermsRefusal {}

    /** The time to answer is over, or does not lie ahead; in microseconds since 1970. */
    record AnswerTimeOver(long answerBy) implements TermsRefusal {}

    /** This party's signature stands under that many texts that wait for others. */
    record TooManyOpen(int limit) implements TermsRefusal {}

    /** A number that is one for the whole theatre, in a text that does not name all parties. */
    record OnlyByAll(Figure figure) implements TermsRefusal {}
}
