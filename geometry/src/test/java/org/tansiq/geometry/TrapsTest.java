package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The traps of airspace geometry that others fell into, one test each.
 *
 * <p>What belongs to those who read files is tested there: edges meant as rhumb lines, times with offsets or
 * without zone, and the own previous version of a plan, which only who keeps plans can leave out.
 */
class TrapsTest {
    private static final Height LOW = Height.floor(Reference.AMSL, 100);
    private static final Height HIGH = Height.ceiling(Reference.AMSL, 200);

    @Test
    void trap1Antimeridian() {
        assertThat(meet(box(-1, 179.9, 1, -179.9), disc(0, -179.95, 100))).isTrue();
        assertThat(meet(box(-1, 179.9, 1, -179.9), disc(0, 0, 100))).isFalse();
    }

    @Test
    void trap2Poles() {
        Footprint ring = ring(80, 0, 80, 90, 80, 180, 80, -90);
        Footprint vertex = ring(90, 77, 80, 0, 80, 40);
        assertThat(meet(ring, disc(90, 0, 1))).isTrue();
        assertThat(meet(vertex, disc(89, 20, 100))).isTrue();
        assertThat(meet(vertex, disc(89, 77, 100))).isFalse();
        assertThat(meet(disc(89.5, 0, 100_000), disc(89.9, 180, 1))).isTrue();
    }

    @Test
    void trap3WindingAndHemispheres() {
        Footprint clockwise = ring(0, 0, 1, 0, 1, 1, 0, 1);
        Footprint counter = ring(0, 1, 1, 1, 1, 0, 0, 0);
        for (Footprint other : List.of(disc(0.5, 0.5, 10), disc(2, 2, 10), disc(0, 0.5, 10)))
            assertThat(Separation.between(clockwise, other)).isEqualTo(Separation.between(counter, other));
        refuses(Fault.HEMISPHERE, () -> ring(0, 0, 0, 120, 0, -120));
    }

    @Test
    void trap4DegeneratePolygons() {
        assertThat(ring(0, 0, 1, 0, 1, 1, 0, 0)).isEqualTo(ring(0, 0, 1, 0, 1, 1));
        refuses(Fault.REPEATED_VERTEX, () -> ring(0, 0, 1, 0, 1, 0, 1, 1));
        refuses(Fault.TOO_FEW_VERTICES, () -> ring(0, 0, 1, 0));
        refuses(Fault.SPIKE, () -> ring(0, 0, 0, 2, 0, 1));
        refuses(Fault.CROSSES_ITSELF, () -> ring(0, 0, 1, 1, 0, 1, 1, 0));
        refuses(Fault.ANTIPODAL_NEIGHBOURS, () -> ring(0, 0, 0, 180, 1, 90));
        assertThat(meet(ring(0, 0, 1e-9, 0, 0, 1e-9), disc(0, 0, 1))).isTrue();
    }

    @Test
    void trap5EdgesAreGreatCircles() {
        Footprint south = ring(35, 0, 34, 0, 34, 1.0966, 35, 1.0966);
        Position middle = new Position(35, 0.5483);
        assertThat(meet(south, disc(middle.destination(0, 100), 0))).isTrue();
        assertThat(meet(south, disc(middle.destination(0, 170), 0))).isFalse();
    }

    @Test
    void trap6CirclesAreWholeAndOnTheEllipsoid() {
        Position centre = new Position(33.5, 36.3);
        assertThat(meet(disc(centre, 5000), disc(centre.destination(9, 4970), 0)))
                .isTrue();
        assertThat(meet(disc(centre, 5000), disc(centre.destination(90, 5000.01), 0)))
                .isFalse();
        assertThat(meet(disc(centre, 5000), disc(centre.destination(0, 4999.99), 0)))
                .isTrue();
    }

    @Test
    void trap7HeightsOfTwoReferencesAreIntervals() {
        Band level = Band.between(Height.floor(Reference.FL, 3000), Height.ceiling(Reference.FL, 3200));
        Band sea = Band.between(Height.floor(Reference.AMSL, 3300), Height.ceiling(Reference.AMSL, 3400));
        assertThat(level.meets(sea)).isEqualTo(Verdict.POSSIBLE);
        assertThat(level.meets(Band.between(Height.floor(Reference.FL, 3300), Height.ceiling(Reference.FL, 3400))))
                .isEqualTo(Verdict.CLEAR);
    }

    @Test
    void trap8TouchingIsMeeting() {
        Footprint here = disc(10, 10, 1000);
        Window first = window("2027-03-01T12:00:00Z", "2027-03-01T12:30:00Z");
        Window second = window("2027-03-01T12:30:00Z", "2027-03-01T13:00:00Z");
        Finding inTime = Meeting.between(new Volume(here, Band.ALL, first), new Volume(here, Band.ALL, second));
        Finding inHeight = Meeting.between(
                new Volume(here, Band.between(LOW, HIGH), Window.ALWAYS),
                new Volume(here, Band.between(HIGH, HIGH), Window.ALWAYS));
        Finding inPlan = Meeting.between(always(box(0, 0, 1, 1)), always(box(0, 1, 1, 2)));
        for (Finding finding : List.of(inTime, inHeight, inPlan))
            assertThat(finding instanceof Finding.Overlap overlap && overlap.touching())
                    .isTrue();
    }

