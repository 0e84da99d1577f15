package org.tansiq.client;

import java.util.Optional;
import org.tansiq.core.Malformed;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.SignedNote;
import org.tansiq.wire.OpenedNote;

/**
 * A note of another party as far as its author opens it: signed by the key that it names, and the sections
 * are those that were signed. Whose key that is, the parties of a view say.
 */
public record Opened(long entry, SignedNote note, Section envelope, Optional<Section> details) {
    public Opened {
        fits("envelope", envelope, note.note().envelope().text());
        details.ifPresent(
                section -> fits("details", section, note.note().details().text()));
    }

    /**
     * What a server or a record shows; throws {@link Malformed} where a part of it is not what was signed.
     */
    public static Opened of(OpenedNote shown) {
        return new Opened(shown.entry(), NoteText.open(shown.note(), new Ed25519()), shown.envelope(), shown.details());
    }

    /** This note, if it is the one that a view of a conflict names; throws {@link Malformed} otherwise. */
    public Opened named(Revealed other) {
        String hash = note.note().hash().text();
        if (!note.note().hash().equals(other.source().note()))
            throw new Malformed("note", hash, "the note " + other.source().note());
        if (entry != other.source().entry())
            throw new Malformed("entry", "" + entry, "entry " + other.source().entry());
        boolean all = other.level() == Level.FULL;
        if (details.isPresent() != all)
            throw new Malformed("details", details.isPresent() ? "there" : "nothing", all ? "a section" : "nothing");
        return this;
    }

    private static void fits(String name, Section section, String digest) {
        if (!section.digest().text().equals(digest))
            throw new Malformed(name, section.digest().text(), "the digest " + digest);
    }
}
