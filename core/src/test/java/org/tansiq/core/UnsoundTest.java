package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Unfit;

final class UnsoundTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOT_FINITE | NaN | | NaN | a finite number
            LATITUDE | 91.0 | 90.0 | 91 | -90 to 90 degrees
            LONGITUDE | -1.0E10 | 180.0 | -10000000000 | -180 to 180 degrees
            TOO_FEW_VERTICES | 2 | 3 | 2 | at least 3 vertices
            TOO_MANY_VERTICES | 10001 | 10000 | 10001 | at most 10000 vertices
            REPEATED_VERTEX | 2 | 5 | vertices 2 and 5 | each position once
            CHAINED_RINGS | 4 | 9 | closed at vertex 4 of 9 | one ring
            ANTIPODAL_NEIGHBOURS | 1 | 2 | vertices 1 and 2 | neighbours less than half the Earth apart
            SPIKE | 1 | 2 | edges 1 and 2 | no edge back over the one before it
            CROSSES_ITSELF | 1 | 3 | edges 1 and 3 | edges that neither cross nor touch
            HEMISPHERE | 100.5 | 89.9 | 100.5 | at most 89.9 degrees round a middle
            INNER_RING | 1 | | inner ring 1 | inside the outer ring, apart from others
            RADIUS | -1.0 | 1000000.0 | -1 | 0 to 1000000 metres
            PRECISION | 120000.5 | 120000.0 | 120000.5 | 0 to 120000 metres
            HEIGHT | 100000.001 | 100000 | 100000.001 | -12000 to 100000 metres
            FLOOR_ABOVE_CEILING | 300.0 | 200.0 | 200 | not below the lower end
            UNTIL_BEFORE_FROM | 2026-01-01 | 2026-01-02 | 2026-01-01 | not before the beginning
            INSTANT | 0000-01-01 | 0001-01-01 | 0000-01-01 | 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z
            """)
    void aFaultIsAValueAndALimitInWords(Fault fault, String first, String second, String value, String limit) {
        Unfit unfit = second == null ? new Unfit(fault, first) : new Unfit(fault, first, second);
        Malformed bad = Unsound.in("field", unfit);
        assertThat(bad.field()).isEqualTo("field");
        assertThat(bad.value()).isEqualTo(value);
        assertThat(bad.limit()).isEqualTo(limit).isEqualTo(Unsound.limit(unfit));
    }
}
