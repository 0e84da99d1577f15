package org.tansiq.core.airspace;

/** How far a window of a declaration has come. Conflict and lateness stand beside it. */
public enum WindowState {
    DECLARED,
    ACTIVATED,
    ENDED,
    WITHDRAWN,
    /** Its time is over, by the clock alone; never recorded. */
    EXPIRED
}
