package org.tansiq.core.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/** What is told is rounded outward, and nothing but whole steps comes out. */
final class RoundingTest {
    private static final double SLACK_METRES = 3 * Rounding.METRES;
    private static final double STEP = 0.009;
    private static final double NANODEGREE = 2.1e-9;
    private static final List<Reference> REFERENCES = List.of(Reference.values());

    private static boolean holds(Box box, Position p) {
        boolean between = box.west() <= box.east()
                ? box.west() <= p.lng() && p.lng() <= box.east()
                : box.west() <= p.lng() || p.lng() <= box.east();
        return box.south() <= p.lat() && p.lat() <= box.north() && between;
    }

    /** What a box may be wrong by is held too, on all sides. */
    @Property(tries = 2000)
    void aRoundedBoxHoldsWhatTheBoxIsTrueTo(@ForAll("boxes") Box box) {
        Box rounded = Rounding.box(box);
        for (double lat : List.of(box.south(), box.north(), (box.south() + box.north()) / 2))
            for (double lng : List.of(box.west(), box.east(), box.middle().lng()))
                for (int bearing = 0; bearing < 360; bearing += 45) {
                    Position near = new Position(lat, lng).destination(bearing, SLACK_METRES * 0.99);
                    assertThat(holds(rounded, near))
                            .as("%s holds %s of %s", rounded, near, box)
                            .isTrue();
                }
    }

    @Property(tries = 20000)
    void aKeptBoxHoldsTheBoxInFewDigits(@ForAll("boxes") Box box, @ForAll("minute") double more) {
        Box tiny = new Box(box.south(), Math.min(90, box.north() + more), box.west(), Math.min(180, box.east() + more));
        Box kept = Rounding.kept(tiny);
        assertThat(kept.south()).isBetween(tiny.south() - NANODEGREE, tiny.south());
        assertThat(kept.north()).isBetween(tiny.north(), tiny.north() + NANODEGREE);
        assertThat(kept.west()).isBetween(tiny.west() - NANODEGREE, tiny.west());
        assertThat(kept.east()).isBetween(tiny.east(), tiny.east() + NANODEGREE);
        for (double degrees : List.of(kept.south(), kept.north(), kept.west(), kept.east()))
            assertThat(new BigDecimal(Double.toString(degrees))
                            .stripTrailingZeros()
                            .scale())
                    .isLessThanOrEqualTo(9);
    }

    @Provide
    Arbitrary<Double> minute() {
        return Arbitraries.randomValue(random -> StrictMath.pow(10, -random.nextInt(300)));
    }

    @Property(tries = 2000)
    void latitudesAreMultiplesOfNineThousandthsOrThePoles(@ForAll("boxes") Box box) {
        Box rounded = Rounding.box(box);
        for (double lat : List.of(rounded.south(), rounded.north()))
            if (StrictMath.abs(lat) < 90) assertThat(microdegrees(lat) % 9000).isZero();
        assertThat(rounded.south()).isGreaterThan(box.south() - 2 * STEP);
        assertThat(rounded.north()).isLessThan(box.north() + 2 * STEP);
    }

    /** Longitudes are steps of a wheel that the rounded latitudes alone decide on. */
    @Property(tries = 2000)
    void longitudesAreStepsRoundTheEarth(@ForAll("boxes") Box box) {
        Box rounded = Rounding.box(box);
        if (rounded.width() >= 360) return;
        double nearest = rounded.south() > 0 ? rounded.south() : Math.min(0, rounded.north());
        long steps = (long) StrictMath.floor(360 * StrictMath.cos(StrictMath.toRadians(nearest)) / STEP);
        assertThat(onTheWheel(rounded.west(), steps)).as("west of %s", rounded).isTrue();
        assertThat(onTheWheel(rounded.east(), steps)).as("east of %s", rounded).isTrue();
    }

    // A step has no end among whole microdegrees, so that it lies on one side or the other.
    private static boolean onTheWheel(double lng, long steps) {
        double step = (microdegrees(lng) + 180_000_000L) / 360e6 * steps;
        return StrictMath.abs(step - StrictMath.rint(step)) <= 1.01 / 360e6 * steps;
    }

    private static long microdegrees(double degrees) {
        return (long) StrictMath.rint(degrees * 1e6);
    }

    /** Whoever is told a rounded box cannot say where in its outermost cells the edges are. */
    @Property(tries = 500)
    void whatWasRoundedAndShrunkByLessThanACellIsRoundedAlike(@ForAll("inner") Box box) {
        Box rounded = Rounding.box(box);
        double lat = 0.0005; // More than the slack, less than what is left of a cell.
        double lng = lat / StrictMath.cos(StrictMath.toRadians(60));
        Box small = new Box(rounded.south() + lat, rounded.north() - lat, rounded.west() + lng, rounded.east() - lng);
        assertThat(Rounding.box(small)).isEqualTo(rounded);
    }

    @Test
    void aBoxOverTheAntimeridianStaysOne() {
        Box rounded = Rounding.box(new Box(10, 11, 179.5, -179.5));
        assertThat(rounded.west()).isBetween(179.4, 179.5);
        assertThat(rounded.east()).isBetween(-179.5, -179.4);
        Box upTo = Rounding.box(new Box(10, 11, 179, 180));
        assertThat(upTo.west()).isBetween(178.9, 179.0);
        assertThat(upTo.east()).isBetween(-180.0, -179.9);
        Box from = Rounding.box(new Box(10, 11, -180, -179));
        assertThat(from.west()).isBetween(179.9, 180.0);
        assertThat(from.east()).isBetween(-179.0, -178.9);
    }

