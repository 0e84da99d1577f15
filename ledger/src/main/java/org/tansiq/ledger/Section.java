package org.tansiq.ledger;

import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

/**
 * Envelope or details of a note: a body that travels beside it, and the salt that keeps its digest from being
 * guessed.
 *
 * <p>The salt MUST be 32 bytes of chance of the author's, fresh for each section.
 */
public record Section(Hash salt, Bytes body) {
    /** Bytes of one body. */
    public static final int BODY_MAX = 128 << 10;

    /** The body of a section that says nothing. */
    public static final Bytes EMPTY_BODY = Bytes.NONE;

    public Section {
        if (body.size() > BODY_MAX)
            throw new Malformed("body", body.size() + " bytes", "at most " + BODY_MAX + " bytes");
    }

    /** What the note holds of the section: SHA-256(salt, body). */
    public Hash digest() {
        return Sha256.of(salt.bytes(), body.copy());
    }
}
