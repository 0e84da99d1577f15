package org.tansiq.geometry;

import java.math.BigDecimal;

/**
 * On which side normals lie of each other, exactly, for the doubles given.
 *
 * <p>Rays count, not lengths; components are at most 2 and may be as small as doubles go. Laws of {@link
 * #sign}: rotatingDoesNotMatter, exchangingInverts, zeroOnlyIfOnOnePlane. No symbolic perturbation: what lies
 * on one plane is said to, so that closed sets which touch meet.
 */
final class Orientation {

    // 2^-50, 8 half-ulps. Each of the six products in the determinant is rounded at most five times (two
    // multiplications, a subtraction, two additions), so it errs by less than 5.01 half-ulps of the sum of
    // their sizes; that sum, rounded as often, is short by as little again.
    private static final double RELATIVE_ERROR = 0x1p-50;

    private Orientation() {}

    /**
     * The sign of det[a b c]: 1 if c is left of the great circle from a to b, -1 if right, 0 if all three lie
     * on one plane through the centre.
     */
    static int sign(Normal a, Normal b, Normal c) {
        double determinant = a.dot(b.cross(c));
        // MIN_NORMAL covers what products lose that are too small for a double.
        if (StrictMath.abs(determinant) > RELATIVE_ERROR * sizes(a, b, c) + Double.MIN_NORMAL) {
            return determinant > 0 ? 1 : -1;
        }
        boolean twice = a.equals(b) || b.equals(c) || c.equals(a);
        return twice ? 0 : exactSign(a, b, c);
    }

    private static double sizes(Normal a, Normal b, Normal c) {
        double bx = StrictMath.abs(b.x());
        double by = StrictMath.abs(b.y());
        double bz = StrictMath.abs(b.z());
        double cx = StrictMath.abs(c.x());
        double cy = StrictMath.abs(c.y());
        double cz = StrictMath.abs(c.z());
        return StrictMath.abs(a.x()) * (by * cz + bz * cy)
                + StrictMath.abs(a.y()) * (bz * cx + bx * cz)
                + StrictMath.abs(a.z()) * (bx * cy + by * cx);
    }

    /**
     * What {@link #sign} falls back on; a BigDecimal holds every double, sum and product without rounding.
     */
    static int exactSign(Normal a, Normal b, Normal c) {
        BigDecimal x = new BigDecimal(a.x()).multiply(minor(b.y(), b.z(), c.y(), c.z()));
        BigDecimal y = new BigDecimal(a.y()).multiply(minor(b.z(), b.x(), c.z(), c.x()));
        BigDecimal z = new BigDecimal(a.z()).multiply(minor(b.x(), b.y(), c.x(), c.y()));
        return x.add(y).add(z).signum();
    }

    private static BigDecimal minor(double p, double q, double r, double s) {
        return new BigDecimal(p).multiply(new BigDecimal(s)).subtract(new BigDecimal(q).multiply(new BigDecimal(r)));
    }

    /** Whether p, which must lie on the plane of a and b, is on the closed minor arc from a to b; exact. */
    static boolean between(Normal a, Normal p, Normal b) {
        if (p.equals(a) || p.equals(b)) {
            return true;
        }
        // On one plane all three cross products are parallel: one coordinate in which a x b is not 0 decides.
        for (int axis = 0; axis < 3; axis++) {
            int whole = crossSign(a, b, axis);
            if (whole != 0) {
                return whole * crossSign(a, p, axis) >= 0 && whole * crossSign(p, b, axis) >= 0;
            }
        }
        return sameRay(a, p);
    }

    private static boolean sameRay(Normal a, Normal p) {
        boolean parallel = crossSign(a, p, 0) == 0 && crossSign(a, p, 1) == 0 && crossSign(a, p, 2) == 0;
        return parallel && a.dot(p) > 0;
    }

    private static int crossSign(Normal a, Normal b, int axis) {
        return switch (axis) {
            case 0 -> minor(a.y(), a.z(), b.y(), b.z()).signum();
            case 1 -> minor(a.z(), a.x(), b.z(), b.x()).signum();
            default -> minor(a.x(), a.y(), b.x(), b.y()).signum();
        };
    }

    /**
     * Whether the closed arcs ab and cd, each shorter than a half circle and maybe a single point, share a
     * point; exact, so the same whichever way round either runs and whichever comes first.
     */
    static boolean meet(Normal a, Normal b, Normal c, Normal d) {
        int abc = sign(a, b, c);
        int abd = sign(a, b, d);
        if (abc * abd > 0) {
            return false;
        }
        int cda = sign(c, d, a);
        int cdb = sign(c, d, b);
        if (abc * abd * cda * cdb != 0) {
            // The great circles cross on both sides of the globe; the arcs do so on the same side only.
            return cda != cdb && abc == cdb;
        }
        return (abc == 0 && between(a, c, b))
                || (abd == 0 && between(a, d, b))
                || (cda == 0 && between(c, a, d))
                || (cdb == 0 && between(c, b, d));
    }
}
