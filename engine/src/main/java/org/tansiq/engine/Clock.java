package org.tansiq.engine;

/** The two clocks of a machine, in microseconds. */
public interface Clock {
    /** Since 1970, as the machine has it; it may be set. */
    long wall();

    /** Since some moment; it only runs on. */
    long steady();
}
