package org.tansiq.core.airspace;

import java.util.List;
import org.tansiq.core.Refusal;

/** What comes of looking at an act before it is signed; nothing hidden from its author has a part in it. */
public sealed interface Previewed {
    /** By party, and what the act would cost. */
    record Shown(Charge charge, List<Preview> parties) implements Previewed {
        public Shown {
            parties = List.copyOf(parties);
        }
    }

    /** It would be refused as it stands. */
    record Barred(Refusal why) implements Previewed {}
}
