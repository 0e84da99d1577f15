package org.tansiq.ledger;

import java.util.Base64;
import org.tansiq.core.Malformed;

/** Base64 with padding (RFC 4648 section 4), of which each run of bytes has one spelling only. */
final class Base64Text {
    private static final String FORM = "base64 with padding";

    private Base64Text() {}

    static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] parse(String field, String text) {
        byte[] bytes = decode(field, text);
        if (!write(bytes).equals(text)) throw new Malformed(field, text, FORM);
        return bytes;
    }

    private static byte[] decode(String field, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new Malformed(field, text, FORM);
        }
    }
}
