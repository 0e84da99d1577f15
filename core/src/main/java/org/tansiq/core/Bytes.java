package org.tansiq.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** Some bytes that nobody changes. */
public final class Bytes {
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] all;

    private Bytes(byte[] all) {
        this.all = all;
    }

    /** These bytes themselves, not a copy: whoever made them MUST let go of them. */
    public static Bytes of(byte[] all) {
        return new Bytes(all);
    }

    /** The UTF-8 of a text. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All of these, one behind the other. */
    public static Bytes joined(List<Bytes> parts) {
        int size = 0;
        for (Bytes part : parts) size += part.size();
        byte[] all = new byte[size];
        int at = 0;
        for (Bytes part : parts) {
            System.arraycopy(part.all, 0, all, at, part.size());
            at += part.size();
        }
        return new Bytes(all);
    }

    public int size() {
        return all.length;
    }

    /** Read only. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(all).asReadOnlyBuffer();
    }

    public byte[] copy() {
        return all.clone();
    }

    /** Gives all of these to somebody who digests them. */
    public void update(MessageDigest digest) {
        digest.update(all);
    }

    /** Whether these are letters, digits and signs of ASCII, in one line and without control characters. */
    public boolean isPlain() {
        int least = 0;
        for (byte one : all) least |= one - ' '; // Below 0 for what is neither.
        return least >= 0;
    }

    /** The text that these bytes are in UTF-8. */
    public String text() {
        return new String(all, StandardCharsets.UTF_8);
    }

    /**
     * Whether these bytes are exactly the UTF-8 of their {@link #text}: no overlong form, nothing cut off.
     */
    public boolean isUtf8(String text) {
        // Whatever is not UTF-8 comes out as U+FFFD; that character itself may also have been written.
        return text.indexOf('\uFFFD') < 0 || of(text).equals(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(all, bytes.all);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(all);
    }

    @Override
    public String toString() {
        return all.length + " bytes";
    }
}
