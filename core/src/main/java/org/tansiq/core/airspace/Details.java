package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.core.Malformed;
import org.tansiq.core.Wording;

/**
 * What a party says of its declaration beyond the envelope: what it calls it, what for, by what, how many.
 */
public record Details(
        String name, Optional<Use> use, Optional<Craft> craft, Optional<Integer> count, Optional<String> remarks) {
    public static final int COUNT_MAX = 100_000;

    /** What the airspace is used for. */
    public enum Use {
        RESERVED,
        KEEP_OUT,
        TRANSIT,
        REFUELLING,
        DROP_OR_LANDING,
        OTHER
    }

    /** What flies, or else uses the airspace. */
    public enum Craft {
        MANNED,
        UNMANNED,
        OTHER
    }

    public Details {
        Wording.line("name", name, Wording.LINE_MAX);
        remarks.ifPresent(text -> Wording.line("remarks", text, Wording.LINE_MAX));
        if (count.isPresent() && (count.get() < 1 || count.get() > COUNT_MAX))
            throw new Malformed("count", "" + count.get(), "1 to " + COUNT_MAX);
    }
}
