package org.tansiq.core.airspace;

import java.util.List;
import org.tansiq.core.party.Cover;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Window;

/**
 * How much of the sky a version takes for how long, in thousands of cubic metres times hours. Every volume
 * counts in every window, with its radius and its precision, for within that too it meets others, and not
 * less than 1 km2, 100 m and 5 minutes, to which what is told of it is rounded. What crosses itself counts
 * twice; what is taken out counts too. An open height counts to the theatre's own, an open end of time to the
 * horizon.
 *
 * <p>Areas are those of a sphere of the same surface as the Earth (radius 6,371,007.2 m), on which an edge is
 * taken as straight in longitude and the sine of latitude: within a few parts in a hundred for edges of
 * hundreds of kilometres.
 */
final class VolumeTime {
    /** What one cubic kilometre for an hour counts. */
    static final long KM3_HOUR = 1_000_000;

    private static final double RADIUS = 6_371_007.2;
    private static final double AREA_MIN = 1_000_000;
    private static final double HEIGHT_MIN = 100;
    private static final double HOURS_MIN = 5 / 60.0;
    private static final double HOUR = 3600.0 * Margins.MICROS;
    private static final double UNIT = 1000;
    // Where a theatre's own floor is open.
    private static final long LOWEST_GROUND = Ground.UNKNOWN.lowest();
    private static final long MOST = 1L << 61; // Two of them can still be added.

    private VolumeTime() {}

    static long of(Plan plan, List<Window> windows, Cover cover, long horizon) {
        double all = 0;
        for (DeclaredVolume volume : plan.volumes()) {
            double space = Math.max(AREA_MIN, area(volume.outline()))
                    * Math.max(HEIGHT_MIN, height(volume.band(), cover.band()));
            for (Window window : windows) all += space * hours(volume.part(window), horizon);
        }
        return (long) Math.min((double) MOST, StrictMath.ceil(all / UNIT));
    }

    /** Two costs together, as far as numbers go. */
    static long added(long one, long other) {
        return Math.min(MOST, one + other);
    }

    private static double hours(Window window, long horizon) {
        return Math.max(HOURS_MIN, (double) (Math.min(window.until(), horizon) - window.from()) / HOUR);
    }

    private static double height(Band band, Band cover) {
        if (band.floor().isPresent()
                && band.ceiling().isPresent()
                && band.floor().get().reference() == band.ceiling().get().reference())
            return (band.ceiling().get().millimetres() - band.floor().get().millimetres()) / 1000.0;
        long low = Math.max(band.lowest(), lowest(cover));
        long high = Math.min(band.highest(), highest(cover));
        return (double) (high - low) / 1000;
    }

    private static long lowest(Band cover) {
        return Math.max(cover.lowest(), LOWEST_GROUND);
    }

    private static long highest(Band cover) {
        return Math.min(cover.highest(), Height.METRES_MAX * 1000);
    }

    /** Square metres; holes are taken out. */
    static double area(Outline outline) {
        double radius = outline.radius() + outline.precision();
        double round = StrictMath.PI * radius * radius;
        if (outline.kind() == Core.Kind.SPOT) return round;
        List<List<Position>> parts = outline.parts();
        if (outline.kind() == Core.Kind.CHAIN) return length(parts.getFirst(), false) * 2 * radius + round;
        double area = inside(parts.getFirst()) + rim(parts.getFirst(), radius) + round;
        for (List<Position> hole : parts.subList(1, parts.size()))
            area -= Math.max(0, inside(hole) - rim(hole, radius));
        return area;
    }

    private static double rim(List<Position> ring, double radius) {
        return radius == 0 ? 0 : length(ring, true) * radius;
    }

    private static double length(List<Position> positions, boolean closed) {
        double length = 0;
        for (int i = 1; i < positions.size(); i++)
            length += positions.get(i - 1).metresTo(positions.get(i));
        return closed ? length + positions.getLast().metresTo(positions.getFirst()) : length;
    }

    private static double inside(List<Position> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            Position from = ring.get(i);
            Position to = ring.get((i + 1) % ring.size());
            twice += StrictMath.toRadians(turn(to.lng() - from.lng())) * (sine(from) + sine(to));
        }
        double area = Math.abs(twice) / 2 * RADIUS * RADIUS;
        return Math.min(area, 4 * StrictMath.PI * RADIUS * RADIUS - area);
    }

    private static double sine(Position position) {
        return StrictMath.sin(StrictMath.toRadians(position.lat()));
    }

    private static double turn(double degrees) {
        if (degrees > 180) return degrees - 360;
        return degrees < -180 ? degrees + 360 : degrees;
    }
}
