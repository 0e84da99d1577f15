package org.tansiq.core;

import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyId;

/** Who says something: the note, the key that signed it as it stands enrolled, and when it was taken in. */
public record By(Note note, Key key, long at) {
    public PartyId party() {
        return key.party();
    }
}
