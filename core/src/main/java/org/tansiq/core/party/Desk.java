package org.tansiq.core.party;

import org.tansiq.core.Names;
import org.tansiq.core.Wording;

/** A role account that somebody answers round the clock: how to reach it, and in which languages. */
public record Desk(DeskId id, Names names, String contact, String languages) {
    public static final int CONTACT_MAX = 400;

    public Desk {
        Wording.line("contact", contact, CONTACT_MAX);
        Wording.line("languages", languages, Wording.LINE_MAX);
    }
}
