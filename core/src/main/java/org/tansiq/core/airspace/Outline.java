package org.tansiq.core.airspace;

import java.util.List;
import java.util.Objects;
import org.tansiq.core.Malformed;
import org.tansiq.core.Unsound;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Unfit;

/**
 * A footprint as its author wrote it: the positions of a spot, a chain or a ring with inner rings, a radius
 * and a precision in metres. Equal when the same was written.
 */
public final class Outline {
    /** The largest radius, in metres: the widest margin still has room round it. */
    public static final double RADIUS_MAX = Footprint.RADIUS_MAX - Figure.BUFFER_METRES.most();

    private static final String POSITIONS = "positions"; // As a note calls the first part.

    private final Core.Kind kind;
    private final List<List<Position>> parts;
    private final Footprint footprint;

    /** Throws {@link Malformed} where the positions make no sound shape. */
    public Outline(Core.Kind kind, List<List<Position>> parts, double radius, double precision) {
        this.kind = kind;
        this.parts = parts.stream().map(List::copyOf).toList();
        if (radius < 0 || radius > RADIUS_MAX)
            throw Unsound.in("radiusMetres", new Unfit(Fault.RADIUS, radius, RADIUS_MAX));
        Core core = core(kind, this.parts);
        this.footprint = Unsound.fit("precisionMetres", () -> new Footprint(core, radius, precision));
    }

    private static Core core(Core.Kind kind, List<List<Position>> parts) {
        List<Position> first = parts.isEmpty() ? List.of() : parts.getFirst();
        if (kind != Core.Kind.RING && parts.size() > 1)
            throw new Malformed("holes", "" + (parts.size() - 1), "none but in a ring");
        if (kind == Core.Kind.SPOT && first.size() != 1)
            throw new Malformed(POSITIONS, "" + first.size(), "1 position");
        return switch (kind) {
            case SPOT -> Core.spot(first.getFirst());
            case CHAIN -> Unsound.fit(POSITIONS, () -> Core.chain(first));
            case RING -> ring(first, parts.isEmpty() ? parts : parts.subList(1, parts.size()));
        };
    }

    private static Core ring(List<Position> outer, List<List<Position>> holes) {
        try {
            return Core.ring(outer, holes);
        } catch (Unfit unfit) {
            throw unsound(outer, holes, unfit);
        }
    }

    // Which of the rings it is shows when each stands alone; or none, and they do not fit together.
    private static Malformed unsound(List<Position> outer, List<List<Position>> holes, Unfit together) {
        Unsound.fit(POSITIONS, () -> Core.ring(outer));
        for (int i = 0; i < holes.size(); i++) {
            List<Position> hole = holes.get(i);
            Unsound.fit("holes.[" + i + "]", () -> Core.ring(hole));
        }
        return Unsound.in("holes", together);
    }

    public Core.Kind kind() {
        return kind;
    }

    /** The positions: of a ring first the outer one, then the inner ones. */
    public List<List<Position>> parts() {
        return parts;
    }

    public double radius() {
        return footprint.radius();
    }

    public double precision() {
        return footprint.precision();
    }

    public Footprint footprint() {
        return footprint;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outline outline
                && kind == outline.kind
                && parts.equals(outline.parts)
                && Double.compare(radius(), outline.radius()) == 0
                && Double.compare(precision(), outline.precision()) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, parts, radius(), precision());
    }

    @Override
    public String toString() {
        return kind + " " + parts + " radius " + radius();
    }
}
