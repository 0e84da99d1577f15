package org.tansiq.app.check;

import java.util.EnumSet;
import java.util.Set;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Finding;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Volume;

/** Why a meeting is possible and not certain. */
enum Reason {
    /** The outlines are not known well enough. */
    PRECISION,
    /** They meet by less than can be told from not meeting. */
    BORDER,
    /** Heights of two references. */
    REFERENCES,
    /** A height over ground, and the ground is not known. */
    GROUND,
    /** One of them is taken out in part from the other, and is not wholly in that part. */
    MINUS;

    /** Why this meeting is not certain; empty if it is. */
    static Set<Reason> of(Volume a, Volume b, Finding.Overlap overlap) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (overlap.verdict() == Verdict.CERTAIN) return reasons;
        double precision = a.footprint().precision() + b.footprint().precision();
        if (-overlap.gap().upper() <= precision) reasons.add(precision > 0 ? PRECISION : BORDER);
        if (a.band().meets(b.band()) == Verdict.POSSIBLE) {
            reasons.add(REFERENCES);
            if (groundMissing(a.band()) || groundMissing(b.band())) reasons.add(GROUND);
        }
        return reasons;
    }

    private static boolean groundMissing(Band band) {
        return !band.ground().known()
                && (band.floor().filter(Reason::overGround).isPresent()
                        || band.ceiling().filter(Reason::overGround).isPresent());
    }

    private static boolean overGround(Height height) {
        return height.reference() == Reference.AGL;
    }
}
