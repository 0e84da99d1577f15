package org.tansiq.core.party;

import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;

/** What may take a lost head key's place, and the standing keys that are for it, by their points. */
public record Replacement(VerifierKey lost, VerifierKey replacement, Table<Hash, VerifierKey> voices) {
    boolean puts(VerifierKey wanted, VerifierKey inPlaceOf) {
        return replacement.equals(wanted) && lost.equals(inPlaceOf);
    }

    Replacement with(VerifierKey voice) {
        return new Replacement(lost, replacement, voices.put(voice.point(), voice));
    }

    Replacement without(VerifierKey voice) {
        return new Replacement(lost, replacement, voices.remove(voice.point()));
    }
}
