package org.tansiq.ledger;

import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

/** Reads a text of lines {@code key value} once downward, each key where it has to be. */
final class Lines {
    private final String text;
    private int at;

    Lines(String text) {
        this.text = text;
    }

    /** The line that says what the text is. */
    void title(String wanted) {
        String line = line(wanted);
        if (!line.equals(wanted)) throw new Malformed("first line", line, wanted);
    }

    String value(String key) {
        String line = line(key);
        if (!line.startsWith(key + " ")) throw new Malformed(key, line, "the line '" + key + " ...' here");
        return line.substring(key.length() + 1);
    }

    /** A whole number from 0, without sign and leading zeros. */
    long number(String key) {
        return number(key, value(key));
    }

    static long number(String key, String digits) {
        try {
            long number = Long.parseLong(digits);
            if (number >= 0 && Long.toString(number).equals(digits)) return number;
        } catch (NumberFormatException _) {
            // Refused below, as every other spelling is.
        }
        throw new Malformed(key, digits, "a number from 0 to " + Long.MAX_VALUE + " without leading zeros");
    }

    Hash hash(String key) {
        return hash(key, value(key));
    }

    static Hash hash(String key, String text) {
        return Hash.parse(text).orElseThrow(() -> new Malformed(key, text, "base64 of 32 bytes"));
    }

    long time(String key) {
        return TimeText.parse(key, value(key));
    }

    void blank() {
        String line = line("blank line");
        if (!line.isEmpty()) throw new Malformed("blank line", line, "nothing");
    }

    /** The next line without its newline, which MUST be there. */
    String line(String field) {
        int end = text.indexOf('\n', at);
        if (end < 0) throw new Malformed(field, text.substring(at), "a whole line");
        String line = text.substring(at, end);
        at = end + 1;
        return line;
    }

    void end(String field) {
        if (at != text.length()) throw new Malformed(field, text.substring(at), "the end of the text here");
    }
}
