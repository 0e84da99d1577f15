package org.tansiq.ledger;

import java.nio.charset.StandardCharsets;
import org.tansiq.core.Hash;

/** HMAC (RFC 2104) on SHA-256 under one key of 32 bytes, for many messages. */
public final class Hmac {
    private static final int BLOCK_BYTES = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final byte[] inner;
    private final byte[] outer;

    public Hmac(Hash key) {
        byte[] bytes = key.bytes();
        this.inner = block(bytes, INNER);
        this.outer = block(bytes, OUTER);
    }

    private static byte[] block(byte[] key, byte pad) {
        byte[] block = new byte[BLOCK_BYTES];
        for (int i = 0; i < BLOCK_BYTES; i++) block[i] = i < key.length ? (byte) (key[i] ^ pad) : pad;
        return block;
    }

    public Hash of(byte[] message) {
        return Sha256.of(outer, Sha256.of(inner, message).bytes());
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
}
