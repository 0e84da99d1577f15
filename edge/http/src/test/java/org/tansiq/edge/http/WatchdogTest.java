package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 7); // Nanoseconds may begin anywhere.
    private final AtomicInteger cuts = new AtomicInteger();
    private final Watchdog dog = new Watchdog(clock::get, 100);

    private void later(Duration by) {
        clock.addAndGet(by.toNanos());
        dog.look();
    }

    @Test
    void whatTakesLongerThanItsLimitIsCutOnce() {
        Watchdog.Leash leash = dog.tie(cuts::incrementAndGet);
        leash.within(LIMIT);
        later(LIMIT);
        assertThat(cuts).hasValue(0);
        later(Duration.ofNanos(1));
        later(LIMIT);
        assertThat(cuts).hasValue(1);
    }

    @Test
    void whatIsFreeOrLetGoIsNeverCut() {
        dog.tie(cuts::incrementAndGet);
        Watchdog.Leash free = dog.tie(cuts::incrementAndGet);
        free.within(LIMIT);
        free.free();
        Watchdog.Leash gone = dog.tie(cuts::incrementAndGet);
        gone.within(LIMIT);
        dog.release(gone);
        later(LIMIT.multipliedBy(2));
        assertThat(cuts).hasValue(0);
    }

    @Test
    void aLimitInsideAnotherLeavesThatAsItWas() {
        Watchdog.Leash leash = dog.tie(cuts::incrementAndGet);
        leash.within(LIMIT);
        leash.within(LIMIT.multipliedBy(3), () -> later(LIMIT.multipliedBy(2)));
        assertThat(cuts).hasValue(0);
        dog.look();
        assertThat(cuts).hasValue(1);
    }

    @Test
    void aStepWithinItsOwnLimitIsCutWhenItOverrunsThat() {
        Watchdog.Leash leash = dog.tie(cuts::incrementAndGet);
        leash.within(LIMIT, () -> later(LIMIT.plusNanos(1)));
        assertThat(cuts).hasValue(1);
    }

    // --- a crowd ---

    private final Watchdog small = new Watchdog(clock::get, 3);
    private final List<String> gone = new ArrayList<>();

    private Watchdog.Leash comes(String name) {
        return small.tie(() -> gone.add(name));
    }

    @Test
    void whoeverTakesTheLastPlaceEndsTheOldestOnce() {
        comes("a");
        comes("b");
        assertThat(gone).isEmpty();
        comes("c");
        comes("d");
        assertThat(gone).containsExactly("a", "b");
    }

    @Test
    void aPlaceThatIsGivenBackIsFree() {
        Watchdog.Leash a = comes("a");
        comes("b");
        small.release(a);
        comes("c");
        assertThat(gone).isEmpty();
    }

    @Test
    void whoStaysIsPassedOverAndIsTheYoungestAfterwards() {
        Watchdog.Leash a = comes("a");
        a.stays();
        comes("b");
        comes("c");
        a.goes();
        comes("d");
        comes("e");
        assertThat(gone).containsExactly("b", "c", "a");
    }

    @Test
    void nobodyWhoStaysIsCutAndTheLastToComeOnlyOnceOthersMayGo() {
        Watchdog.Leash a = comes("a");
        a.stays();
        comes("b").stays();
        comes("c");
        assertThat(gone).isEmpty();
        a.goes();
        assertThat(gone).containsExactly("c");
    }
}
