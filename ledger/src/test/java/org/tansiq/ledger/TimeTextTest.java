package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Malformed;

class TimeTextTest {
    @Property
    void parseGivesWhatWasWritten(@ForAll("times") long time) {
        String text = TimeText.write(time);
        assertThat(TimeText.parse("time", text)).isEqualTo(time);
        Instant at = Instant.ofEpochSecond(time / 1_000_000, time % 1_000_000 * 1000);
        assertThat(Instant.parse(text)).isEqualTo(at);
    }

    @Provide
    Arbitrary<Long> times() {
        return Draw.times();
    }

    @Test
    void theEndsAreWritten() {
        assertThat(TimeText.write(0)).isEqualTo("1970-01-01T00:00:00.000000Z");
        assertThat(TimeText.write(TimeText.TIME_MAX)).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(TimeText.write(Draw.TIME)).isEqualTo("2026-11-23T21:04:05.123456Z");
        assertThatThrownBy(() -> TimeText.write(-1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> TimeText.write(TimeText.TIME_MAX + 1)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-23T21:04:05Z",
                "2026-11-23T21:04:05.123Z",
                "2026-11-23T21:04:05.123456789Z",
                "2026-11-23T21:04:05.123456",
                "2026-11-23T21:04:05.123456z",
                "2026-11-23t21:04:05.123456Z",
                "2026-11-23 21:04:05.123456Z",
                "2026-11-23T21:04:05.123456+00:00",
                "2026-11-23T21:04:05,123456Z",
                "+2026-11-23T21:04:05.123456Z",
                "2026-02-29T21:04:05.123456Z",
                "2026-13-23T21:04:05.123456Z",
                "2026-11-23T24:00:00.000000Z",
                "2016-12-31T23:59:60.000000Z",
                "1969-12-31T23:59:59.999999Z",
                "0000-00-00T00:00:00.000000Z",
                "\u0662026-11-23T21:04:05.123456Z"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> TimeText.parse("time", text))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo("time"));
    }
}
