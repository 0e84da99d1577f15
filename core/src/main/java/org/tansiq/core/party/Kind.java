package org.tansiq.core.party;

/** What sort of party. */
public enum Kind {
    STATE_FORCE,
    ARMED_GROUP,
    MISSION,
    HUMANITARIAN,
    OPERATOR,
    GUARANTOR,
    OBSERVER
}
