package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Position;

/**
 * What is left of an outline on one side of a box, some metres away from it: a ring is cut along a parallel
 * or a meridian, a chain falls into pieces, a disc becomes the ring of {@link #CORNERS} that lies within it.
 */
final class Trim {
    static final int CORNERS = 48;

    private static final double LAT_METRES = 110_574; // The shortest degree there is.
    private static final double LNG_METRES = 111_319; // On the equator; elsewhere at least this times the cosine.
    private static final double RADIUS = 6_371_000;
    private static final double SLACK = 10;
    private static final int HALVINGS = 48;
    private static final double NANODEGREES = 1e9;

    private final Change.Kind side;
    private final Box box;
    private final Outline outline;
    private final double limit;

    private Trim(Outline outline, Change.Kind side, Box box, double metres) {
        this.outline = outline;
        this.side = side;
        this.box = box;
        this.limit = degrees(metres + outline.radius() + outline.precision() + SLACK + bulge());
    }

    /** Throws {@link org.tansiq.core.Malformed} where what is left is no sound shape. */
    static List<Outline> of(Outline outline, Change.Kind side, Box box, double metres) {
        Trim whole = new Trim(outline, side, box, metres);
        if (whole.corners().allMatch(whole::kept)) return List.of(outline);
        if (outline.kind() != Core.Kind.SPOT) return whole.left();
        return new Trim(round(outline), side, box, metres).left();
    }

    private Stream<Position> corners() {
        return outline.parts().stream().flatMap(List::stream);
    }

    private static Outline round(Outline disc) {
        Position middle = disc.parts().getFirst().getFirst();
        List<Position> ring = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) ring.add(written(middle.destination(i * 360.0 / CORNERS, disc.radius())));
        return new Outline(Core.Kind.RING, List.of(ring), 0, disc.precision());
    }

    private List<Outline> left() {
        if (outline.kind() == Core.Kind.CHAIN) return pieces();
        List<Position> outer = cut(outline.parts().getFirst());
        if (outer.size() < 3) return List.of();
        List<List<Position>> parts = new ArrayList<>(List.of(outer));
        for (List<Position> hole : outline.parts().subList(1, outline.parts().size())) {
            List<Position> left = cut(hole);
            if (left.size() >= 3) parts.add(left);
        }
        return List.of(new Outline(Core.Kind.RING, parts, outline.radius(), outline.precision()));
    }

    // What enters and leaves several times comes back with an edge laid over another, which is no ring.
    private List<Position> cut(List<Position> ring) {
        List<Position> left = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Position from = ring.get(i);
            Position to = ring.get((i + 1) % ring.size());
            if (kept(from)) add(left, from);
            if (kept(from) != kept(to)) add(left, crossing(from, to));
        }
        if (left.size() > 1 && left.getFirst().equals(left.getLast())) left.removeLast();
        return left;
    }

    private List<Outline> pieces() {
        List<Outline> pieces = new ArrayList<>();
        List<Position> piece = new ArrayList<>();
        List<Position> chain = outline.parts().getFirst();
        for (int i = 0; i < chain.size(); i++) {
            if (kept(chain.get(i))) add(piece, chain.get(i));
            if (i + 1 == chain.size() || kept(chain.get(i)) == kept(chain.get(i + 1))) continue;
            add(piece, crossing(chain.get(i), chain.get(i + 1)));
            if (kept(chain.get(i))) end(pieces, piece);
        }
        end(pieces, piece);
        return pieces;
    }

    private void end(List<Outline> pieces, List<Position> piece) {
        if (piece.size() > 1)
            pieces.add(new Outline(Core.Kind.CHAIN, List.of(piece), outline.radius(), outline.precision()));
        piece.clear();
    }

    private static void add(List<Position> to, Position next) {
        if (to.isEmpty() || !to.getLast().equals(next)) to.add(next);
    }

    // On the straight way from one to the other, where it comes to the side that is kept.
    private Position crossing(Position from, Position to) {
        double outside = kept(from) ? 1 : 0;
        double inside = 1 - outside;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (outside + inside) / 2;
            if (kept(from.towards(to, middle))) inside = middle;
            else outside = middle;
        }
        return written(from.towards(to, inside));
    }

    private boolean kept(Position at) {
        return switch (side) {
            case NORTH -> at.lat() - box.north() >= limit;
            case SOUTH -> box.south() - at.lat() >= limit;
            case EAST -> turn(at.lng() - box.east()) >= limit;
            case WEST -> turn(box.west() - at.lng()) >= limit;
            default -> throw new IllegalStateException(side + " is no side");
        };
    }

    private boolean alongParallel() {
        return side == Change.Kind.NORTH || side == Change.Kind.SOUTH;
    }

    private double degrees(double metres) {
        return alongParallel() ? metres / LAT_METRES : metres / (LNG_METRES * level());
    }

    private double level() {
        return StrictMath.cos(StrictMath.toRadians(
                Math.min(89, corners().mapToDouble(p -> Math.abs(p.lat())).max().orElseThrow())));
    }

    // A straight edge between two places of one parallel leaves it, towards the pole.
    private double bulge() {
        if (!alongParallel() || outline.kind() != Core.Kind.RING) return 0;
        Position first = outline.parts().getFirst().getFirst();
        DoubleSummaryStatistics east =
                corners().mapToDouble(p -> turn(p.lng() - first.lng())).summaryStatistics();
        double metres = (east.getMax() - east.getMin()) * LNG_METRES;
        return metres * metres * StrictMath.sqrt(1 - level() * level()) * level() / (8 * RADIUS);
    }

    private static double turn(double degrees) {
        if (degrees > 180) return degrees - 360;
        return degrees <= -180 ? degrees + 360 : degrees;
    }

    private static Position written(Position at) {
        return new Position(rounded(at.lat()), rounded(at.lng()));
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * NANODEGREES) / NANODEGREES + 0.0;
    }
}
