package org.tansiq.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;

/** Finds whole notes in bytes of which nothing else is known. */
final class TornNotes {
    private static final byte[] START = (NoteText.TITLE + "\n").getBytes(StandardCharsets.US_ASCII);

    /** Ten lines of text, a blank one, a signature. */
    private static final int LINES = 12;

    private TornNotes() {}

    static long count(ByteBuffer torn) {
        long count = 0;
        for (int at = torn.position(); at <= torn.limit() - START.length; ) {
            OptionalInt end = starts(torn, at) ? end(torn, at) : OptionalInt.empty();
            boolean whole = end.isPresent() && whole(torn, at, end.getAsInt());
            if (whole) count++;
            at = whole ? end.getAsInt() : at + 1;
        }
        return count;
    }

    private static boolean starts(ByteBuffer torn, int at) {
        for (int i = 0; i < START.length; i++) if (torn.get(at + i) != START[i]) return false;
        return true;
    }

    private static OptionalInt end(ByteBuffer torn, int from) {
        int lines = 0;
        int until = Math.min(torn.limit(), from + NoteText.NOTE_MAX);
        for (int at = from; at < until; at++)
            if (torn.get(at) == '\n' && ++lines == LINES) return OptionalInt.of(at + 1);
        return OptionalInt.empty();
    }

    private static boolean whole(ByteBuffer torn, int from, int end) {
        byte[] raw = new byte[end - from];
        torn.get(from, raw);
        try {
            SignedText signed = SignedText.parse(Bytes.of(raw), NoteText.NOTE_MAX);
            NoteText.line(signed, NoteText.read(signed.text()).key());
            return true;
        } catch (Malformed _) {
            return false;
        }
    }
}
