package org.tansiq.geometry;

/** Metres between footprints: the one function that decides. */
final class Separation {
    private Separation() {}

    static Gap between(Footprint a, Footprint b) {
        throw new UnsupportedOperationException(a + " " + b);
    }

    static boolean atMost(Footprint a, Footprint b, double metres) {
        return between(a, b).lower() <= metres;
    }
}
