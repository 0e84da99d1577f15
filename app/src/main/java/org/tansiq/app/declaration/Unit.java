package org.tansiq.app.declaration;

/** What a height is declared in. */
public enum Unit {
    METRES,
    FEET,
    /** Hundreds of feet over 1013.25 hPa. */
    LEVEL
}
