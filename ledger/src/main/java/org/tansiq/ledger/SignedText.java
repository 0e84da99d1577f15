package org.tansiq.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;

/**
 * A text and the signatures under it (C2SP signed-note).
 *
 * <p>The text is UTF-8, ends in a newline, and has no other control character below U+0020. What is signed is
 * all of it, its last newline included. Laws: {@code parseGivesWhatWasWritten}, {@code
 * writingGivesWhatWasParsed}.
 */
public record SignedText(Bytes text, List<Line> lines) {
    /** Signatures under one text. */
    public static final int LINES_MAX = 16;

    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = 4;

    /** One signature: who made it, by name and by the id of the key, and its bytes. */
    public record Line(String name, int id, Bytes signature) {
        public Line {
            if (!named(name)) throw new Malformed("signature", name, "a key name without space and plus");
            if (signature.size() == 0) throw new Malformed("signature", "nothing", "at least 1 byte");
        }

        private static boolean named(String name) {
            return !name.isEmpty() && name.codePoints().noneMatch(Line::parts);
        }

        private static boolean parts(int c) {
            return c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c) || Character.isISOControl(c);
        }

        private static Line parse(String line) {
            int space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) throw new Malformed("signature", line, "\u2014 name base64");
            byte[] bytes = Base64Text.parse("signature", line.substring(space + 1));
            if (bytes.length <= ID_BYTES) throw new Malformed("signature", line, "more than 4 bytes");
            byte[] signature = new byte[bytes.length - ID_BYTES];
            System.arraycopy(bytes, ID_BYTES, signature, 0, signature.length);
            int id = ByteBuffer.wrap(bytes).getInt();
            return new Line(line.substring(DASH.length(), space), id, Bytes.of(signature));
        }

        private String write() {
            byte[] bytes = ByteBuffer.allocate(ID_BYTES + signature.size())
                    .putInt(id)
                    .put(signature.buffer())
                    .array();
            return DASH + name + " " + Base64Text.write(bytes) + "\n";
        }

        @Override
        public String toString() {
            return DASH + name + " " + HexFormat.of().toHexDigits(id);
        }
    }

    public SignedText {
        if (!Utf8.parse("text", text).endsWith("\n")) throw new Malformed("text", "its end", "a newline at the end");
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > LINES_MAX)
            throw new Malformed("signature", lines.size() + " signatures", "1 to " + LINES_MAX);
    }

    /** What {@link #write} wrote, and nothing else, in at most so many bytes. */
    public static SignedText parse(Bytes raw, int max) {
        if (raw.size() > max) throw new Malformed("note", raw.size() + " bytes", "at most " + max + " bytes");
        String all = Utf8.parse("note", raw);
        int split = all.lastIndexOf("\n\n");
        if (split < 0) throw new Malformed("signature", "nothing", "a blank line, then signatures");
        return new SignedText(Bytes.of(all.substring(0, split + 1)), lines(all.substring(split + 2)));
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < text.length() && lines.size() <= LINES_MAX; ) {
            int end = text.indexOf('\n', from);
            if (end < 0) throw new Malformed("signature", text.substring(from), "a newline at the end");
            lines.add(Line.parse(text.substring(from, end)));
            from = end + 1;
        }
        return lines;
    }

    public Bytes write() {
        StringBuilder all = new StringBuilder(text.text()).append('\n');
        lines.forEach(line -> all.append(line.write()));
        return Bytes.of(all.toString());
    }
}
