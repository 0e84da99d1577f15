package org.tansiq.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PercentsTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void quickWorkSaysNothing() {
        assertThat(said(200, Percents.PATIENCE_NANOS / 200 - 1)).isEmpty();
    }

    @Test
    void fastWorkSaysOneLineInFiveSeconds() {
        assertThat(said(20, SECOND)).containsExactly(25L, 50L, 75L, 100L);
    }

    @Test
    void slowWorkSaysOneLineInTenHundredths() {
        assertThat(said(100, 6 * SECOND)).containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L);
    }

    private static List<Long> said(int steps, long nanosEach) {
        AtomicLong now = new AtomicLong(7);
        List<Long> said = new ArrayList<>();
        try (Percents percents = new Percents(said::add, steps, now::get)) {
            for (int i = 0; i < steps; i++) {
                now.addAndGet(nanosEach);
                percents.step();
            }
        }
        return said;
    }
}
