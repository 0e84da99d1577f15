package org.tansiq.engine;

import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;

/** An entry as the journal keeps it: the hash of its leaf in the tree, and its encoding. */
public record Written(Hash leaf, Bytes body) {
    /** Bytes of one entry. */
    public static final int BODY_MAX = 4 << 20;

    public Written {
        if (body.size() > BODY_MAX) throw new IllegalArgumentException(body.size() + " bytes, more than " + BODY_MAX);
    }
}
