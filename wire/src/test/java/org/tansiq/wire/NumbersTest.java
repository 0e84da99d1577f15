package org.tansiq.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;

/** Whatever number is taken in can be written, and what is written can be read. */
final class NumbersTest {
    private static double read(String text) {
        return Basics.DEGREES.read(Json.parse(Bytes.of(text)));
    }

    private static String written(double value) {
        return Basics.DEGREES.write(value).text();
    }

    @ParameterizedTest
    @CsvSource({
        "-0.0,0.0",
        "-0,0.0",
        "1e1,10.0",
        "1E-5,0.000010",
        "35,35.0",
        "-1.5e-3,-0.0015",
        "1e20,100000000000000000000"
    })
    void aNumberHasOneWayToBeWritten(String text, String plain) {
        assertThat(written(read(text))).isEqualTo(plain);
    }

    /** Each is shorter as it stands here than it would be written. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1.2345678901234567e-17", "-1.2345678901234567e-14", "1e-300", "1e300", "1e999", "4.9e-324"})
    void whatWouldBeWrittenTooLongToBeReadIsRefused(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> read(text));
    }

    @Property
    void whatIsReadIsWrittenAndReadAgain(@ForAll long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        String digits = Double.toString((dice.nextDouble() - 0.5) * StrictMath.pow(10, dice.nextInt(60) - 30));
        double value;
        try {
            value = read(digits);
        } catch (Malformed tooLong) {
            assertThat(tooLong.limit()).contains("" + Json.NUMBER_MAX);
            return;
        }
        assertThat(read(written(value))).isEqualTo(value);
        assertThat(written(read(written(value)))).isEqualTo(written(value));
    }
}