    @Test
    void trap9HeightsRoundOutward() {
        assertThat(Height.ceiling(Reference.W84, 120.1f).millimetres()).isEqualTo(120_100);
        assertThat(Height.floor(Reference.W84, 120.1f).millimetres()).isEqualTo(120_099);
        assertThat(Height.ceiling(Reference.W84, 0.0001).millimetres()).isEqualTo(1);
        assertThat(Height.floor(Reference.W84, 0.0009).millimetres()).isZero();
        assertThat(Height.floor(Reference.W84, -0.0001).millimetres()).isEqualTo(-1);
    }

    @Test
    void trap10OpenEnds() {
        Volume open = always(disc(0, 0, 10));
        Volume later = new Volume(
                disc(0, 0, 10), Band.between(LOW, HIGH), window("2999-01-01T00:00:00Z", "2999-01-02T00:00:00Z"));
        assertThat(Meeting.possible(open, later)).isTrue();
        assertThat(Meeting.possible(open, open)).isTrue();
        assertThat(((Finding.Overlap) Meeting.between(open, later)).window()).isEqualTo(later.window());
    }

    @Test
    void trap11InstantsNotTexts() {
        Window one = window("2027-03-01T12:00:00Z", "2027-03-01T12:00:00.0000004Z");
        Window two = window("2027-03-01T12:00:00.0000006Z", "2027-03-01T12:00:01Z");
        assertThat(one.meets(two)).isTrue();
        assertThat(one).isEqualTo(window("2027-03-01T12:00:00.000Z", "2027-03-01T12:00:00.000001Z"));
    }

    @Test
    void trap12Symmetry() {
        Volume large = always(box(-1, 179, 1, -179));
        Volume small = always(disc(0, 180, 10));
        assertThat(Meeting.between(large, small)).isEqualTo(Meeting.between(small, large));
    }

    @Test
    void trap13NumbersThatAreNoPlaces() {
        refuses(Fault.NOT_FINITE, () -> disc(Double.NaN, 0, 1));
        refuses(Fault.NOT_FINITE, () -> disc(0, Double.NEGATIVE_INFINITY, 1));
        refuses(Fault.LATITUDE, () -> disc(90.5, 0, 1));
        refuses(Fault.LONGITUDE, () -> disc(0, 181, 1));
        assertThat(disc(10, 180, 5)).isEqualTo(disc(10, -180, 5));
    }

    @Test
    void trap14OffNominalVolumesCountAsAnyOther() {
        // A volume knows nothing of its plan's state or version: one just the same meets it.
        Volume volume = always(disc(5, 5, 5));
        assertThat(Meeting.possible(volume, always(disc(5, 5, 5)))).isTrue();
    }

    @Test
    void trap15EachVolumeByItself() {
        // Of two legs at two times the common box would meet what neither leg meets.
        Volume first = leg(0, "2027-03-01T12:00:00Z", "2027-03-01T12:10:00Z");
        Volume second = leg(1, "2027-03-01T12:10:00Z", "2027-03-01T12:20:00Z");
        Volume between = leg(1, "2027-03-01T12:00:00Z", "2027-03-01T12:05:00Z");
        assertThat(Meeting.possible(first, between)).isFalse();
        assertThat(Meeting.possible(second, between)).isFalse();
    }

    private static Volume leg(double lng, String from, String until) {
        return new Volume(disc(0, lng, 1000), Band.ALL, window(from, until));
    }

    private static void refuses(Fault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable shape) {
        assertThatThrownBy(shape)
                .isInstanceOfSatisfying(Unfit.class, u -> assertThat(u.fault()).isEqualTo(fault));
    }

    private static boolean meet(Footprint a, Footprint b) {
        return Meeting.possible(always(a), always(b));
    }

    private static Volume always(Footprint footprint) {
        return new Volume(footprint, Band.ALL, Window.ALWAYS);
    }

    private static Window window(String from, String until) {
        return Window.between(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(until)));
    }

    private static Footprint disc(double lat, double lng, double radius) {
        return disc(new Position(lat, lng), radius);
    }

    private static Footprint disc(Position at, double radius) {
        return new Footprint(Core.spot(at), radius);
    }

    private static Footprint box(double south, double west, double north, double east) {
        return ring(south, west, south, east, north, east, north, west);
    }

    private static Footprint ring(double... latLng) {
        Position[] outline = new Position[latLng.length / 2];
        for (int i = 0; i < outline.length; i++) outline[i] = new Position(latLng[2 * i], latLng[2 * i + 1]);
        return new Footprint(Core.ring(List.of(outline)), 0);
    }
}
