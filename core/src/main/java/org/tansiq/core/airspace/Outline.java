package org.tansiq.core.airspace;

import java.util.List;
import java.util.Objects;
import org.tansiq.core.Malformed;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Core;
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

    private final Core.Kind kind;
    private final List<List<Position>> parts;
    private final Footprint footprint;

    /** Throws {@link Malformed} where the positions make no sound shape. */
    public Outline(Core.Kind kind, List<List<Position>> parts, double radius, double precision) {
        this.kind = kind;
        this.parts = parts.stream().map(List::copyOf).toList();
        if (radius > RADIUS_MAX) throw new Malformed("radius", "" + radius, "at most " + (long) RADIUS_MAX);
        this.footprint = fit(() -> new Footprint(core(kind, this.parts), radius, precision));
    }

    /** What geometry finds wrong, as a fault in what was written. */
    private static Footprint fit(java.util.function.Supplier<Footprint> made) {
        try {
            return made.get();
        } catch (Unfit unfit) {
            String what = String.join(" ", unfit.details());
            throw new Malformed("outline", what, unfit.fault().name());
        }
    }

    private static Core core(Core.Kind kind, List<List<Position>> parts) {
        if (parts.isEmpty()) throw new Malformed("outline", "", "positions");
        List<Position> first = parts.getFirst();
        boolean one = parts.size() == 1 && (kind != Core.Kind.SPOT || first.size() == 1);
        if (kind != Core.Kind.RING && !one) throw new Malformed("outline", parts.size() + " parts", "one part");
        return switch (kind) {
            case SPOT -> Core.spot(first.getFirst());
            case CHAIN -> Core.chain(first);
            case RING -> Core.ring(first, parts.subList(1, parts.size()));
        };
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
