package org.tansiq.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clocks of this machine. */
public final class MachineClock implements Clock {
    @Override
    public long wall() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    @Override
    public long steady() {
        return System.nanoTime() / 1000;
    }
}
