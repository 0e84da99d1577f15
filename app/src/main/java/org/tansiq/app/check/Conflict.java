package org.tansiq.app.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Gap;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Window;

/**
 * Two parts of different declarations that meet through one unbroken run of time.
 *
 * <p>Window, band and box hold all encounters of the run; the gap and the area are those of the deepest
 * one. The verdict is the surest of the run, and it is touching only if every encounter is.
 */
record Conflict(
        Side a,
        Side b,
        List<Encounter> encounters,
        Encounter deepest,
        Window window,
        Band band,
        Box box,
        Optional<Double> area,
        List<Clearing> clearings) {

    /** Soonest first, then by names. */
    static final Comparator<Conflict> ORDER = Comparator.<Conflict>comparingLong(c -> c.window.from())
            .thenComparing(c -> c.a.name())
            .thenComparing(c -> c.b.name())
            .thenComparing(c -> c.a.part().name())
            .thenComparing(c -> c.b.part().name())
            .thenComparingInt(c -> c.deepest.a().side())
            .thenComparingInt(c -> c.deepest.b().side());

    Gap gap() {
        return deepest.overlap().gap();
    }

    boolean touching() {
        return encounters.stream().allMatch(Encounter::touching);
    }

    Verdict verdict() {
        return encounters.stream()
                .map(Encounter::verdict)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Why it is only possible; empty if it is certain. */
    Set<Reason> reasons() {
        return verdict() == Verdict.CERTAIN ? Set.of() : deepest.reasons();
    }
}
