package org.tansiq.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;

/** Reads lines of a name and a value, and the bytes that some of them count. */
final class Parts {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** Bytes that a line counted, and what else stood in that line. */
    record Part(Bytes content, String more) {}

    private final ByteBuffer from;

    Parts(Bytes bytes) {
        this.from = ByteBuffer.wrap(bytes.copy());
    }

    boolean more() {
        return from.hasRemaining();
    }

    void expect(String line) {
        String found = line();
        if (!found.equals(line)) throw new Malformed("", found, line);
    }

    String value(String name) {
        String line = line();
        if (!line.startsWith(name + " ")) throw new Malformed(name, line, "a line that begins with " + name);
        return line.substring(name.length() + 1);
    }

    long number(String name) {
        return number(name, value(name));
    }

    static long number(String name, String digits) {
        if (!NUMBER.matcher(digits).matches()) throw new Malformed(name, digits, "a whole number");
        return Long.parseLong(digits);
    }

    Part part(String name) {
        String value = value(name);
        int space = value.indexOf(' ');
        long size = number(name, space < 0 ? value : value.substring(0, space));
        if (size >= from.remaining()) throw new Malformed(name, size + " bytes", "at most what follows");
        byte[] content = new byte[(int) size];
        from.get(content);
        if (from.get() != '\n') throw new Malformed(name, size + " bytes", "a line end behind them");
        return new Part(Bytes.of(content), space < 0 ? "" : value.substring(space + 1));
    }

    private String line() {
        int start = from.position();
        while (from.hasRemaining())
            if (from.get() == '\n') {
                byte[] line = new byte[from.position() - start - 1];
                from.get(start, line);
                return new String(line, StandardCharsets.UTF_8);
            }
        throw new Malformed("", "the end of the bytes", "a whole line");
    }
}
