package org.tansiq.engine;

/** Hears how far long work is. */
@FunctionalInterface
public interface Pace {
    void at(long done, long total);
}
