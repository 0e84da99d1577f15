package org.tansiq.geometry;

/**
 * The edges of a core, each with a ball in space that holds it, so that far pairs are passed over cheaply.
 */
final class Arcs {
    private static final double SLACK = 1e-12;

    private final Core core;
    private final double[] balls; // x, y, z and radius of each.
    private final double[] whole; // The ball of the whole core.

    Arcs(Core core) {
        this.core = core;
        this.balls = new double[4 * core.edges()];
        for (int i = 0; i < core.edges(); i++) {
            Normal a = core.vertex(i);
            Normal b = core.target(i);
            put(balls, 4 * i, a.plus(b).times(0.5), a.minus(b).length() / 2);
        }
        this.whole = new double[4];
        put(whole, 0, core.cap().centre(), chord(core.cap().radius()));
    }

    int size() {
        return core.edges();
    }

    Arc get(int i) {
        return new Arc(core.vertex(i), core.target(i));
    }

    /** Whether edge i is surely farther than a chord from the whole other core. */
    boolean apart(int i, Arcs other, double chord) {
        return apart(balls, 4 * i, other.whole, 0, chord);
    }

    /** Whether edge i is surely farther than a chord from edge j of the other core. */
    boolean apart(int i, Arcs other, int j, double chord) {
        return apart(balls, 4 * i, other.balls, 4 * j, chord);
    }

    /** Whether edge i is surely farther than a chord from a point. */
    boolean apart(int i, Normal p, double chord) {
        double dx = balls[4 * i] - p.x();
        double dy = balls[4 * i + 1] - p.y();
        double dz = balls[4 * i + 2] - p.z();
        double reach = balls[4 * i + 3] + chord;
        return dx * dx + dy * dy + dz * dz > reach * reach;
    }

    /** Radians from a point to the nearest edge. */
    double angle(Normal p) {
        double nearest = StrictMath.PI;
        double chord = 2;
        for (int i = 0; i < size(); i++) {
            if (apart(i, p, chord)) continue;
            double angle = get(i).angle(p);
            if (angle >= nearest) continue;
            nearest = angle;
            chord = chord(angle);
        }
        return nearest;
    }

    /** The straight line through the unit ball under an angle, rounded up. */
    static double chord(double angle) {
        return 2 * StrictMath.sin(Math.min(angle, StrictMath.PI) / 2) + SLACK;
    }

    private static boolean apart(double[] one, int i, double[] two, int j, double chord) {
        double dx = one[i] - two[j];
        double dy = one[i + 1] - two[j + 1];
        double dz = one[i + 2] - two[j + 2];
        double reach = one[i + 3] + two[j + 3] + chord;
        return dx * dx + dy * dy + dz * dz > reach * reach;
    }

    private static void put(double[] balls, int at, Normal centre, double radius) {
        balls[at] = centre.x();
        balls[at + 1] = centre.y();
        balls[at + 2] = centre.z();
        balls[at + 3] = radius + SLACK;
    }
}
