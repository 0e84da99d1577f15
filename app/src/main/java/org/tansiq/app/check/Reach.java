package org.tansiq.app.check;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/** A cap on the unit sphere that surely holds a footprint: what is apart by caps needs no closer look. */
record Reach(double x, double y, double z, double radians) {
    // The smallest radius of curvature of WGS84, of the meridian at the equator: metres become too many
    // radians.
    private static final double METRES_PER_RADIAN = 6_335_000;
    private static final double SLACK = 1e-6;

    static Reach of(Footprint footprint) {
        List<double[]> points = new ArrayList<>();
        footprint.core().positions().forEach(ring -> ring.forEach(p -> points.add(vector(p))));
        double[] sum = new double[3];
        for (double[] p : points) for (int i = 0; i < 3; i++) sum[i] += p[i];
        double length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
        if (length < SLACK) return new Reach(0, 0, 1, Math.PI);
        Reach centre = new Reach(sum[0] / length, sum[1] / length, sum[2] / length, 0);
        double widest = 0;
        for (double[] p : points) widest = Math.max(widest, centre.angle(p[0], p[1], p[2]));
        double radians = widest + footprint.reach() / METRES_PER_RADIAN + SLACK;
        // An edge between points less than a quarter turn from the centre stays in their cap.
        return new Reach(centre.x, centre.y, centre.z, widest < Math.PI / 2 ? radians : Math.PI);
    }

    boolean meets(Reach other) {
        double limit = radians + other.radians;
        if (limit >= Math.PI) return true;
        return x * other.x + y * other.y + z * other.z >= Math.cos(limit) - 1e-12;
    }

    private double angle(double px, double py, double pz) {
        double chord = Math.sqrt((x - px) * (x - px) + (y - py) * (y - py) + (z - pz) * (z - pz));
        return 2 * Math.asin(Math.min(1, chord / 2));
    }

    private static double[] vector(Position p) {
        double lat = Math.toRadians(p.lat());
        double lng = Math.toRadians(p.lng());
        return new double[] {Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)};
    }
}
