package org.tansiq.geometry;

/**
 * The smallest upright rectangle on the plane of a {@link Face} that holds all points added; at first empty.
 */
final class Rectangle {
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;
    private double top = Double.NEGATIVE_INFINITY;

    void add(double u, double v) {
        left = Math.min(left, u);
        right = Math.max(right, u);
        bottom = Math.min(bottom, v);
        top = Math.max(top, v);
    }

    boolean empty() {
        return left > right;
    }

    /**
     * Now it holds also what lies within an angle (radians, at most {@link Cover#REACH_MAX}) of it on the
     * globe.
     */
    void widen(double angle) {
        double across = turn(angle, nearest(left, right), farthest(bottom, top));
        double upward = turn(angle, nearest(bottom, top), farthest(left, right));
        left = (left - across) / (1 + left * across);
        right = (right + across) / (1 - right * across);
        bottom = (bottom - upward) / (1 + bottom * upward);
        top = (top + upward) / (1 - top * upward);
    }

    /**
     * The tangent of the most that atan(u) can change when a normal seen at (u, v) turns by an angle.
     *
     * <p>The planes of equal u meet in an axis; over it they are meridians and the normal has a latitude b
     * with cos(b)^2 = (1 + u^2) / (1 + u^2 + v^2), so that sin(change) = sin(angle) / cos(b). The sine is
     * taken as the angle, which is more.
     */
    static double turn(double angle, double u, double v) {
        double across = 1 + u * u;
        double sine = angle * StrictMath.sqrt((across + v * v) / across);
        return sine >= 1 ? Double.POSITIVE_INFINITY : sine / StrictMath.sqrt(1 - sine * sine);
    }

    /** What lies on the face itself, in steps of the grid. */
    Patch on(Face face) {
        return new Patch(face, step(left), step(right), step(bottom), step(top));
    }

    /** Whether some of it lies on the face itself. */
    boolean shown() {
        return left <= 1 && right >= -1 && bottom <= 1 && top >= -1;
    }

    // Rounding is monotone, so a point within the rectangle has its step within the patch.
    private static int step(double u) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, (u + 1) * Patch.STEPS_PER_UNIT));
    }

    private static double nearest(double from, double until) {
        if (from <= 0 && until >= 0) return 0;
        return Math.min(Math.abs(from), Math.abs(until));
    }

    private static double farthest(double from, double until) {
        return Math.max(Math.abs(from), Math.abs(until));
    }
}
