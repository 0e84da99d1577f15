package org.tansiq.core.airspace;

import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Window;

/**
 * One place and time where two declarations meet, as a side is told it: rounded outward to 1 km, 100 m and 5
 * min.
 *
 * <p>{@code number} counts from 1 within the conflict; {@code own} is the viewer's own window; {@code late}
 * says that the other side gave too little notice of it, {@code activated} that its window is in use.
 */
public record Overlap(
        int number,
        int own,
        Verdict verdict,
        boolean touching,
        Box box,
        Band band,
        Window window,
        boolean late,
        boolean activated) {
    boolean over(long at) {
        return window.until() < at;
    }

    Overlap still() {
        return new Overlap(0, own, verdict, touching, box, band, window, late, /* activated= */ false);
    }

    Overlap numbered(int place) {
        return new Overlap(place, own, verdict, touching, box, band, window, late, activated);
    }
}
