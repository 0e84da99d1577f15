package org.tansiq.wire;

import static org.tansiq.wire.Basics.HASH;
import static org.tansiq.wire.Basics.TEXT;

import org.tansiq.core.Bytes;
import org.tansiq.core.Cause;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Scheme;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.SignedNote;

/**
 * A signed note with its two sections, as it comes in: one line of JSON, {@code
 * {"note":"...","envelope":{"salt":"...", "body":"..."},"details":{...}}}.
 */
public record Submission(SignedNote note, Section envelope, Section details) {
    /** Bytes of one line. */
    public static final int LINE_MAX = 512 << 10;

    private static final Codec<Bytes> BYTES = Codec.by(TEXT, Bytes::text, Bytes::of);
    private static final Codec<Section> SECTION = Codec.fields(
            (section, to) -> to.put("salt", HASH, section.salt()).put("body", BYTES, section.body()),
            from -> new Section(from.get("salt", HASH), from.get("body", BYTES)));

    /** The form of the whole, a note being taken only if its signature holds. */
    public static Codec<Submission> form(Scheme scheme) {
        return Codec.fields(
                (said, to) -> to.put("note", BYTES, said.note.raw())
                        .put("envelope", SECTION, said.envelope)
                        .put("details", SECTION, said.details),
                from -> read(from, scheme));
    }

    private static Submission read(FieldsIn from, Scheme scheme) {
        Bytes raw = from.get("note", BYTES);
        Section envelope = from.get("envelope", SECTION);
        Section details = from.get("details", SECTION);
        SignedNote note = Codec.inside("note", () -> NoteText.open(raw, scheme));
        return new Submission(note, envelope, details);
    }

    /** What one line of JSON says; {@link Malformed} names what is wrong with it. */
    public static Submission parse(Bytes line, Scheme scheme) {
        if (line.size() > LINE_MAX) throw new Malformed("", line.size() + " bytes", "at most " + LINE_MAX + " bytes");
        return form(scheme).read(Json.parse(line));
    }

    public Submission {
        if (!envelope.digest().equals(note.note().envelope()))
            throw new Malformed(
                    "envelope",
                    envelope.digest().text(),
                    "the digest " + note.note().envelope());
        if (!details.digest().equals(note.note().details()))
            throw new Malformed(
                    "details",
                    details.digest().text(),
                    "the digest " + note.note().details());
    }

    /** The one line of JSON, without its end. */
    public Bytes line() {
        return form((_, _, _) -> true).write(this).bytes();
    }

    /** What the rules are asked. */
    public Cause.Said cause() {
        return new Cause.Said(note.note(), Acts.read(note.note().type(), envelope.body(), details.body()));
    }
}
