package org.tansiq.client;

import org.tansiq.core.Hash;

/** Where a key's chain goes on: the next note's number, and the hash of the one before. */
public record Place(long next, Hash prev) {
    public static final Place START = new Place(0, Hash.NONE);

    /** The later of two. */
    public Place or(Place other) {
        return other.next > next ? other : this;
    }
}
