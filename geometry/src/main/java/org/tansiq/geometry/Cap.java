package org.tansiq.geometry;

/**
 * All normals within an angle (radians) of a centre. A core within a cap of less than a quarter turn is
 * convex in it.
 */
record Cap(Normal centre, double radius) {
    /** The widest cap that a ring may need: a little less than a hemisphere, in radians. */
    static final double RADIUS_MAX = StrictMath.PI / 2 - 0.001;

    private static final int STEPS_MAX = 64;
    private static final double SLACK = 1e-9; // Some millimetres, far above rounding.
    private static final double ROUNDING = 1e-15; // Of a cosine.
    private static final double NARROW = 0.5;

    /**
     * A cap that holds a core; not always the smallest. Half a turn wide where no direction is the middle.
     */
    static Cap around(Core core) {
        Normal sum = new Normal(0, 0, 0);
        for (int i = 0; i < core.vertices(); i++) sum = sum.plus(core.vertex(i).unit());
        if (sum.length() < 1e-9) sum = core.vertex(0).unit();
        Normal centre = sum.unit();
        Normal farthest = farthest(core, centre);
        // Crowded vertices pull the sum to one side: walk towards the farthest, in ever smaller steps.
        for (int step = 2; step < STEPS_MAX && centre.dot(farthest) < NARROW; step++) {
            Normal moved = centre.plus(farthest.minus(centre).times(1.0 / step));
            if (moved.length() < 1e-9) break;
            centre = moved.unit();
            farthest = farthest(core, centre);
        }
        double radius = Normal.angle(centre, farthest) + SLACK;
        // Beyond a quarter turn an edge may lead round the back, outside of a cap that holds both its ends.
        return new Cap(centre, radius < StrictMath.PI / 2 ? radius : StrictMath.PI);
    }

    /**
     * Whether two caps are surely farther apart than some radians: a straight line is shorter than an arc.
     */
    boolean apart(Cap other, double angle) {
        return centre.minus(other.centre).length() > radius + other.radius + angle;
    }

    /** Whether a normal surely lies outside of a cap that holds a ring. The cosine is at least 1 - r²/2. */
    boolean leavesOut(Normal p) {
        double along = p.dot(centre);
        return along <= 0 || along < (1 - radius * radius / 2 - ROUNDING) * p.length();
    }

    /**
     * How far from an arc a convex hull may reach, whose corners lie so near to it and within a radius of one
     * point; all in radians. A chord between corners passes below the sphere by no more than the cosine.
     */
    static double bulge(double cornersWithin, double radius) {
        if (radius >= StrictMath.PI / 2 || cornersWithin >= StrictMath.PI / 2) return StrictMath.PI;
        return StrictMath.asin(Math.min(1, StrictMath.sin(cornersWithin) / StrictMath.cos(radius)));
    }

    /** A quarter turn from the centre, and so outside every ring in the cap. */
    Normal horizon() {
        Normal c = centre;
        boolean steep = Math.abs(c.z()) > 0.7;
        return (steep ? new Normal(c.z(), 0, -c.x()) : new Normal(-c.y(), c.x(), 0)).unit();
    }

    private static Normal farthest(Core core, Normal centre) {
        Normal far = core.vertex(0).unit();
        for (int i = 1; i < core.vertices(); i++) {
            Normal v = core.vertex(i).unit();
            // Of cosines near 1 nothing is left to compare: below a metre only straight lines tell.
            if (v.minus(centre).length() > far.minus(centre).length()) far = v;
        }
        return far;
    }
}
