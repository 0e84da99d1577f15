package org.tansiq.core.terms;

import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;

/** How far a text of terms has come. */
public sealed interface Standing {
    Text text();

    /** It waits for signatures; {@code true} stands beside those who have signed. */
    record Signing(Text text, Table<PartyId, Boolean> signed) implements Standing {
        boolean all() {
            return text.group().parties().stream().allMatch(signed::has);
        }

        Signing with(PartyId by) {
            return new Signing(text, signed.put(by, true));
        }
    }

    /** All have signed. {@code order} counts from 0 what came in force. */
    record InForce(Text text, int order) implements Standing {}

    /** The time to answer ran out. */
    record Lapsed(Text text) implements Standing {}
}
