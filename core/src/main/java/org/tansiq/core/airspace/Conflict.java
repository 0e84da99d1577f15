package org.tansiq.core.airspace;

import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;

/**
 * Two declarations of different parties that meet, or met: the finding, and what each side was told of it.
 */
public record Conflict(Finding finding, Side a, Side b) {
    public Hash id() {
        return finding.conflict();
    }

    public boolean open() {
        return !finding.clear();
    }

    /** Whether something of it still lies ahead or is going on. */
    public boolean open(long at) {
        return !finding.pairs().stream().allMatch(pair -> pair.over(at));
    }

    /** Nothing of it lies ahead, as far as can be said. */
    boolean past(long at) {
        return !open(at) && !finding.more();
    }

    public Side side(PartyId party) {
        return a.party().equals(party) ? a : b;
    }

    public boolean concerns(PartyId party) {
        return a.party().equals(party) || b.party().equals(party);
    }

    Hash other(Hash declaration) {
        return finding.a().equals(declaration) ? finding.b() : finding.a();
    }

    Conflict with(Finding now) {
        return new Conflict(now, a, b);
    }

    Conflict with(Side side) {
        return a.party().equals(side.party()) ? new Conflict(finding, side, b) : new Conflict(finding, a, side);
    }
}
