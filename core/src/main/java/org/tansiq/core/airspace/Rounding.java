package org.tansiq.core.airspace;

import java.util.Optional;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Window;

/**
 * Rounds what is told outward: places to 1 km, heights to 100 m, times to 5 min. Whatever was inside stays
 * so, and nothing of an edge can be read from what comes out.
 *
 * <p>Latitudes lie on multiples of 0.009 degrees (0.995 to 1.005 km). Longitudes lie on as many equal steps
 * round the Earth as are 0.009 degrees long on the box's own rounded parallel nearest the equator; a box
 * within 1 km of a pole goes all round.
 */
final class Rounding {
    private static final double STEP = 0.009;
    private static final long STEP_MICRODEGREES = 9_000;
    private static final double MICRODEGREES = 1e6;
    private static final double NANODEGREES = 1e9;
    private static final long TURN = 360_000_000;
    private static final long POLE = 90_000_000;
    /** How true a box is before it is rounded: it holds its overlap to three times that. */
    static final double METRES = 10;

    private static final double SLACK = 3 * METRES / 110_500;
    private static final long HEIGHT = 100_000; // Millimetres.
    private static final long TIME = 300_000_000; // Microseconds.

    private Rounding() {}

    /** A box as a record keeps it: outward to a billionth of a degree, which a dozen digits write. */
    static Box kept(Box box) {
        return new Box(below(box.south()), above(box.north()), below(box.west()), above(box.east()));
    }

    // The product may be rounded over a whole number that it lies beside.
    private static double below(double degrees) {
        long steps = (long) StrictMath.floor(degrees * NANODEGREES);
        return steps / NANODEGREES <= degrees ? steps / NANODEGREES : (steps - 1) / NANODEGREES;
    }

    private static double above(double degrees) {
        return 0 - below(-degrees); // No -0.0.
    }

    static Box box(Box box) {
        long south = Math.max(-POLE, down((box.south() - SLACK) * MICRODEGREES));
        long north = Math.min(POLE, -down((-box.north() - SLACK) * MICRODEGREES));
        long nearest = south > 0 ? south : Math.min(0, north);
        long furthest = Math.max(-south, north);
        long steps = (long) StrictMath.floor(360 * level(nearest) / STEP);
        if (furthest == POLE || box.east() - box.west() >= 360) return round(south, north);
        double slack = SLACK / level(furthest); // It is the most degrees there.
        long first = (long) StrictMath.floor((box.west() - slack + 180) / 360 * steps);
        double width = box.width() + 2 * slack;
        long last = (long) StrictMath.ceil((box.west() - slack + width + 180) / 360 * steps);
        if (last - first >= steps) return round(south, north);
        return new Box(degrees(south), degrees(north), west(first, steps), east(last, steps));
    }

    // A whole turn.
    private static Box round(long south, long north) {
        return new Box(degrees(south), degrees(north), -180, 180);
    }

    // How long a degree of longitude is on a parallel, as a part of one on the equator.
    private static double level(long parallel) {
        return StrictMath.cos(StrictMath.toRadians(parallel / MICRODEGREES));
    }

    static Band band(Band band) {
        Band told = new Band(down(band), Optional.empty(), Ground.UNKNOWN);
        Optional<Height> ceiling = up(band);
        boolean fits = told.lowest() <= new Band(Optional.empty(), ceiling, Ground.UNKNOWN).highest();
        return fits ? new Band(told.floor(), ceiling, Ground.UNKNOWN) : overW84(band.overW84());
    }

    // The ground that an author named is not told; where heights over it make no band without it, they are
    // over W84.
    private static Band overW84(Band band) {
        return new Band(down(band), up(band), Ground.UNKNOWN);
    }

    private static Optional<Height> down(Band band) {
        return band.floor().map(h -> new Height(h.reference(), Math.floorDiv(h.millimetres(), HEIGHT) * HEIGHT));
    }

    private static Optional<Height> up(Band band) {
        return band.ceiling().map(h -> new Height(h.reference(), Math.ceilDiv(h.millimetres(), HEIGHT) * HEIGHT));
    }

    static Window window(Window window) {
        long from = window.from() == Window.OPEN_FROM ? window.from() : Math.floorDiv(window.from(), TIME) * TIME;
        long until = window.until() == Window.OPEN_UNTIL ? window.until() : Math.ceilDiv(window.until(), TIME) * TIME;
        return new Window(from, until);
    }

    private static long down(double microdegrees) {
        return Math.floorDiv((long) StrictMath.floor(microdegrees), STEP_MICRODEGREES) * STEP_MICRODEGREES;
    }

    private static double west(long step, long steps) {
        return degrees(turned(Math.floorDiv(step * TURN, steps)));
    }

    private static double east(long step, long steps) {
        return degrees(turned(Math.ceilDiv(step * TURN, steps)));
    }

    private static long turned(long fromAntimeridian) {
        long turned = fromAntimeridian - TURN / 2;
        if (turned > TURN / 2) return turned - TURN;
        return turned < -TURN / 2 ? turned + TURN : turned;
    }

    private static double degrees(long microdegrees) {
        return microdegrees / MICRODEGREES;
    }
}
