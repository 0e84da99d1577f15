package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.party.PartyId;

/**
 * The most that one other party can be told of a version that is not said yet: as if all of it met something
 * of that party's. {@code overlaps} are numbered by the version's windows, the soonest of them; {@code more}
 * says that some are left out.
 */
public record Preview(
        PartyId to,
        Level level,
        Answering desk,
        List<Overlap> overlaps,
        boolean more,
        Optional<Envelope> envelope,
        Optional<Misplaced> misplaced,
        Optional<Details> details) {
    public Preview {
        overlaps = List.copyOf(overlaps);
    }
}
