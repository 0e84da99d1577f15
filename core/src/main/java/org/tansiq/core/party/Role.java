package org.tansiq.core.party;

import java.util.Optional;
import org.tansiq.core.Malformed;

/** What a key may do. Each later room adds its own. */
public enum Role {
    /** Signs for the party: acceptance, admission, terms, keys. */
    HEAD(false),
    /** Answers at a desk, says how that desk is reached. */
    DUTY_OFFICER(true),
    /** Declares and withdraws what the own party will do. */
    PLANNER(true),
    /** A device of a desk: confirms what reached it, and decides nothing. */
    DEVICE(true),
    /** Runs the theatre's machines, puts rules in force. */
    HOST(false),
    /** Reads what the own party may read, and says nothing. */
    AUDITOR(false);

    private final boolean desk;

    Role(boolean desk) {
        this.desk = desk;
    }

    /** Whether a key of this role belongs to a desk. */
    public boolean atDesk() {
        return desk;
    }

    /** A key at a desk names it, any other names none. */
    void check(Optional<DeskId> at) {
        if (atDesk() && at.isEmpty()) throw new Malformed("desk", "", "the desk that the key belongs to");
        if (!atDesk() && at.isPresent()) throw new Malformed("desk", at.get().text(), "no desk for a key of this role");
    }

    /** Whether the key counts when desks replace a lost head key. */
    boolean votes() {
        return this == DUTY_OFFICER || this == PLANNER;
    }
}
