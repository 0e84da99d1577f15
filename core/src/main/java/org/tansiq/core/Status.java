package org.tansiq.core;

/** What a note is meant as; the three never mix. */
public enum Status {
    ACTUAL,
    EXERCISE,
    TEST
}
