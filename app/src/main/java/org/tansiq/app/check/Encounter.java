package org.tansiq.app.check;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.tansiq.geometry.Finding;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Volume;

/** Two volumes that meet, by their places on two sides. */
record Encounter(Roll.Item a, Roll.Item b, Finding.Overlap overlap, Set<Reason> reasons) {
    /** By sides, then soonest first; so that what belongs to one run of time stands together. */
    static final Comparator<Encounter> ORDER = Comparator.<Encounter>comparingInt(e -> e.a.side())
            .thenComparingInt(e -> e.b.side())
            .thenComparingLong(e -> e.overlap.window().from())
            .thenComparingInt(e -> e.a.place())
            .thenComparingInt(e -> e.b.place());

    /** What two volumes give, the one read first named first; empty if they are clear. */
    static Optional<Encounter> between(Roll roll, Roll.Item one, Roll.Item two) {
        boolean inOrder = one.side() < two.side();
        Roll.Item a = inOrder ? one : two;
        Roll.Item b = inOrder ? two : one;
        return Meeting.between(a.volume(), b.volume()) instanceof Finding.Overlap overlap && !seam(roll, a, b, overlap)
                ? lessMinus(roll, new Encounter(a, b, overlap, Reason.of(a.volume(), b.volume(), overlap)))
                : Optional.empty();
    }

    boolean touching() {
        return overlap.touching();
    }

    Verdict verdict() {
        return reasons.isEmpty() ? overlap.verdict() : Verdict.POSSIBLE;
    }

    // The end of one slice and the start of another share a moment, but not where in them each then is. If
    // they meet at that moment, the slices that go on from it meet too.
    private static boolean seam(Roll roll, Roll.Item a, Roll.Item b, Finding.Overlap overlap) {
        long at = overlap.window().from();
        if (at != overlap.window().until()) return false;
        return roll.side(a.side()).goesOn(a.place(), at) || roll.side(b.side()).goesOn(b.place(), at);
    }

    private static Optional<Encounter> lessMinus(Roll roll, Encounter found) {
        Side a = roll.side(found.a.side());
        Side b = roll.side(found.b.side());
        if (excluded(a, b, found.b) || excluded(b, a, found.a)) return Optional.empty();
        if (cut(a, found.b) || cut(b, found.a)) found.reasons.add(Reason.MINUS);
        return Optional.of(found);
    }

    // The whole margin must lie inside what is taken out, not only the half that the volume carries.
    private static boolean excluded(Side outer, Side inner, Roll.Item item) {
        if (outer.part().minus().isEmpty()) return false;
        Volume wide = Side.widened(item.volume(), inner.margin());
        return outer.part().minus().stream().anyMatch(minus -> Meeting.holds(minus, wide));
    }

    private static boolean cut(Side outer, Roll.Item item) {
        return outer.part().minus().stream().anyMatch(minus -> Meeting.possible(minus, item.volume()));
    }
}
