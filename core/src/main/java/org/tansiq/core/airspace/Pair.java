package org.tansiq.core.airspace;

import java.util.Comparator;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Window;

/**
 * Window {@code a} of the one declaration and window {@code b} of the other meet, and what holds all of it.
 */
public record Pair(int a, int b, Verdict verdict, boolean touching, Box box, Band band, Window window) {
    static final Comparator<Pair> SOONEST = Comparator.<Pair>comparingLong(pair -> pair.window.from())
            .thenComparingLong(pair -> pair.window.until())
            .thenComparingInt(Pair::a)
            .thenComparingInt(Pair::b);

    /** Whether it is past, as both sides are told it: the exact end is for neither. */
    boolean over(long at) {
        return Rounding.window(window).until() < at;
    }

    Pair joined(Pair other) {
        return new Pair(
                a,
                b,
                verdict.compareTo(other.verdict) <= 0 ? verdict : other.verdict,
                touching && other.touching,
                box.joined(other.box),
                band.joined(other.band),
                window.joined(other.window));
    }

    /** With the box that a record keeps. */
    Pair kept() {
        return new Pair(a, b, verdict, touching, Rounding.kept(box), band, window);
    }

    Pair turned() {
        return new Pair(/* a= */ b, /* b= */ a, verdict, touching, box, band, window);
    }
}
