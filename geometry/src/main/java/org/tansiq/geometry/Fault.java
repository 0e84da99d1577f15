package org.tansiq.geometry;

/**
 * What can be wrong with a shape, a height or a time. The details of each are listed value first, limit
 * second.
 */
public enum Fault {
    /** A number is NaN or infinite. Details: the number. */
    NOT_FINITE,
    /** A latitude beyond the poles. Details: the latitude, the limit; in degrees. */
    LATITUDE,
    /** A longitude beyond the antimeridian. Details: the longitude, the limit; in degrees. */
    LONGITUDE,
    /** A chain of fewer than 2 or a ring of fewer than 3 vertices. Details: how many, the least. */
    TOO_FEW_VERTICES,
    /** Details: how many, the most. */
    TOO_MANY_VERTICES,
    /** The same position twice in one ring, or twice running. Details: the two vertices, counted from 1. */
    REPEATED_VERTEX,
    /**
     * A ring that closes and goes on: several rings chained into one line. Details: where it closes, how
     * many.
     */
    CHAINED_RINGS,
    /**
     * Two neighbouring vertices on opposite sides of the Earth. Details: the two vertices, counted from 1.
     */
    ANTIPODAL_NEIGHBOURS,
    /** An edge that runs back over the one before it. Details: the two edges, counted from 1. */
    SPIKE,
    /** Two edges that cross or touch. Details: the two edges, counted from 1 (edge n leaves vertex n). */
    CROSSES_ITSELF,
    /**
     * A ring that does not fit in less than a hemisphere. Details: its angular radius, the limit; in degrees.
     */
    HEMISPHERE,
    /** An inner ring that is not inside the outer ring, or meets another. Details: which, counted from 1. */
    INNER_RING,
    /** A radius below 0 or above the limit. Details: the radius, the limit; in metres. */
    RADIUS,
    /** A precision below 0 or above the limit. Details: the precision, the limit; in metres. */
    PRECISION,
    /** A height no aircraft or ground has. Details: the height, the limit; in metres. */
    HEIGHT,
    /** Details: the floor, the ceiling; in metres. */
    FLOOR_ABOVE_CEILING,
    /** Details: the end, the start; in UTC. */
    UNTIL_BEFORE_FROM,
    /** An instant that the calendar of a volume cannot hold. Details: the instant, the limit. */
    INSTANT
}
