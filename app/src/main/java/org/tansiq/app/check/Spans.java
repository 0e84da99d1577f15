package org.tansiq.app.check;

import java.util.Optional;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Window;

/** The smallest span that holds two: of time, of height, of latitude and longitude. */
final class Spans {
    private static final double TURN = 360;

    private Spans() {}

    static Window both(Window a, Window b) {
        return new Window(Math.min(a.from(), b.from()), Math.max(a.until(), b.until()));
    }

    static Band both(Band a, Band b) {
        if (a.equals(b)) return a;
        Ground ground = new Ground(
                Math.min(a.ground().lowest(), b.ground().lowest()),
                Math.max(a.ground().highest(), b.ground().highest()));
        return new Band(lower(a, b), higher(a, b), ground);
    }

    /** Of the two ways round the Earth the shorter one. */
    static Box both(Box a, Box b) {
        Box east = eastward(a, b);
        Box west = eastward(b, a);
        return width(east) <= width(west) ? east : west;
    }

    private static Optional<Height> lower(Band a, Band b) {
        if (a.floor().isEmpty() || b.floor().isEmpty()) return Optional.empty();
        return below(a.floor().get(), a.lowest(), b.floor().get(), b.lowest()) ? a.floor() : b.floor();
    }

    private static Optional<Height> higher(Band a, Band b) {
        if (a.ceiling().isEmpty() || b.ceiling().isEmpty()) return Optional.empty();
        return below(a.ceiling().get(), a.highest(), b.ceiling().get(), b.highest()) ? b.ceiling() : a.ceiling();
    }

    private static boolean below(Height a, long lowest, Height b, long other) {
        return a.reference() == b.reference() ? a.millimetres() <= b.millimetres() : lowest <= other;
    }

    // From the west of the one, far enough east to hold both.
    private static Box eastward(Box a, Box b) {
        double start = (b.west() - a.west() + 2 * TURN) % TURN;
        double reach = Math.max(width(a), start + width(b));
        double south = Math.min(a.south(), b.south());
        double north = Math.max(a.north(), b.north());
        if (reach >= TURN) return new Box(south, north, -TURN / 2, TURN / 2);
        double east = a.west() + reach;
        return new Box(south, north, a.west(), east > TURN / 2 ? east - TURN : east);
    }

    static double width(Box box) {
        return box.east() >= box.west() ? box.east() - box.west() : box.east() - box.west() + TURN;
    }
}
