package org.tansiq.engine;

/** Where the engine tells its host what has to be looked at though work goes on. */
public interface Alarms {
    /** What is wrong; the detail is a file's name or the machine's own words. */
    enum Kind {
        SNAPSHOT_CORRUPT,
        SNAPSHOT_NOT_WRITTEN,
        JOURNAL_TORN
    }

    void raise(Kind kind, String detail);
}
