package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a footprint is drawn round: a spot, a chain of edges, or a ring with inner rings.
 *
 * <p>A core that exists is sound: no two neighbours coincide or lie opposite each other, a ring does not meet
 * itself and fits in less than a hemisphere. Its inside is the smaller of the two areas, whichever way it
 * winds.
 */
public final class Core {
    /** Vertices of one core, inner rings included. F3548 allows an operational intent as many. */
    public static final int VERTICES_MAX = 10_000;

    /** What lies between the vertices. */
    public enum Kind {
        SPOT,
        CHAIN,
        RING
    }

    private final Kind kind;
    private final double[] xyz;
    private final int[] starts; // The first vertex of each ring or of the chain, and the number of vertices.
    private final Cap cap;

    Core(Kind kind, List<List<Normal>> parts) {
        this.kind = kind;
        this.starts = starts(parts);
        this.xyz = flat(parts, starts[parts.size()]);
        this.cap = Cap.around(this);
    }

    public static Core spot(Position at) {
        return new Core(Kind.SPOT, List.of(List.of(at.normal())));
    }

    /** The edges from each position to the next, 2 positions at least. */
    public static Core chain(List<Position> through) {
        List<Normal> normals = normals(through);
        Soundness.checkChain(normals);
        return new Core(Kind.CHAIN, List.of(normals));
    }

    /** The smaller area within a ring. One repeat of the first position at the end is allowed. */
    public static Core ring(List<Position> outline) {
        return ring(outline, List.of());
    }

    /** The area within a ring less the open areas within inner rings, which lie inside it and apart. */
    public static Core ring(List<Position> outline, List<List<Position>> inner) {
        List<List<Normal>> rings = new ArrayList<>();
        rings.add(open(normals(outline)));
        inner.forEach(hole -> rings.add(open(normals(hole))));
        int vertices = rings.stream().mapToInt(List::size).sum();
        if (vertices > VERTICES_MAX) throw new Unfit(Fault.TOO_MANY_VERTICES, vertices, VERTICES_MAX);
        rings.forEach(Soundness::checkRing);
        Core core = new Core(Kind.RING, rings);
        Soundness.checkRings(core);
        return core;
    }

    public Kind kind() {
        return kind;
    }

    /** The positions, ring after ring; no ring repeats its first. */
    public List<List<Position>> positions() {
        return rings().stream()
                .map(ring -> ring.stream().map(Position::of).toList())
                .toList();
    }

    List<List<Normal>> rings() {
        List<List<Normal>> rings = new ArrayList<>();
        for (int part = 0; part < starts.length - 1; part++) {
            List<Normal> ring = new ArrayList<>();
            for (int i = starts[part]; i < starts[part + 1]; i++) ring.add(vertex(i));
            rings.add(ring);
        }
        return rings;
    }

    public int vertices() {
        return starts[starts.length - 1];
    }

    Normal vertex(int i) {
        return new Normal(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
    }

    /** How many edges; a spot counts as one edge of no length. Edge i leaves vertex i. */
    int edges() {
        return kind == Kind.CHAIN ? vertices() - 1 : vertices();
    }

    /** Where edge i ends. */
    Normal target(int i) {
        return vertex(next(i));
    }

    int next(int i) {
        if (kind == Kind.SPOT) return i;
        for (int part = 1; part < starts.length; part++) if (starts[part] == i + 1) return starts[part - 1];
        return i + 1;
    }

    /** A cap that holds the whole core. */
    Cap cap() {
        return cap;
    }

    /** Whether a ring holds a point, its border included; false for what has no area. Exact. */
    boolean contains(Normal p) {
        if (kind != Kind.RING || cap.leavesOut(p)) return false;
        Normal far = cap.horizon();
        boolean inside = false;
        for (int part = 1; part < starts.length; part++) {
            Normal a = vertex(starts[part] - 1);
            int left = Orientation.sign(p, far, a);
            for (int i = starts[part - 1]; i < starts[part]; i++) {
                Normal b = vertex(i);
                int leftNext = Orientation.sign(p, far, b);
                boolean crosses = left >= 0 != leftNext >= 0;
                if (crosses || left == 0 || leftNext == 0) {
                    int side = Orientation.sign(a, b, p);
                    if (side == 0 && Orientation.between(a, p, b)) return true;
                    // Seen from p, the edge cuts the way to the horizon, not the way behind.
                    if (crosses && side > 0 == leftNext >= 0) inside = !inside;
                }
                a = b;
                left = leftNext;
            }
        }
        return inside;
    }

    /** Any fixed order, so that what is computed of two does not depend on which is named first. */
    int compareTo(Core other) {
        int byKind = kind.compareTo(other.kind);
        int byVertices = byKind != 0 ? byKind : Arrays.compare(xyz, other.xyz);
        return byVertices != 0 ? byVertices : Arrays.compare(starts, other.starts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Core core
                && kind == core.kind
                && Arrays.equals(xyz, core.xyz)
                && Arrays.equals(starts, core.starts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xyz) + Arrays.hashCode(starts);
    }

    @Override
    public String toString() {
        return kind + " " + positions();
    }

    private static List<Normal> normals(List<Position> positions) {
        if (positions.size() > VERTICES_MAX + 1)
            throw new Unfit(Fault.TOO_MANY_VERTICES, positions.size(), VERTICES_MAX);
        return positions.stream().map(Position::normal).toList();
    }

    private static List<Normal> open(List<Normal> ring) {
        int n = ring.size();
        return n > 1 && ring.getFirst().equals(ring.getLast()) ? ring.subList(0, n - 1) : ring;
    }

    private static int[] starts(List<List<Normal>> parts) {
        int[] starts = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++)
            starts[i + 1] = starts[i] + parts.get(i).size();
        return starts;
    }

    private static double[] flat(List<List<Normal>> parts, int vertices) {
        double[] xyz = new double[3 * vertices];
        int at = 0;
        for (List<Normal> part : parts) {
            for (Normal n : part) {
                xyz[at++] = n.x();
                xyz[at++] = n.y();
                xyz[at++] = n.z();
            }
        }
        return xyz;
    }
}
