package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.geometry.S2EdgeUtil;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Predicates;
import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OrientationTest {

    /** Unit normals, rays on a coarse grid that often share a plane, and such rays moved by an ulp. */
    @Provide
    Arbitrary<Normal> normals() {
        Arbitrary<Double> steps = Arbitraries.integers().between(-2, 2).map(i -> i / 2.0);
        Arbitrary<Normal> grid =
                Combinators.combine(steps, steps, steps).as(Normal::new).filter(n -> n.length() > 0);
        Arbitrary<Normal> moved =
                grid.map(n -> new Normal(StrictMath.nextUp(n.x()), n.y(), StrictMath.nextDown(n.z())));
        Arbitrary<Double> lats = Arbitraries.doubles().ofScale(12).between(-90, 90);
        Arbitrary<Double> lngs = Arbitraries.doubles().ofScale(12).between(-180, 180);
        return Arbitraries.oneOf(grid, moved, Combinators.combine(lats, lngs).as(Oracle::normal));
    }

    @Property
    void rotatingDoesNotMatter(@ForAll("normals") Normal a, @ForAll("normals") Normal b, @ForAll("normals") Normal c) {
        int sign = Orientation.sign(a, b, c);
        assertThat(Orientation.sign(b, c, a)).isEqualTo(sign);
        assertThat(Orientation.sign(c, a, b)).isEqualTo(sign);
    }

    @Property
    void exchangingInverts(@ForAll("normals") Normal a, @ForAll("normals") Normal b, @ForAll("normals") Normal c) {
        int sign = Orientation.sign(a, b, c);
        assertThat(Orientation.sign(b, a, c)).isEqualTo(-sign);
        assertThat(Orientation.sign(a, c, b)).isEqualTo(-sign);
        assertThat(Orientation.sign(a.times(-1), b, c)).isEqualTo(-sign);
    }

    @Property
    void zeroOnlyIfOnOnePlane(@ForAll("normals") Normal a, @ForAll("normals") Normal b, @ForAll("normals") Normal c) {
        assertThat(Orientation.sign(a, b, c)).isEqualTo(determinant(a, b, c).signum());
    }

    /**
     * Triples so flat that the sign of the rounded determinant is often wrong: the exact stage decided those.
     */
    @Test
    void whereRoundingMisleadsTheExactSignIsGiven() {
        Random random = new Random(1);
        int misled = 0;
        int flat = 0;
        for (int i = 0; i < 2000; i++) {
            Normal a = random(random, 1).unit();
            Normal b = a.plus(random(random, 1e-3)).unit();
            Normal c = a.times(0.25).plus(b.times(0.75)).unit();
            int sign = Orientation.sign(a, b, c);
            assertThat(sign).isEqualTo(determinant(a, b, c).signum()).isEqualTo(s2Sign(a, b, c));
            misled += StrictMath.signum(a.dot(b.cross(c))) == sign ? 0 : 1;
            Normal middle = halfPrecision(a).plus(halfPrecision(b));
            flat += Orientation.sign(halfPrecision(a), halfPrecision(b), middle) == 0 ? 1 : 0;
        }
        assertThat(misled).isGreaterThan(200);
        assertThat(flat).isEqualTo(2000);
    }

    @Test
    void componentsMayBeAsSmallAsDoublesGo() {
        double tiny = Double.MIN_VALUE;
        Normal a = new Normal(1, tiny, 0);
        Normal b = new Normal(tiny, tiny, tiny);
        Normal c = new Normal(1, 0, tiny);
        assertThat(Orientation.sign(a, b, c))
                .isEqualTo(determinant(a, b, c).signum())
                .isNotZero();
        assertThat(Orientation.between(new Normal(1, 0, 0), new Normal(1, tiny, 0), new Normal(0, 1, 0)))
                .isTrue();
        assertThat(Orientation.between(new Normal(1, 0, 0), new Normal(1, -tiny, 0), new Normal(0, 1, 0)))
                .isFalse();
    }

    /** Arcs of all sizes about one place: proper crossings, shared ends, and near misses. */
    @Test
    void meetIsWhatS2Says() {
        Random random = new Random(2);
        int crossings = 0;
        for (int i = 0; i < 20_000; i++) {
            Normal centre = random(random, 1);
            double size = StrictMath.pow(10, -8 * random.nextDouble());
            Normal a = centre.plus(random(random, size)).unit();
            Normal b = centre.plus(random(random, size)).unit();
            Normal c = i % 3 == 1
                    ? a.plus(b).unit()
                    : centre.plus(random(random, size)).unit();
            Normal d = i % 3 == 2 ? a : centre.plus(random(random, size)).unit();
            int says = S2EdgeUtil.robustCrossing(s2(a), s2(b), s2(c), s2(d));
            // S2 moves what lies on one plane apart, so that it may miss a touch.
            boolean touching = i % 3 == 1 && Orientation.sign(a, b, c) == 0;
            assertThat(Orientation.meet(a, b, c, d)).as("try %d", i).isEqualTo(touching || says >= 0);
            crossings += says > 0 ? 1 : 0;
        }
        assertThat(crossings).isGreaterThan(1000);
    }

    @Property
    void meetDoesNotDependOnTheOrder(
            @ForAll("normals") Normal a,
            @ForAll("normals") Normal b,
            @ForAll("normals") Normal c,
            @ForAll("normals") Normal d) {
        Assume.that(shorterThanHalf(a, b) && shorterThanHalf(c, d));
        boolean meet = Orientation.meet(a, b, c, d);
        assertThat(Orientation.meet(b, a, c, d)).isEqualTo(meet);
        assertThat(Orientation.meet(a, b, d, c)).isEqualTo(meet);
        assertThat(Orientation.meet(c, d, a, b)).isEqualTo(meet);
        assertThat(Orientation.meet(d, c, b, a)).isEqualTo(meet);
        Normal p = a.times(-1);
        assertThat(Orientation.meet(p, b.times(-1), c.times(-1), d.times(-1))).isEqualTo(meet);
    }

    /** Whole arcs meet, and so do a point and the arc it lies on, but never their antipodes. */
    @Property
    void anEndIsOnItsArcAndItsAntipodeIsNot(@ForAll("normals") Normal a, @ForAll("normals") Normal b) {
        Assume.that(shorterThanHalf(a, b));
        assertThat(Orientation.meet(a, b, a, b)).isTrue();
        assertThat(Orientation.meet(a, b, b, b)).isTrue();
        assertThat(Orientation.meet(a, b, a.times(2), a.times(2))).isTrue();
        assertThat(Orientation.meet(a, b, a.times(-1), a.times(-1))).isFalse();
        assertThat(Orientation.meet(a, b, a.times(-1), b.times(-1))).isFalse();
    }

    @Test
    void arcsThatCrossOnOppositeSidesOfTheGlobeDoNotMeet() {
        Normal west = new Normal(1, -1, 0);
        Normal east = new Normal(1, 1, 0);
        Normal south = new Normal(1, 0, -1);
        Normal north = new Normal(1, 0, 1);
        assertThat(Orientation.meet(west, east, south, north)).isTrue();
        assertThat(Orientation.meet(west, east, south.times(-1), north.times(-1)))
                .isFalse();
        assertThat(Orientation.meet(west, east, new Normal(1, 0, 0), north)).isTrue();
        assertThat(Orientation.meet(west, east, new Normal(-1, 0, 0), north)).isFalse();
    }

    /** Four directions in one exact plane, by their angles in that plane. */
    @Property(tries = 3000)
    void onOnePlaneArcsMeetIfTheirAnglesDo(
            @ForAll @IntRange(min = -4, max = 4) int ax,
            @ForAll @IntRange(min = -4, max = 4) int ay,
            @ForAll @IntRange(min = -4, max = 4) int bx,
            @ForAll @IntRange(min = -4, max = 4) int by,
            @ForAll @IntRange(min = -4, max = 4) int cx,
            @ForAll @IntRange(min = -4, max = 4) int cy,
            @ForAll @IntRange(min = -4, max = 4) int dx,
            @ForAll @IntRange(min = -4, max = 4) int dy) {
        Assume.that((ax != 0 || ay != 0) && (bx != 0 || by != 0) && (cx != 0 || cy != 0) && (dx != 0 || dy != 0));
        Normal a = onPlane(ax, ay);
        Normal b = onPlane(bx, by);
        Normal c = onPlane(cx, cy);
        Normal d = onPlane(dx, dy);
        Assume.that(shorterThanHalf(a, b) && shorterThanHalf(c, d));
        assertThat(Orientation.sign(a, b, c)).isZero();
        double half = StrictMath.abs(turn(bx, by, ax, ay)) / 2 + StrictMath.abs(turn(dx, dy, cx, cy)) / 2;
        double middle = StrictMath.atan2(ay, ax) + turn(bx, by, ax, ay) / 2;
        double other = StrictMath.atan2(cy, cx) + turn(dx, dy, cx, cy) / 2;
        double apart = StrictMath.abs(StrictMath.IEEEremainder(other - middle, 2 * StrictMath.PI));
        assertThat(Orientation.meet(a, b, c, d)).isEqualTo(apart < half + 1e-9);
    }

    private static double turn(int x, int y, int fromX, int fromY) {
        double turn = StrictMath.atan2(y, x) - StrictMath.atan2(fromY, fromX);
        return StrictMath.IEEEremainder(turn, 2 * StrictMath.PI);
    }

    private static Normal onPlane(int i, int j) {
        Normal u = halfPrecision(new Normal(0.09, 0.12, -0.05));
        Normal v = halfPrecision(new Normal(-0.11, 0.07, 0.13));
        return u.times(i).plus(v.times(j));
    }

    private static boolean shorterThanHalf(Normal a, Normal b) {
        Normal across = a.cross(b);
        return across.length() > 1e-9 || a.dot(b) > 0;
    }

    private static BigDecimal determinant(Normal a, Normal b, Normal c) {
        return product(a.x(), b.y(), c.z())
                .add(product(a.y(), b.z(), c.x()))
                .add(product(a.z(), b.x(), c.y()))
                .subtract(product(a.z(), b.y(), c.x()))
                .subtract(product(a.x(), b.z(), c.y()))
                .subtract(product(a.y(), b.x(), c.z()));
    }

    private static BigDecimal product(double p, double q, double r) {
        return new BigDecimal(p).multiply(new BigDecimal(q)).multiply(new BigDecimal(r));
    }

    private static int s2Sign(Normal a, Normal b, Normal c) {
        return S2Predicates.sign(s2(a), s2(b), s2(c));
    }

    private static S2Point s2(Normal n) {
        return new S2Point(n.x(), n.y(), n.z());
    }

    private static Normal halfPrecision(Normal n) {
        return new Normal((float) n.x(), (float) n.y(), (float) n.z());
    }

    private static Normal random(Random random, double size) {
        return new Normal(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(size);
    }
}