    @Test
    void aBoxRoundAPoleIsAWholeTurn() {
        for (Box box :
                List.of(new Box(89, 90, -180, 180), new Box(89.9999, 89.9999, 10, 11), new Box(85, 89.9999, 10, 11))) {
            Box rounded = Rounding.box(box);
            assertThat(rounded.north()).isEqualTo(90);
            assertThat(rounded.west()).isEqualTo(-180);
            assertThat(rounded.east()).isEqualTo(180);
        }
        assertThat(Rounding.box(new Box(-90, -89, -180, 180))).isEqualTo(new Box(-90, -88.992, -180, 180));
        assertThat(Rounding.box(new Box(0, 1, -180, 180)).width()).isEqualTo(360);
        assertThat(Rounding.box(new Box(0, 1, 0.001, 0)).width()).isEqualTo(360);
    }

    @Property
    void heightsAreWholeHundredMetresOutward(@ForAll("bands") Band band) {
        Band rounded = Rounding.band(band);
        assertThat(rounded.floor().isPresent()).isEqualTo(band.floor().isPresent());
        assertThat(rounded.ceiling().isPresent()).isEqualTo(band.ceiling().isPresent());
        band.floor().ifPresent(floor -> outward(floor, rounded.floor().orElseThrow(), -1));
        band.ceiling().ifPresent(ceiling -> outward(ceiling, rounded.ceiling().orElseThrow(), 1));
        assertThat(rounded.lowest()).isLessThanOrEqualTo(band.lowest());
        assertThat(rounded.highest()).isGreaterThanOrEqualTo(band.highest());
        if (band.ground().highest() <= Ground.UNKNOWN.highest())
            assertThat(rounded.ground()).isEqualTo(Ground.UNKNOWN);
    }

    private static void outward(Height was, Height is, int sign) {
        assertThat(is.reference()).isEqualTo(was.reference());
        assertThat(is.millimetres() % 100_000).isZero();
        assertThat(sign * (is.millimetres() - was.millimetres())).isBetween(0L, 99_999L);
    }

    @Property
    void timesAreWholeFiveMinutesOutward(@ForAll("windows") Window window) {
        Window rounded = Rounding.window(window);
        if (window.until() == Window.OPEN_UNTIL) assertThat(rounded.until()).isEqualTo(Window.OPEN_UNTIL);
        else assertThat(rounded.until() - window.until()).isBetween(0L, 299_999_999L);
        if (window.from() == Window.OPEN_FROM) assertThat(rounded.from()).isEqualTo(Window.OPEN_FROM);
        else assertThat(window.from() - rounded.from()).isBetween(0L, 299_999_999L);
        for (long time : List.of(rounded.from(), rounded.until()))
            if (time != Window.OPEN_FROM && time != Window.OPEN_UNTIL)
                assertThat(time % 300_000_000).isZero();
    }

    @Provide
    Arbitrary<Box> boxes() {
        return Arbitraries.randomValue(random -> {
            double south = one(random, -90, -89.99, 0, 45, 89.9, random.nextDouble() * 180 - 90);
            double north = Math.min(90, south + one(random, 0, 0.001, 1, random.nextDouble() * 20));
            double west = one(random, -180, 180, 0, 179.999, random.nextDouble() * 360 - 180);
            double east = west + one(random, 0, 0.001, 1, random.nextDouble() * 100);
            return new Box(south, north, west, east > 180 ? east - 360 : east);
        });
    }

    /** Away from poles and the antimeridian, where arithmetic is plain. */
    @Provide
    Arbitrary<Box> inner() {
        return Arbitraries.randomValue(random -> {
            double south = random.nextDouble() * 50;
            double west = random.nextDouble() * 100;
            return new Box(south, south + random.nextDouble(), west, west + random.nextDouble());
        });
    }

    private static double one(Random random, double... of) {
        return of[random.nextInt(of.length)];
    }

    @Provide
    Arbitrary<Band> bands() {
        return Arbitraries.randomValue(random -> new Band(
                end(random, -12_000_000, 0),
                end(random, 20_000_000, 100_000_000),
                random.nextBoolean()
                        ? Ground.UNKNOWN
                        : new Ground(-random.nextInt(400_000), random.nextInt(8_000_000))));
    }

    private static Optional<Height> end(Random random, int least, int most) {
        if (random.nextInt(4) == 0) return Optional.empty();
        Reference reference = REFERENCES.get(random.nextInt(REFERENCES.size()));
        int height = random.nextBoolean() ? least : random.nextInt(least, most + 1);
        return Optional.of(new Height(reference, height));
    }

    @Provide
    Arbitrary<Window> windows() {
        return Arbitraries.randomValue(random -> {
            long from =
                    random.nextInt(4) == 0 ? Window.OPEN_FROM : random.nextLong(4_000_000_000_000_000L) - 600_000_000;
            long until = Math.max(0, from) + random.nextLong(7_200_000_000L);
            return new Window(from, random.nextInt(4) == 0 ? Window.OPEN_UNTIL : until);
        });
    }
}
