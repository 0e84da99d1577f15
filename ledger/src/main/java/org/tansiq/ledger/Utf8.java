package org.tansiq.ledger;

import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;

/** Text in bytes, read without mending anything. */
final class Utf8 {
    private static final char SPACE = ' ';

    private Utf8() {}

    /** The text; faulty UTF-8 (overlong, cut off, surrogates) and controls but newline are refused. */
    static String parse(String field, Bytes bytes) {
        String text = bytes.text();
        if (!bytes.isUtf8(text)) throw new Malformed(field, bytes.size() + " bytes", "UTF-8");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < SPACE && c != '\n')
                throw new Malformed(
                        field,
                        "U+00" + (c < 16 ? "0" : "") + Integer.toHexString(c),
                        "a text without control characters");
        }
        return text;
    }
}
