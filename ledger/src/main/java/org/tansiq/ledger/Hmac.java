package org.tansiq.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.tansiq.core.Hash;

/** HMAC (RFC 2104) on SHA-256 under one key of 32 bytes, for many messages. */
public final class Hmac {
    private static final int BLOCK_BYTES = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final MessageDigest inner;
    private final MessageDigest outer;

    public Hmac(Hash key) {
        byte[] bytes = key.bytes();
        this.inner = begun(bytes, INNER);
        this.outer = begun(bytes, OUTER);
    }

    private static MessageDigest begun(byte[] key, byte pad) {
        byte[] block = new byte[BLOCK_BYTES];
        for (int i = 0; i < BLOCK_BYTES; i++) block[i] = i < key.length ? (byte) (key[i] ^ pad) : pad;
        MessageDigest digest = Sha256.digest();
        digest.update(block);
        return digest;
    }

    public Hash of(byte[] message) {
        byte[] within = copy(inner).digest(message);
        return Hash.of(copy(outer).digest(within));
    }

    /** Of a label in ASCII and of numbers, each in four bytes, the highest first. */
    Hash of(String label, int... numbers) {
        byte[] message = new byte[label.length() + numbers.length * Integer.BYTES];
        byte[] letters = label.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(letters, 0, message, 0, letters.length);
        int at = letters.length;
        for (int number : numbers)
            for (int shift = 24; shift >= 0; shift -= 8) message[at++] = (byte) (number >>> shift);
        return of(message);
    }

    private static MessageDigest copy(MessageDigest begun) {
        try {
            return (MessageDigest) begun.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("the SHA-256 of every JDK can be copied", e);
        }
    }
}
