package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Rings on a small grid, where every other triple is in line, against whole-number arithmetic.
 *
 * <p>On the plane that touches the unit sphere great circles are straight lines, so that the plane's own
 * answers, found by brute force, are exact.
 */
class GridTest {
    private static final int WIDTH = 6;
    private static final double STEP = 0x1p-20; // A normal of the grid is exact, and of length 1 but for 1e-11.

    record Point(int x, int y) {
        static long turn(Point a, Point b, Point c) {
            return (long) (b.x - a.x) * (c.y - a.y) - (long) (b.y - a.y) * (c.x - a.x);
        }
    }

    /** A ring on the grid, and which of the six faces of the cube the grid lies on. */
    record Grid(int face, List<Point> one, List<Point> two) {
        Normal normal(Point p) {
            double[] x = new double[3];
            x[face % 3] = face < 3 ? 1 : -1;
            x[(face + 1) % 3] = (p.x - WIDTH / 2) * STEP;
            x[(face + 2) % 3] = (p.y - WIDTH / 2) * STEP;
            return new Normal(x[0], x[1], x[2]);
        }

        List<Normal> normals(List<Point> ring) {
            return ring.stream().map(this::normal).toList();
        }
    }

    @Property(tries = 1000)
    void aRingIsSoundWhenItDoesNotMeetItself(@ForAll("grids") Grid grid) {
        boolean sound = true;
        try {
            Soundness.checkRing(grid.normals(grid.one));
        } catch (Unfit unfit) {
            sound = false;
        }
        assertThat(sound).isEqualTo(simple(grid.one));
    }

    @Property(tries = 1000)
    void aRingHoldsItsInsideAndItsBorder(@ForAll("grids") Grid grid) {
        if (!simple(grid.one)) return;
        Core core = new Core(Core.Kind.RING, List.of(grid.normals(grid.one)));
        for (int x = -1; x <= WIDTH; x++)
            for (int y = -1; y <= WIDTH; y++) {
                Point p = new Point(x, y);
                assertThat(core.contains(grid.normal(p))).as(p.toString()).isEqualTo(holds(grid.one, p));
            }
    }

    @Property(tries = 1000)
    void ringsMeetWhenTheyShareAPoint(@ForAll("grids") Grid grid) {
        if (!simple(grid.one) || !simple(grid.two)) return;
        Core one = new Core(Core.Kind.RING, List.of(grid.normals(grid.one)));
        Core two = new Core(Core.Kind.RING, List.of(grid.normals(grid.two)));
        boolean share = holds(grid.one, grid.two.getFirst())
                || holds(grid.two, grid.one.getFirst())
                || edgesMeet(grid.one, grid.two);
        assertThat(Separation.meet(one, two)).isEqualTo(share);
        assertThat(Separation.cores(one, two).lower() <= 0).isEqualTo(share);
    }

    @Provide
    Arbitrary<Grid> grids() {
        return Arbitraries.randomValue(random -> new Grid(random.nextInt(6), ring(random), ring(random)));
    }

    // Sorting by angle makes most rings simple and leaves many with three vertices in line.
    private static List<Point> ring(Random random) {
        List<Point> ring = new ArrayList<>();
        int n = 3 + random.nextInt(5);
        for (int i = 0; i < n; i++) ring.add(new Point(random.nextInt(WIDTH), random.nextInt(WIDTH)));
        double x = ring.stream().mapToInt(Point::x).average().orElse(0);
        double y = ring.stream().mapToInt(Point::y).average().orElse(0);
        if (random.nextInt(4) > 0)
            ring.sort(java.util.Comparator.comparingDouble(p -> StrictMath.atan2(p.y - y, p.x - x)));
        return ring;
    }

    private static boolean simple(List<Point> ring) {
        int n = ring.size();
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++) if (ring.get(i).equals(ring.get(j)) || edgesClash(ring, i, j)) return false;
        return true;
    }

    private static boolean edgesClash(List<Point> ring, int i, int j) {
        int n = ring.size();
        if (j == i + 1) return foldsBack(ring, i);
        if (j == i + n - 1) return foldsBack(ring, j);
        return meet(ring.get(i), ring.get((i + 1) % n), ring.get(j), ring.get((j + 1) % n));
    }

    private static boolean foldsBack(List<Point> ring, int i) {
        int n = ring.size();
        Point a = ring.get(i);
        Point b = ring.get((i + 1) % n);
        Point c = ring.get((i + 2) % n);
        long dot = (long) (b.x - a.x) * (c.x - b.x) + (long) (b.y - a.y) * (c.y - b.y);
        return Point.turn(a, b, c) == 0 && dot < 0;
    }

    private static boolean edgesMeet(List<Point> one, List<Point> two) {
        for (int i = 0; i < one.size(); i++)
            for (int j = 0; j < two.size(); j++)
                if (meet(one.get(i), one.get((i + 1) % one.size()), two.get(j), two.get((j + 1) % two.size())))
                    return true;
        return false;
    }

    private static boolean meet(Point a, Point b, Point c, Point d) {
        if (on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b)) return true;
        return Long.signum(Point.turn(a, b, c)) * Long.signum(Point.turn(a, b, d)) < 0
                && Long.signum(Point.turn(c, d, a)) * Long.signum(Point.turn(c, d, b)) < 0;
    }

    private static boolean on(Point a, Point b, Point p) {
        return Point.turn(a, b, p) == 0
                && Math.min(a.x, b.x) <= p.x
                && p.x <= Math.max(a.x, b.x)
                && Math.min(a.y, b.y) <= p.y
                && p.y <= Math.max(a.y, b.y);
    }

    private static boolean holds(List<Point> ring, Point p) {
        boolean inside = false;
        for (int i = 0; i < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % ring.size());
            if (on(a, b, p)) return true;
            boolean crosses = a.y > p.y != b.y > p.y;
            if (crosses && Point.turn(a, b, p) > 0 == b.y > a.y) inside = !inside;
        }
        return inside;
    }
}
