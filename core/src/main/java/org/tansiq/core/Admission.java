package org.tansiq.core;

/**
 * Whether a note comes next in its key's chain. Only {@link Next} and {@link Second} reach {@code decide}.
 */
public sealed interface Admission {
    record Next() implements Admission {}

    /** The first other note with a number that was used. */
    record Second() implements Admission {}

    /** The same note was answered by this entry. */
    record Repeat(long index) implements Admission {}

    /** Notes before it are missing: the next one of this key has this number. */
    record Ahead(long expected) implements Admission {}

    /** A number that was used twice already, which this entry keeps. */
    record Spent(long index) implements Admission {}

    record NotEnrolled() implements Admission {}

    record Revoked() implements Admission {}

    record OtherTheatre(Hash expected) implements Admission {}
}
