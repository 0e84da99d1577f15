package org.tansiq.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

/**
 * 32 bytes: a SHA-256, or as many bytes of chance or of a public key. Ordered as unsigned bytes.
 *
 * <p>Written as base64 with padding (RFC 4648 section 4), as in signed notes.
 */
public record Hash(long first, long second, long third, long fourth) implements Comparable<Hash> {
    public static final int BYTES = 32;

    /** 32 zero bytes: stands where there is nothing to name yet. */
    public static final Hash NONE = new Hash(0, 0, 0, 0);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int SHORT_CHARS = 16;
    private static final long SHORT_MASK = 0xFFFF_0000_0000_0000L;

    /** The hash in exactly 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException(bytes.length + " bytes, not " + BYTES);
        return new Hash(
                (long) LONGS.get(bytes, 0),
                (long) LONGS.get(bytes, Long.BYTES),
                (long) LONGS.get(bytes, 2 * Long.BYTES),
                (long) LONGS.get(bytes, 3 * Long.BYTES));
    }

    /** What {@link #text} wrote, and nothing else: no other spelling of the same bytes. */
    public static Optional<Hash> parse(String text) {
        if (text.length() != 44) return Optional.empty();
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Optional.of(bytes)
                    .filter(b -> b.length == BYTES)
                    .map(Hash::of)
                    .filter(hash -> hash.text().equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        LONGS.set(bytes, 0, first);
        LONGS.set(bytes, Long.BYTES, second);
        LONGS.set(bytes, 2 * Long.BYTES, third);
        LONGS.set(bytes, 3 * Long.BYTES, fourth);
        return bytes;
    }

    public String text() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /** The first 80 bits in 16 lower-case letters and digits (RFC 4648 base32), for people. */
    public String brief() {
        StringBuilder text = new StringBuilder(SHORT_CHARS);
        for (int i = 0; i < SHORT_CHARS; i++) text.append(DIGITS.charAt(fiveBits(i * 5)));
        return text.toString();
    }

    /** Whether a table has a key that people read as this one. */
    public boolean briefIn(Table<Hash, ?> table) {
        Hash least = new Hash(first, second & SHORT_MASK, 0, 0);
        return table.atLeast(least)
                .map(Table.Row::key)
                .filter(key -> key.first == first && (key.second & SHORT_MASK) == least.second)
                .isPresent();
    }

    private int fiveBits(int from) {
        if (from + 5 <= 64) return (int) (first >>> (59 - from)) & 31;
        if (from >= 64) return (int) (second >>> (123 - from)) & 31;
        int left = from + 5 - 64;
        return (int) ((first << left) | (second >>> (64 - left))) & 31;
    }

    @Override
    public int compareTo(Hash other) {
        if (first != other.first) return Long.compareUnsigned(first, other.first);
        if (second != other.second) return Long.compareUnsigned(second, other.second);
        if (third != other.third) return Long.compareUnsigned(third, other.third);
        return Long.compareUnsigned(fourth, other.fourth);
    }

    @Override
    public String toString() {
        return text();
    }
}
