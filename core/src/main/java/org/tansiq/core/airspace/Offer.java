package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;

/**
 * A version of one's own declaration that comes into force when the other side of a conflict accepts it,
 * until some time in microseconds since 1970.
 *
 * <p>{@code seen} is the conflict's version as its author had it, {@code otherSeen} the other side's at that
 * moment, 0 where that has none. {@code asks} is what the other side is asked to do, in terms of the box
 * shown. {@code ours} and {@code theirs}: what each side is told would be left; nothing for who is over its
 * budget. It was paid for, and is named by the hash of its note.
 */
public record Offer(
        Hash conflict,
        PartyId by,
        int seen,
        int otherSeen,
        AirspaceCommand.Amend amend,
        long until,
        Optional<Change> asks,
        Optional<Outlook> ours,
        Optional<Outlook> theirs,
        Charge charge,
        Source source) {
    public Hash id() {
        return source.note();
    }
}
