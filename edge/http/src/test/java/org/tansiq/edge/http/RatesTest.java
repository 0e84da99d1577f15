package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final long SECOND = 1_000_000;

    private final AtomicLong clock = new AtomicLong(1_790_000_000 * SECOND);
    private final Rates rates = new Rates(clock::get);

    private int until429(Rates.Kind kind, String who, int most) {
        for (int i = 0; i < most; i++)
            try {
                rates.take(kind, who);
            } catch (Fault fault) {
                assertThat(fault.status).isEqualTo(429);
                return i;
            }
        return most;
    }

    @Test
    void aBurstIsTakenAndThenSoManyASecond() {
        for (Rates.Kind kind : Rates.Kind.values()) {
            assertThat(until429(kind, "a", 100_000)).as(kind.name()).isEqualTo(kind.burst);
            clock.addAndGet(SECOND);
            assertThat(until429(kind, "a", 100_000)).as(kind.name()).isEqualTo(kind.second);
        }
    }

    @Test
    void eachCallerAndEachKindHasItsOwn() {
        until429(Rates.Kind.OPEN, "a", 100_000);
        assertThatCode(() -> rates.take(Rates.Kind.OPEN, "b")).doesNotThrowAnyException();
        assertThatCode(() -> rates.take(Rates.Kind.READ, "a")).doesNotThrowAnyException();
        assertThatThrownBy(() -> rates.take(Rates.Kind.OPEN, "a")).isInstanceOf(Fault.class);
    }

    @Test
    void aBucketFillsNoFurtherThanItsBurst() {
        rates.take(Rates.Kind.READ, "a");
        clock.addAndGet(3600 * SECOND);
        assertThat(until429(Rates.Kind.READ, "a", 100_000)).isEqualTo(Rates.Kind.READ.burst);
    }

    @Test
    void aClockThatIsSetBackShutsNobodyOut() {
        until429(Rates.Kind.READ, "a", 100_000);
        clock.addAndGet(-3600 * SECOND);
        until429(Rates.Kind.READ, "a", 1);
        clock.addAndGet(SECOND);
        assertThat(until429(Rates.Kind.READ, "a", 100_000)).isEqualTo(Rates.Kind.READ.second);
    }

    @Test
    void onlySoManyBucketsAreKept() {
        until429(Rates.Kind.READ, "first", 100_000);
        for (int i = 0; i < Rates.BUCKETS_MAX; i++) rates.take(Rates.Kind.READ, "other " + i);
        assertThatCode(() -> rates.take(Rates.Kind.READ, "first")).doesNotThrowAnyException();
    }
}
