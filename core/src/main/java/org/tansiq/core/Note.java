package org.tansiq.core;

/**
 * What a signed note says of itself: its place in its key's chain, and the digests of its two sections.
 *
 * <p>The signature is checked before a note gets here. {@code hash} is SHA-256 of the signed text,
 * {@code prev} that of the same key's note before it ({@link Hash#NONE} for seq 0), {@code theatre} the hash
 * of the founding note ({@link Hash#NONE} in that note itself), {@code time} the author's own clock in
 * microseconds since 1970.
 */
public record Note(
        Hash hash,
        Hash theatre,
        VerifierKey key,
        long seq,
        Hash prev,
        long time,
        String type,
        Status status,
        Hash envelope,
        Hash details) {

    public Note {
        if (seq < 0) throw new IllegalArgumentException("seq " + seq);
    }
}
