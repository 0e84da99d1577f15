package org.tansiq.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::digest);

    private Sha256() {}

    /** The hash of all parts in a row. */
    public static Hash of(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        for (byte[] part : parts) digest.update(part);
        return Hash.of(digest.digest());
    }

    /** The hash of all parts in a row. */
    public static Hash of(Bytes... parts) {
        MessageDigest digest = DIGEST.get();
        for (Bytes part : parts) part.update(digest);
        return Hash.of(digest.digest());
    }

    /** The hash of some bytes behind a tag and a salt. */
    static Hash of(byte[] tag, Hash salt, Bytes content) {
        MessageDigest digest = DIGEST.get();
        digest.update(tag);
        digest.update(salt.bytes());
        content.update(digest);
        return Hash.of(digest.digest());
    }

    /** A fresh one, for what comes in pieces. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
