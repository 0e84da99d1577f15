package org.tansiq.core.airspace;

/**
 * What comes of one change that was asked for; {@code cost} counts its minutes, metres and km2 as the terms
 * weigh them.
 */
public record Way(Change change, Fit fit, long cost) {
    /** How it fits among everything declared. */
    public enum Fit {
        /** It meets nothing of anybody else's. */
        FREE,
        /** It meets something. */
        MEETS,
        /** The change makes no declaration that could be said now; nothing was looked at. */
        UNFIT
    }
}
