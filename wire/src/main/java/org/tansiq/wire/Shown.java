package org.tansiq.wire;

import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Party;

/** What is shown of the state, each in its one form in JSON: as deliveries have it. */
public final class Shown {
    private Shown() {}

    public static Json party(Party party) {
        return PartyForms.STANDING_PARTY.write(party);
    }

    public static Json key(Key key) {
        return PartyForms.KEY.write(key);
    }

    public static Json declaration(Declaration declaration) {
        return AirspaceForms.DECLARATION.write(declaration);
    }

    public static Json conflict(ConflictView view) {
        return AirspaceOutcomes.VIEW.write(view);
    }
}
