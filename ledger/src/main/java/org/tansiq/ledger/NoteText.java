package org.tansiq.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.core.Note;
import org.tansiq.core.Status;
import org.tansiq.core.VerifierKey;

/**
 * The text of a note, and the note under its one signature. Every note has exactly one spelling.
 *
 * <p>Laws: {@code readingGivesWhatWasWritten}, {@code openingGivesWhatWasSigned}, {@code
 * oneOtherByteIsRefused}.
 */
public final class NoteText {
    /** Bytes of a note with its signature. */
    public static final int NOTE_MAX = 4096;

    static final String TITLE = "tansiq-note/v1";

    private NoteText() {}

    public static Bytes write(Draft draft) {
        return Bytes.of(TITLE + "\ntheatre " + draft.theatre().text()
                + "\nkey " + VKey.write(draft.key())
                + "\nseq " + draft.seq()
                + "\nprev " + draft.prev().text()
                + "\ntime " + TimeText.write(draft.time())
                + "\ntype " + draft.type()
                + "\nstatus " + draft.status().name().toLowerCase(Locale.ROOT)
                + "\nenvelope " + draft.envelope().text()
                + "\ndetails " + draft.details().text() + "\n");
    }

    /** What {@link #write} wrote, and nothing else. */
    public static Note read(Bytes text) {
        return read(new Lines(Utf8.parse("note", text))).note(Sha256.of(text));
    }

    private static Draft read(Lines lines) {
        lines.title(TITLE);
        Draft draft = new Draft(
                lines.hash("theatre"),
                VKey.parse(lines.value("key")),
                lines.number("seq"),
                lines.hash("prev"),
                lines.time("time"),
                lines.value("type"),
                status(lines.value("status")),
                lines.hash("envelope"),
                lines.hash("details"));
        lines.end("details");
        return draft;
    }

    private static Status status(String word) {
        return switch (word) {
            case "actual" -> Status.ACTUAL;
            case "exercise" -> Status.EXERCISE;
            case "test" -> Status.TEST;
            default -> throw new Malformed("status", word, "actual, exercise or test");
        };
    }

    /** The note in these bytes, its one signature checked; where that fails, {@link Malformed} names it. */
    public static SignedNote open(Bytes raw, Scheme scheme) {
        SignedText signed = SignedText.parse(raw, NOTE_MAX);
        Note note = read(signed.text());
        SignedText.Line line = line(signed, note.key());
        if (!scheme.verify(note.key(), signed.text(), line.signature().copy()))
            throw new Malformed("signature", line.toString(), "the key's signature of this text");
        return new SignedNote(note, raw);
    }

    /** The one signature line, under the name and id of the key that the text names. */
    static SignedText.Line line(SignedText signed, VerifierKey key) {
        SignedText.Line line = signed.lines().getFirst();
        if (signed.lines().size() > 1)
            throw new Malformed("signature", signed.lines().size() + " signatures", "1");
        if (!line.name().equals(key.name()) || line.id() != VKey.id(key))
            throw new Malformed("signature", line.toString(), "a line of " + key.name());
        return line;
    }

    /** The draft, signed; its key MUST be the signer's. */
    public static SignedNote sign(Draft draft, Signer signer) {
        if (!draft.key().equals(signer.key())) throw new IllegalArgumentException("not the key of " + draft.key());
        Bytes text = write(draft);
        Bytes signature = Bytes.of(signer.sign(text));
        SignedText.Line line = new SignedText.Line(draft.key().name(), VKey.id(draft.key()), signature);
        return new SignedNote(draft.note(Sha256.of(text)), new SignedText(text, List.of(line)).write());
    }

    /** How many whole notes, with one signature line each (not checked), lie anywhere in some bytes. */
    public static long count(ByteBuffer torn) {
        return TornNotes.count(torn);
    }
}
