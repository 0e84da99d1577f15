package org.tansiq.core.airspace;

import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;

/** What became of an offer in a thread, by whom, at a time in microseconds since 1970. */
public record Step(Kind kind, PartyId by, Hash offer, long at) {
    /** Only the first leaves an offer standing. */
    public enum Kind {
        OFFERED,
        /** The other side has made one of its own in its place. */
        COUNTERED,
        /** Its author has made another. */
        REPLACED,
        ACCEPTED,
        DECLINED,
        /** Its author has taken it back. */
        RETRACTED,
        /** One of the two declarations was amended otherwise. */
        VOIDED,
        /** Its time has passed. */
        LAPSED
    }
}
