package org.tansiq.geometry;

/** One edge of a core: the shorter great circle between two normals. A spot is an arc of no length. */
record Arc(Normal source, Normal target) {

    boolean spot() {
        return source.equals(target);
    }

    /** Radians from a point to the nearest point of the arc. */
    double angle(Normal p) {
        return spot() ? Normal.angle(p, source) : Edges.angle(p, source, target);
    }

    /** Metres on WGS84 from a point to the nearest point of the arc. */
    double metres(Normal p) {
        return spot() ? Geodesy.metres(p, source) : Edges.metres(p, source, target);
    }

    /** Radians between arcs that do not cross: their nearest points are then an end of one or the other. */
    double angle(Arc other) {
        return Math.min(
                Math.min(angle(other.source), angle(other.target)), Math.min(other.angle(source), other.angle(target)));
    }

    /** Metres on WGS84 between arcs that do not cross. */
    double metres(Arc other) {
        return Math.min(
                Math.min(metres(other.source), metres(other.target)),
                Math.min(other.metres(source), other.metres(target)));
    }

    /** Whether two arcs share a point, exactly; never for a spot, whose distance says as much. */
    boolean meets(Arc other) {
        return !spot() && !other.spot() && Orientation.meet(source, target, other.source, other.target);
    }
}
