package org.tansiq.core.party;

import java.util.List;
import java.util.TreeSet;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Names;
import org.tansiq.core.VerifierKey;

/** A party as it comes in: its name, and the keys that sign for it. */
public record PartyDraft(PartyId id, Names names, Kind kind, List<VerifierKey> heads) {
    public static final int HEADS_MAX = 8;

    public PartyDraft {
        heads = List.copyOf(heads);
        if (heads.isEmpty() || heads.size() > HEADS_MAX)
            throw new Malformed("heads", heads.size() + " keys", "1 to " + HEADS_MAX + " keys");
        TreeSet<Hash> points = new TreeSet<>();
        for (VerifierKey head : heads)
            if (!points.add(head.point())) throw new Malformed("heads", head.name(), "each key once");
    }
}
