package org.tansiq.core;

/** How much of the note behind an entry goes with a delivery. */
public enum Opening {
    CLOSED,
    /** The signed text, whose sections stay closed behind their digests. */
    TEXT,
    /** The signed text and both sections with their salts. */
    WHOLE
}
