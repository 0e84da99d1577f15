package org.tansiq.core;

import java.util.List;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.terms.TermsRefusal;

/** Why the rules refused: the fact, named. A refusal is recorded and consumes the note's number. */
public sealed interface Refusal permits HallRefusal, PartyRefusal, TermsRefusal, AirspaceRefusal {
    /** This refusal as all that came of a command. */
    default List<Event> alone() {
        return List.of(new HallEvent.Refused(this));
    }
}
