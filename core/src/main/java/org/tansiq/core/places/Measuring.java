package org.tansiq.core.places;

import java.util.Comparator;
import java.util.List;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * How far what a text may mean is from footprints. Whether one of them is near is asked of all; how far the
 * nearest is, which takes longer, only of those whose corners are.
 */
final class Measuring {
    /** What a name may be off, in metres, whatever else is known. */
    static final double FAR = 2000;

    private static final int MEASURED_MAX = 30;
    private static final double CIRCLE = 360;

    private final Gazetteer.Reached reached;
    private final List<Footprint> held;
    private final double limit;

    Measuring(Gazetteer.Reached reached, List<Footprint> held, double precision) {
        double off = Math.max(reached.from().precision(), precision);
        this.reached = reached;
        this.held = held;
        this.limit = Math.min(Footprint.RADIUS_MAX, Math.max(FAR, Math.max(reached.radius(), off)));
    }

    boolean far() {
        Volume near = round(limit);
        return held.stream().noneMatch(footprint -> Meeting.possible(near, always(footprint)));
    }

    Gazetteer.Away away() {
        Volume there = round(0);
        double metres = held.stream()
                .sorted(Comparator.comparingDouble(this::roughly))
                .limit(MEASURED_MAX)
                .mapToDouble(footprint ->
                        Meeting.between(there, always(footprint)).gap().metres())
                .min()
                .orElseThrow();
        return new Gazetteer.Away(reached.from(), reached.at(), Math.max(0, metres), limit, far());
    }

    // In square degrees of latitude.
    private double roughly(Footprint footprint) {
        Position at = reached.at();
        double narrow = StrictMath.cos(StrictMath.toRadians(at.lat()));
        double least = Double.MAX_VALUE;
        for (List<Position> part : footprint.core().positions())
            for (Position corner : part) {
                double north = corner.lat() - at.lat();
                double east = Math.abs(corner.lng() - at.lng());
                double across = narrow * Math.min(east, CIRCLE - east);
                least = Math.min(least, north * north + across * across);
            }
        return least;
    }

    private Volume round(double radius) {
        return always(new Footprint(Core.spot(reached.at()), radius));
    }

    // What the positions may be off is in the limit.
    private static Volume always(Footprint footprint) {
        Footprint exact = footprint.precision() == 0 ? footprint : new Footprint(footprint.core(), footprint.radius());
        return new Volume(exact, Band.ALL, Window.ALWAYS);
    }
}
