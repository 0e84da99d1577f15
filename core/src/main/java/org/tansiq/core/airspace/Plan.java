package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Malformed;
import org.tansiq.core.Wording;
import org.tansiq.core.party.DeskId;

/** Where something is planned, and which desk of its party answers for it. The place is text for people. */
public record Plan(Optional<String> place, DeskId desk, List<DeclaredVolume> volumes, List<Cutout> minus) {
    /** Volumes of one declaration, what is taken out included, times its windows. */
    public static final int VOLUMES_MAX = 3_000;

    public Plan {
        place.ifPresent(text -> Wording.line("place", text, Wording.LINE_MAX));
        volumes = List.copyOf(volumes);
        minus = List.copyOf(minus);
        if (volumes.isEmpty()) throw new Malformed("volumes", "0 volumes", "at least one volume");
    }

    /** The same space and heights: a change of anything else takes nobody by surprise. */
    boolean sameSpace(Plan other) {
        return volumes.equals(other.volumes) && minus.equals(other.minus);
    }
}
