package org.tansiq.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.VerifierKey;

/** A verifier key as text, {@code name+hash+base64} (C2SP signed-note). */
public final class VKey {
    private static final byte ED25519 = 0x01;
    private static final String FORM = "name+8 hex digits+base64 of 33 bytes";

    private VKey() {}

    public static String write(VerifierKey key) {
        return key.name() + "+" + HexFormat.of().toHexDigits(id(key)) + "+" + Base64Text.write(typed(key));
    }

    /** What {@link #write} wrote, and nothing else. */
    public static VerifierKey parse(String text) {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (first < 0 || second < 0) throw new Malformed("key", text, FORM);
        String name = text.substring(0, first);
        if (!VerifierKey.named(name)) throw new Malformed("key", text, "a name, then " + FORM);
        VerifierKey key = new VerifierKey(name, point(Base64Text.parse("key", text.substring(second + 1))));
        if (!write(key).equals(text)) throw new Malformed("key", text, write(key));
        return key;
    }

    /** The first four bytes of SHA-256(name, newline, 0x01, point), which stand before its signatures. */
    public static int id(VerifierKey key) {
        byte[] name = (key.name() + "\n").getBytes(StandardCharsets.UTF_8);
        return (int) (Sha256.of(name, typed(key)).first() >>> Integer.SIZE);
    }

    private static byte[] typed(VerifierKey key) {
        byte[] typed = new byte[1 + Hash.BYTES];
        typed[0] = ED25519;
        System.arraycopy(key.point().bytes(), 0, typed, 1, Hash.BYTES);
        return typed;
    }

    private static Hash point(byte[] typed) {
        if (typed.length != 1 + Hash.BYTES || typed[0] != ED25519)
            throw new Malformed("key", typed.length + " bytes", "33 bytes, the first 0x01 (Ed25519)");
        byte[] point = new byte[Hash.BYTES];
        System.arraycopy(typed, 1, point, 0, Hash.BYTES);
        return Hash.of(point);
    }
}
