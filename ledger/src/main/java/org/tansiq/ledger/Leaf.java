package org.tansiq.ledger;

import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

/**
 * What the tree holds of an entry: its number and time (microseconds since 1970), the hash of the rules that
 * decided it, the commitment to its cause and the root of its {@link Slots}. Law: {@code
 * parseGivesWhatWasWritten}.
 */
public record Leaf(long index, long at, Hash rules, Hash cause, Hash outcome) {
    private static final String TITLE = "tansiq-entry/v1";
    private static final byte[] LEAF = {0};

    public Leaf {
        if (index < 0) throw new Malformed("index", Long.toString(index), "a number from 0");
        TimeText.check("at", at);
    }

    /** The commitment to an entry's cause: SHA-256(salt, cause). */
    public static Hash causeOf(Hash salt, Bytes cause) {
        return Sha256.of(salt.bytes(), cause.copy());
    }

    /** What {@link #text} wrote, and nothing else. */
    public static Leaf parse(Bytes text) {
        Lines lines = new Lines(Utf8.parse("leaf", text));
        lines.title(TITLE);
        Leaf leaf = new Leaf(
                lines.number("index"),
                lines.time("at"),
                lines.hash("rules"),
                lines.hash("cause"),
                lines.hash("outcome"));
        lines.end("outcome");
        return leaf;
    }

    public Bytes text() {
        return Bytes.of(TITLE + "\nindex " + index
                + "\nat " + TimeText.write(at)
                + "\nrules " + rules.text()
                + "\ncause " + cause.text()
                + "\noutcome " + outcome.text() + "\n");
    }

    /** The leaf of the tree: SHA-256(0x00, text), as RFC 6962 has it. */
    public Hash hash() {
        return Sha256.of(LEAF, text().copy());
    }
}
