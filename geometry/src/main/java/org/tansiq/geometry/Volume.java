package org.tansiq.geometry;

/** A footprint through a band of height for a window of time: all four closed. */
public record Volume(Footprint footprint, Band band, Window window) {}
