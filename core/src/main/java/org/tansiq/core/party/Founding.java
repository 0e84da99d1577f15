package org.tansiq.core.party;

import java.util.List;
import java.util.TreeSet;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Names;
import org.tansiq.core.VerifierKey;

/**
 * What entry 0 says of the theatre. {@code tests} tells whether keys made for tests may take part;
 * {@code host} is the founder whose key signs entry 0 and runs the machines.
 */
public record Founding(
        Names names, Cover cover, boolean tests, PartyId host, List<PartyDraft> founders, Quorum quorum) {
    public static final int PARTIES_MAX = 128;

    public Founding {
        founders = List.copyOf(founders);
        if (founders.size() < 2 || founders.size() > PARTIES_MAX)
            throw new Malformed("founders", founders.size() + " parties", "2 to " + PARTIES_MAX);
        if (founders.stream().noneMatch(f -> f.id().equals(host)))
            throw new Malformed("host", host.text(), "one of the founders");
        TreeSet<PartyId> ids = new TreeSet<>();
        TreeSet<Hash> points = new TreeSet<>();
        for (PartyDraft founder : founders) {
            if (!ids.add(founder.id()))
                throw new Malformed("founders.id", founder.id().text(), "each id once");
            for (VerifierKey head : founder.heads())
                if (!points.add(head.point())) throw new Malformed("founders.heads", head.name(), "each key once");
        }
    }
}
