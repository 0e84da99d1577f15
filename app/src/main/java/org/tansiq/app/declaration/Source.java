package org.tansiq.app.declaration;

/** Where something was read: the file as it was named, and which feature or line of it, counted from 1. */
public record Source(String file, Kind kind, long number) {

    /** What the number counts. */
    public enum Kind {
        /** The file as a whole; the number is 0. */
        FILE,
        /** A feature of a GeoJSON file. */
        FEATURE,
        /** A line of a scenario; of a continued line the first. */
        LINE
    }

    static Source of(String file) {
        return new Source(file, Kind.FILE, 0);
    }
}
