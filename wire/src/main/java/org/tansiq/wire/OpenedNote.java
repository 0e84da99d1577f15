package org.tansiq.wire;

import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.ledger.Section;

/**
 * A note as somebody else is shown it: the signed text, and the sections that are open, each with its salt.
 * Their digests stand in the text.
 */
public record OpenedNote(long entry, Bytes note, Section envelope, Optional<Section> details) {
    private static final Codec<Section> SECTION = Codec.fields(
            (section, to) -> to.put("salt", Basics.HASH, section.salt())
                    .put("body", Basics.TEXT, section.body().text()),
            from -> new Section(from.get("salt", Basics.HASH), Bytes.of(from.get("body", Basics.TEXT))));

    public static final Codec<OpenedNote> FORM = Codec.fields(
            (opened, to) -> to.put("entry", Basics.WHOLE, opened.entry)
                    .put("note", Basics.TEXT, opened.note.text())
                    .put("envelope", SECTION, opened.envelope)
                    .maybe("details", SECTION, opened.details),
            from -> new OpenedNote(
                    from.get("entry", Basics.WHOLE),
                    Bytes.of(from.get("note", Basics.TEXT)),
                    from.get("envelope", SECTION),
                    from.maybe("details", SECTION)));
}
