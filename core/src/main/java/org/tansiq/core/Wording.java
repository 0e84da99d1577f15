package org.tansiq.core;

import java.util.HexFormat;

/**
 * What a text for people has to be: not empty, not long, and nothing in it that hides or turns the words
 * around it.
 */
public final class Wording {
    public static final int LINE_MAX = 200;

    private Wording() {}

    /**
     * A line of at most some characters without control characters, line or paragraph separators, and without
     * bidirectional overrides, embeddings or isolates (U+202A to U+202E, U+2066 to U+2069). Marks that Arabic
     * and Persian need (U+200C to U+200F, U+061C) are welcome. The text comes back as it was given.
     */
    public static String line(String field, String text, int most) {
        // Before all else: what is refused for another reason is then shown without such characters.
        text.codePoints().filter(Wording::refused).findFirst().ifPresent(c -> {
            throw new Malformed(field, shown(c), "no control or bidirectional override character");
        });
        if (text.isBlank()) throw new Malformed(field, text, "a text");
        if (text.codePointCount(0, text.length()) > most)
            throw new Malformed(field, text, "at most " + most + " characters");
        return text;
    }

    // All that are refused have four digits.
    private static String shown(int c) {
        return "U+" + HexFormat.of().withUpperCase().toHexDigits((char) c);
    }

    /** Whether a character hides or turns the words around it; the same in every version of Unicode. */
    static boolean refused(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0xD800 && c <= 0xDFFF);
    }
}
