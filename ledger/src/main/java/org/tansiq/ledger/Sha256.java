package org.tansiq.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;

/** SHA-256 (FIPS 180-4), and HMAC (RFC 2104) on it, under keys of 32 bytes. */
public final class Sha256 {
    private static final int BLOCK_BYTES = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;
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
        for (Bytes part : parts) digest.update(part.copy());
        return Hash.of(digest.digest());
    }

    public static Hash hmac(Hash key, byte[] message) {
        MessageDigest digest = DIGEST.get();
        byte[] keyed = key.bytes();
        digest.update(padded(keyed, INNER));
        digest.update(message);
        byte[] inner = digest.digest();
        digest.update(padded(keyed, OUTER));
        digest.update(inner);
        return Hash.of(digest.digest());
    }

    /** HMAC of a label in ASCII and of numbers, each in four bytes, the highest first. */
    static Hash hmac(Hash key, String label, int... numbers) {
        byte[] message = new byte[label.length() + numbers.length * Integer.BYTES];
        byte[] letters = label.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(letters, 0, message, 0, letters.length);
        int at = letters.length;
        for (int number : numbers)
            for (int shift = 24; shift >= 0; shift -= 8) message[at++] = (byte) (number >>> shift);
        return hmac(key, message);
    }

    private static byte[] padded(byte[] key, byte pad) {
        byte[] block = new byte[BLOCK_BYTES];
        for (int i = 0; i < BLOCK_BYTES; i++) block[i] = i < key.length ? (byte) (key[i] ^ pad) : pad;
        return block;
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
