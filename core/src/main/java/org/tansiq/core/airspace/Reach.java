package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.party.PartyId;

/**
 * How far a declaration is open to others, and where it stands said: {@code envelope} is the note that gave
 * the envelope its present form, {@code all} that of the latest version. {@code levels} has who is told more
 * than the overlap. A level is fixed when a version is said, and only ever widens.
 */
public record Reach(Source envelope, Source all, Table<PartyId, Level> levels) {
    public Level of(PartyId party) {
        return levels.get(party).orElse(Level.OVERLAP);
    }

    Reach widened(PartyId party, Level level) {
        return new Reach(envelope, all, levels.put(party, level));
    }

    /** What comes after this one: nobody is told less; an envelope that stays is said by its first note. */
    Reach followed(Reach next, boolean sameEnvelope) {
        Table<PartyId, Level> wider = next.levels;
        for (Table.Row<PartyId, Level> row : levels)
            wider = wider.put(row.key(), next.of(row.key()).or(row.value()));
        return new Reach(sameEnvelope ? envelope : next.envelope, next.all, wider);
    }

    /** What somebody is shown of the declaration so named, and perhaps misplaced, beside the overlap. */
    Optional<Revealed> to(PartyId party, Hash declaration, Optional<Misplaced> misplaced) {
        Level level = of(party);
        return level == Level.OVERLAP
                ? Optional.empty()
                : Optional.of(new Revealed(level, declaration, level == Level.FULL ? all : envelope, misplaced));
    }
}
