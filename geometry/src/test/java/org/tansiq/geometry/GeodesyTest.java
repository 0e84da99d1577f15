package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeodesyTest {

    private static final Offset<Double> ERROR = within(Geodesy.ERROR_MAX);

    // Rounding a normal moves it by up to about 1e-9 m.
    private static final double ROUNDING = 2e-8;

    @Property(tries = 4000)
    void metresAreTheGeodesics(
            @ForAll @Scale(12) @DoubleRange(min = -90, max = 90) double lat,
            @ForAll @Scale(12) @DoubleRange(min = -180, max = 180) double lng,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 360) double degrees,
            @ForAll @Scale(12) @DoubleRange(min = -3, max = 6.602) double magnitude) {
        Normal a = Oracle.normal(lat, lng);
        Normal b = Oracle.destination(a, degrees, StrictMath.pow(10, magnitude));
        assertThat(Geodesy.metres(a, b)).isCloseTo(Oracle.metres(a, b), ERROR);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    90, 0, 90, 0
                    90, 0, 90, 77
                    90, 0, 89.9999999, 12
                    89.99999, 0, 89.99999, 180
                    -90, 0, -60, 44
                    -89.9, 10, -89.9, -170
                    -70, 3, -75, -177
                    0, 0, 0, 0
                    0, 0, 0, 0.00000001
                    0, 179.99999, 0, -179.99999
                    0, -15, 0, 20
                    0.0000001, -15, -0.0000001, 20
                    52, 4, 52, 4
                    52, 4, 52.000000009, 4
                    52, 4, 52, 4.00000001
                    52, 179.9, 52.0000001, -179.9
                    52, -30, 52, 29
                    52, 4, 52.0000000001, 50
                    30, 60, 65, 60
                    -17, 60, 18, 60
                    45, 0, 45, 0.6385
                    45, 0, 45, 0.6337
                    """)
    void metresAreTheGeodesicsAtNastyPlaces(double lat, double lng, double otherLat, double otherLng) {
        Normal a = Oracle.normal(lat, lng);
        Normal b = Oracle.normal(otherLat, otherLng);
        assertThat(Geodesy.metres(a, b)).isCloseTo(Oracle.metres(a, b), ERROR);
    }

    /**
     * Along every bearing at several latitudes, just short of where the chord stops deciding and just beyond.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 20, 45, 70, 89.9, 90})
    void bothWaysAgreeWhereTheyMeet(double lat) {
        for (int degrees = 0; degrees < 360; degrees += 5) {
            Normal a = Oracle.normal(lat, 179.9);
            Normal inside = Oracle.destination(a, degrees, Geodesy.CHORD_MAX - 1);
            Normal outside = Oracle.destination(a, degrees, Geodesy.CHORD_MAX + 1);
            assertThat(Geodesy.metres(a, outside) - Geodesy.metres(a, inside)).isCloseTo(2, within(ROUNDING));
        }
    }

    @Property
    void metresAreTheSameBothWays(
            @ForAll @Scale(12) @DoubleRange(min = -90, max = 90) double lat,
            @ForAll @Scale(12) @DoubleRange(min = -90, max = 90) double otherLat,
            @ForAll @Scale(12) @DoubleRange(min = -30, max = 30) double lng) {
        Normal a = Oracle.normal(lat, 0);
        Normal b = Oracle.normal(otherLat, lng);
        assertThat(Geodesy.metres(a, b)).isEqualTo(Geodesy.metres(b, a));
    }

    @Property
    void anglesBoundMetres(
            @ForAll @Scale(12) @DoubleRange(min = -90, max = 90) double lat,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 360) double degrees,
            @ForAll @Scale(12) @DoubleRange(min = -3, max = 6.6) double magnitude) {
        Normal a = Oracle.normal(lat, 0);
        Normal b = Oracle.destination(a, degrees, StrictMath.pow(10, magnitude));
        double metres = Geodesy.metres(a, b);
        double angle = Normal.angle(a, b);
        assertThat(metres)
                .isGreaterThanOrEqualTo(Geodesy.R_MIN * angle - ROUNDING)
                .isLessThanOrEqualTo(Geodesy.R_MAX * angle + ROUNDING);
    }

    @Property(tries = 2000)
    void destinationIsTheGeodesics(
            @ForAll @Scale(12) @DoubleRange(min = -89.99, max = 89.99) double lat,
            @ForAll @Scale(12) @DoubleRange(min = -180, max = 180) double lng,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 360) double degrees,
            @ForAll @Scale(12) @DoubleRange(min = -3, max = 6.602) double magnitude) {
        Normal from = Oracle.normal(lat, lng);
        double metres = StrictMath.pow(10, magnitude);
        Normal reached = Geodesy.destination(from, StrictMath.toRadians(degrees), metres);
        // A bearing in degrees near a pole is good to 1e-15 rad only, and so is a longitude: both turn alike.
        assertThat(Oracle.metres(reached, Oracle.destination(from, degrees, metres)))
                .isLessThan(Geodesy.ERROR_MAX);
        assertThat(reached.length()).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0, 180", "1, 90, 1000000, 0, 90", "-1, 0, 1000000, 0, 0", "-1, 90, 3000000, 0, 90"})
    void atAPoleNorthIsOnTheMeridianOfGreenwich(double z, double degrees, double metres, double none, double lng) {
        Normal pole = new Normal(none, none, z);
        Normal reached = Geodesy.destination(pole, StrictMath.toRadians(degrees), metres);
        assertThat(Geodesy.metres(pole, reached)).isCloseTo(metres, ERROR);
        if (metres > 0) {
            assertThat(Oracle.lng(reached)).isCloseTo(lng, within(1e-12));
        }
    }

    @Test
    void goingNowhereStaysThere() {
        Normal from = Oracle.normal(52, 4);
        assertThat(Geodesy.metres(from, Geodesy.destination(from, 1, 0))).isLessThan(ROUNDING);
        assertThat(Geodesy.metres(from, from)).isZero();
    }

    @Property
    void positionIsOnTheEllipsoidAndItsVerticalIsTheNormal(
            @ForAll @Scale(12) @DoubleRange(min = -90, max = 90) double lat,
            @ForAll @Scale(12) @DoubleRange(min = -180, max = 180) double lng) {
        Normal n = Oracle.normal(lat, lng);
        Normal x = Geodesy.position(n.times(3));
        Normal gradient =
                new Normal(x.x() / Geodesy.A / Geodesy.A, x.y() / Geodesy.A / Geodesy.A, x.z() / Geodesy.B / Geodesy.B);
        assertThat(x.dot(gradient)).isCloseTo(1, within(1e-15));
        assertThat(Normal.angle(n, gradient.unit())).isLessThan(1e-15);
    }
}
