package org.tansiq.geometry;

/** What a height is counted from. Heights of one reference compare by value, of two as intervals over W84. */
public enum Reference {
    /** The WGS84 ellipsoid. */
    W84,
    /** Mean sea level: the geoid. */
    AMSL,
    /** The ground below. */
    AGL,
    /** The pressure level 1013.25 hPa of the standard atmosphere: flight levels. */
    FL
}
