package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a core is refused for. Vertices and edges are counted from 1, and edge n leaves vertex n. */
final class Soundness {
    private static final double ANTIPODAL = 1e-4; // |a + b|, about 640 m: nearer than that the edge has no direction.

    private Soundness() {}

    static void checkChain(List<Normal> through) {
        if (through.size() < 2) throw new Unfit(Fault.TOO_FEW_VERTICES, through.size(), 2);
        if (through.size() > Core.VERTICES_MAX)
            throw new Unfit(Fault.TOO_MANY_VERTICES, through.size(), Core.VERTICES_MAX);
        for (int i = 1; i < through.size(); i++) checkNeighbours(through, i - 1, i);
    }

    static void checkRing(List<Normal> ring) {
        int n = ring.size();
        if (n < 3) throw new Unfit(Fault.TOO_FEW_VERTICES, n, 3);
        checkRepeats(ring);
        for (int i = 0; i < n; i++) checkNeighbours(ring, i, (i + 1) % n);
        for (int i = 0; i < n; i++) checkSpike(ring, i);
        checkCrossings(edges(ring));
    }

    /** What can be told only of all rings together: a hemisphere, and inner rings in their place. */
    static void checkRings(Core core) {
        if (core.cap().radius() > Cap.RADIUS_MAX)
            throw new Unfit(
                    Fault.HEMISPHERE, StrictMath.toDegrees(core.cap().radius()), StrictMath.toDegrees(Cap.RADIUS_MAX));
        List<List<Normal>> rings = core.rings();
        for (int inner = 1; inner < rings.size(); inner++) {
            Core outline = new Core(Core.Kind.RING, List.of(rings.getFirst()));
            if (!outline.contains(rings.get(inner).getFirst())) throw new Unfit(Fault.INNER_RING, inner);
            for (int other = 0; other < inner; other++)
                if (meets(rings.get(inner), rings.get(other), other > 0)) throw new Unfit(Fault.INNER_RING, inner);
        }
    }

    private static void checkNeighbours(List<Normal> line, int i, int j) {
        Normal a = line.get(i);
        Normal b = line.get(j);
        if (a.equals(b)) throw new Unfit(Fault.REPEATED_VERTEX, i + 1, j + 1);
        if (a.plus(b).length() < ANTIPODAL) throw new Unfit(Fault.ANTIPODAL_NEIGHBOURS, i + 1, j + 1);
    }

    private static void checkRepeats(List<Normal> ring) {
        int n = ring.size();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) order.add(i);
        order.sort(Comparator.<Integer>comparingDouble(i -> ring.get(i).x())
                .thenComparingDouble(i -> ring.get(i).y())
                .thenComparingDouble(i -> ring.get(i).z())
                .thenComparing(i -> i));
        int first = Integer.MAX_VALUE;
        int second = 0;
        for (int k = 1; k < n; k++) {
            int i = order.get(k - 1);
            int j = order.get(k);
            if (!ring.get(i).equals(ring.get(j))) continue;
            if (i == 0 && j > 2 && j < n - 2) throw new Unfit(Fault.CHAINED_RINGS, j + 1, n);
            if (i < first) {
                first = i;
                second = j;
            }
        }
        if (first < n) throw new Unfit(Fault.REPEATED_VERTEX, first + 1, second + 1);
    }

    private static void checkSpike(List<Normal> ring, int i) {
        int n = ring.size();
        Normal a = ring.get(i);
        Normal b = ring.get((i + 1) % n);
        Normal c = ring.get((i + 2) % n);
        if (Orientation.sign(a, b, c) != 0) return;
        if (Orientation.between(a, c, b) || Orientation.between(b, a, c))
            throw new Unfit(Fault.SPIKE, i + 1, (i + 1) % n + 1);
    }

    private record Edge(int number, Normal source, Normal target, double low, double high) {
        boolean neighbours(Edge other, int n) {
            int apart = Math.abs(number - other.number);
            return apart <= 1 || apart == n - 1;
        }

        boolean meets(Edge other) {
            return Orientation.meet(source, target, other.source, other.target);
        }
    }

    // Along z an arc leaves the span of its ends by less than its rise over the chord.
    private static List<Edge> edges(List<Normal> ring) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Normal a = ring.get(i);
            Normal b = ring.get((i + 1) % ring.size());
            Normal half = a.minus(b).times(0.5);
            double rise = 1 - StrictMath.sqrt(Math.max(0, 1 - half.dot(half))) + 1e-15;
            edges.add(new Edge(i, a, b, Math.min(a.z(), b.z()) - rise, Math.max(a.z(), b.z()) + rise));
        }
        return edges;
    }

    private static void checkCrossings(List<Edge> edges) {
        int n = edges.size();
        List<Edge> sorted = new ArrayList<>(edges);
        sorted.sort(Comparator.comparingDouble(Edge::low).thenComparingInt(Edge::number));
        for (int i = 0; i < n; i++) {
            Edge a = sorted.get(i);
            for (int j = i + 1; j < n && sorted.get(j).low() <= a.high(); j++) {
                Edge b = sorted.get(j);
                if (!a.neighbours(b, n) && a.meets(b))
                    throw new Unfit(
                            Fault.CROSSES_ITSELF, Math.min(a.number, b.number) + 1, Math.max(a.number, b.number) + 1);
            }
        }
    }

    private static boolean meets(List<Normal> inner, List<Normal> other, boolean apart) {
        for (Edge a : edges(inner)) for (Edge b : edges(other)) if (a.meets(b)) return true;
        if (!apart) return false;
        Core one = new Core(Core.Kind.RING, List.of(inner));
        Core two = new Core(Core.Kind.RING, List.of(other));
        return one.contains(other.getFirst()) || two.contains(inner.getFirst());
    }
}
