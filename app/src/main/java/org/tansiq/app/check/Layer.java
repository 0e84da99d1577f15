package org.tansiq.app.check;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Verdict;

/** A band that stays, in the way of one that climbs; one step of the climb is so many millimetres. */
record Layer(Band mover, Band stayer, long step) implements Obstacle {

    @Override
    public OptionalLong free(long steps, long ignored) {
        long most = most();
        if (steps > most) return OptionalLong.empty();
        if (risen(mover, steps * step).meets(stayer) == Verdict.CLEAR) return OptionalLong.of(steps);
        if (!above(most)) return OptionalLong.empty();
        long low = steps;
        long high = most;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (above(middle)) high = middle;
            else low = middle + 1;
        }
        return OptionalLong.of(low);
    }

    /** The same band, so many millimetres higher; open ends stay open. */
    static Band risen(Band band, long millimetres) {
        return new Band(
                band.floor().map(h -> risen(h, millimetres)),
                band.ceiling().map(h -> risen(h, millimetres)),
                band.ground());
    }

    private static Height risen(Height height, long millimetres) {
        return new Height(height.reference(), height.millimetres() + millimetres);
    }

    // Its floor alone against the ceiling that stays: true from some climb on.
    private boolean above(long steps) {
        Optional<Height> floor = mover.floor().map(h -> risen(h, steps * step));
        Band low = new Band(floor, Optional.empty(), mover.ground());
        return low.meets(new Band(Optional.empty(), stayer.ceiling(), stayer.ground())) == Verdict.CLEAR;
    }

    private long most() {
        long top = Stream.of(mover.floor(), mover.ceiling())
                .flatMap(Optional::stream)
                .mapToLong(Height::millimetres)
                .max()
                .orElse(0);
        return (Height.METRES_MAX * 1000 - top) / step;
    }
}
