package org.tansiq.geometry;

/** What can be said of two volumes: they meet, they may, they do not. From the surest meeting to none. */
public enum Verdict {
    CERTAIN,
    POSSIBLE,
    CLEAR;

    /** The verdict on two conditions that must both hold. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
