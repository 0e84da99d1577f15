package org.tansiq.ledger;

import java.util.regex.Pattern;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Note;
import org.tansiq.core.Status;
import org.tansiq.core.VerifierKey;

/** A note before it is signed; {@link Note} says what each part is. */
public record Draft(
        Hash theatre,
        VerifierKey key,
        long seq,
        Hash prev,
        long time,
        String type,
        Status status,
        Hash envelope,
        Hash details) {

    /** Characters of a type. */
    public static final int TYPE_MAX = 40;

    private static final Pattern TYPE = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

    public Draft {
        if (seq < 0) throw new Malformed("seq", Long.toString(seq), "a number from 0");
        TimeText.check("time", time);
        if (type.length() > TYPE_MAX || !TYPE.matcher(type).matches())
            throw new Malformed("type", type, "room.act in small letters, at most " + TYPE_MAX);
    }

    Note note(Hash hash) {
        return new Note(hash, theatre, key, seq, prev, time, type, status, envelope, details);
    }
}
