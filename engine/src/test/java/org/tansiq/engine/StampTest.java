package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class StampTest {
    private static final long NOON = Cast.NOON;
    private static final long SECOND = 1_000_000;

    private long wall = NOON;
    private long steady;

    private final Clock clock = new Clock() {
        @Override
        public long wall() {
            return wall;
        }

        @Override
        public long steady() {
            return steady;
        }
    };

    /** Lets some time go by, of which the wall clock shows some other. */
    private void pass(long micros, long shown) {
        steady += micros;
        wall += shown;
    }

    private Stamp stamp() {
        return new Stamp(clock, NOON);
    }

    @Test
    void timeRisesThoughTheClockStandsStill() {
        Stamp stamp = stamp();
        assertThat(stamp.next()).isEqualTo(NOON + 1);
        assertThat(stamp.next()).isEqualTo(NOON + 2);
        pass(SECOND, SECOND);
        assertThat(stamp.next()).isEqualTo(NOON + SECOND);
    }

    @Test
    void aStepBackOfASecondIsNotSeenInTheStamps() {
        Stamp stamp = stamp();
        pass(SECOND, SECOND);
        long before = stamp.next();
        pass(0, -Stamp.BACK_MAX);
        assertThat(stamp.next()).isEqualTo(before + 1);
    }

    @Test
    void aLargerStepBackStopsTheProcess() {
        Stamp stamp = stamp();
        stamp.next();
        pass(0, -Stamp.BACK_MAX - 1);
        assertThatThrownBy(stamp::next).isInstanceOf(TimeWent.class);
    }

    @Test
    void aStepAheadOfFiveSecondsOfTheSteadyClockIsTaken() {
        Stamp stamp = stamp();
        pass(SECOND, SECOND + Stamp.AHEAD_MAX);
        assertThat(stamp.next()).isEqualTo(wall);
    }

    @Test
    void aLargerStepAheadStopsTheProcess() {
        Stamp stamp = stamp();
        pass(SECOND, SECOND + Stamp.AHEAD_MAX + 1);
        assertThatThrownBy(stamp::next).isInstanceOf(TimeWent.class);
    }

    @Test
    void anHourInWhichNothingWasSaidIsNoStep() {
        Stamp stamp = stamp();
        pass(3600 * SECOND, 3600 * SECOND);
        assertThat(stamp.next()).isEqualTo(wall);
    }

    @Test
    void aClockBehindTheRecordDoesNotStart() {
        wall = NOON - Stamp.BACK_MAX;
        assertThat(stamp().next()).isEqualTo(NOON + 1);
        wall = NOON - Stamp.BACK_MAX - 1;
        assertThatThrownBy(this::stamp).isInstanceOf(TimeWent.class);
    }
}
