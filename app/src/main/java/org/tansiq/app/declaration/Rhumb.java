package org.tansiq.app.declaration;

import java.util.List;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Unfit;

/**
 * The line of constant bearing between two positions on WGS84, the shorter way round.
 *
 * <p>Along it longitude is proportional to the isometric latitude. To a pole it is the meridian.
 */
record Rhumb(Position source, Position target) {
    private static final double E = 0.08181919084262149; // The first eccentricity of WGS84.
    private static final double EARTH = 6_399_594; // The largest radius of curvature of WGS84, in metres.
    private static final double PARALLEL = 1e-6; // Degrees of latitude below which the quotient is rounding.
    private static final int HALVINGS_MAX = 20;

    /**
     * Adds the positions between both ends that keep every edge within {@link Curves#CHORD_MAX} of the
     * line.
     */
    void between(List<Position> line) {
        double turn = turn();
        if (Math.abs(turn) == 180) throw Faulty.at("", InputFault.RHUMB_HALF_TURN, source.lng(), target.lng());
        if (turn != 0 && !polar()) halve(line, 0, 1, HALVINGS_MAX);
    }

    private boolean polar() {
        return Math.max(Math.abs(source.lat()), Math.abs(target.lat())) == Position.LAT_MAX;
    }

    private void halve(List<Position> line, double from, double until, int halvings) {
        if (line.size() > Core.VERTICES_MAX) throw new Unfit(Fault.TOO_MANY_VERTICES, line.size(), Core.VERTICES_MAX);
        if (halvings == 0 || straight(from, until)) return;
        double middle = (from + until) / 2;
        halve(line, from, middle, halvings - 1);
        line.add(at(middle));
        halve(line, middle, until, halvings - 1);
    }

    // A line that bends both ways can cross its chord in the middle, so three positions are asked.
    private boolean straight(double from, double until) {
        GreatCircle chord = GreatCircle.through(at(from), at(until));
        for (int quarter = 1; quarter <= 3; quarter++) {
            double share = from + (until - from) * quarter / 4;
            if (chord.away(at(share)) * EARTH > 0.8 * Curves.CHORD_MAX) return false;
        }
        return true;
    }

    /** The position at a share of the way, counted along latitude, or along a parallel. */
    Position at(double share) {
        if (share == 0) return source;
        if (share == 1) return target;
        double lat = source.lat() + share * (target.lat() - source.lat());
        double rise = isometric(target.lat()) - isometric(source.lat());
        double east = Math.abs(target.lat() - source.lat()) < PARALLEL
                ? share
                : (isometric(lat) - isometric(source.lat())) / rise;
        double lng = source.lng() + east * turn();
        return new Position(lat, lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng);
    }

    private double turn() {
        return StrictMath.IEEEremainder(target.lng() - source.lng(), 360);
    }

    private static double isometric(double lat) {
        double sine = StrictMath.sin(StrictMath.toRadians(lat));
        return atanh(sine) - E * atanh(E * sine);
    }

    private static double atanh(double x) {
        return 0.5 * (StrictMath.log1p(x) - StrictMath.log1p(-x));
    }
}
