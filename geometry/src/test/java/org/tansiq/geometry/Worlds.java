package org.tansiq.geometry;

import java.util.List;

/** Worlds in which not all that was posted exists. */
final class Worlds {
    /** A third does not exist, a third exists in the first and last hours only, a third as posted. */
    static final Alive SOME = posting -> switch ((int) (posting.declaration() % 3)) {
        case 0 -> List.of();
        case 1 ->
            List.of(new Window(Window.OPEN_FROM, -36_000_000_000L), new Window(36_000_000_000L, Window.OPEN_UNTIL));
        default -> Alive.AS_POSTED;
    };

    private Worlds() {}

    /** Only the first so many exist. */
    static Alive first(int count) {
        return posting -> posting.declaration() < count ? Alive.AS_POSTED : List.of();
    }
}
