package org.tansiq.core;

/** Why there is an entry. */
public sealed interface Cause {
    /** Somebody said something, signed. */
    record Said(Note note, Reading reading) implements Cause {}

    /** A clock that a recorded act started has run out. */
    record Tick() implements Cause {}

    /** Some process encoded the world before entry {@code next}, and got this hash. */
    record WorldHashed(long next, Hash hash) implements Cause {}
}
