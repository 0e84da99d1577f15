package org.tansiq.core.party;

import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;

/**
 * What may take a lost head key's place, and the standing keys that are for it, by their points. {@code due}
 * is when it does, in microseconds since 1970, once all other heads are for it.
 */
public record Replacement(
        VerifierKey lost, VerifierKey replacement, Table<Hash, VerifierKey> voices, Optional<Long> due) {
    boolean puts(VerifierKey wanted, VerifierKey inPlaceOf) {
        return replacement.equals(wanted) && lost.equals(inPlaceOf);
    }

    Replacement with(VerifierKey voice) {
        return new Replacement(lost, replacement, voices.put(voice.point(), voice), due);
    }

    /** Whoever takes a voice back stops the clock. */
    Replacement without(VerifierKey voice) {
        return voices.has(voice.point())
                ? new Replacement(lost, replacement, voices.remove(voice.point()), Optional.empty())
                : this;
    }

    Replacement due(long at) {
        return new Replacement(lost, replacement, voices, Optional.of(at));
    }

    boolean over(long at) {
        return due.isPresent() && due.get() <= at;
    }
}
