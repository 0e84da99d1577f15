package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    @Property
    void aShortTurnIsWhatTheLibrarySays(@ForAll @DoubleRange(min = -Turn.SHORT, max = Turn.SHORT) double angle) {
        same(angle);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1e-300, 1e-9, 0.03, -0.03, 0.030000000000000002, 1, 3.141592653589793, -7, 1e9})
    void soIsAnyOther(double angle) {
        same(angle);
    }

    private static void same(double angle) {
        assertThat(Math.abs(Turn.sin(angle) - StrictMath.sin(angle))).isLessThanOrEqualTo(Math.ulp(Turn.sin(angle)));
        assertThat(Math.abs(Turn.cos(angle) - StrictMath.cos(angle))).isLessThanOrEqualTo(Math.ulp(0.5));
    }
}
