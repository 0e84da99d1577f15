package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tansiq.geometry.Draw.Pair;

/** The laws of {@link Meeting}, {@link Band} and {@link Window} over random volumes. */
class MeetingTest {

    /** Two volumes. */
    record Two(Volume a, Volume b) {}

    @Property(tries = 400)
    void findingIsSymmetric(@ForAll("volumes") Two two) {
        assertThat(Meeting.between(two.a, two.b)).isEqualTo(Meeting.between(two.b, two.a));
    }

    @Property(tries = 400)
    void possibleSaysWhetherTheFindingIsAnOverlap(@ForAll("volumes") Two two) {
        assertThat(Meeting.possible(two.a, two.b)).isEqualTo(Meeting.between(two.a, two.b) instanceof Finding.Overlap);
    }

    @Property(tries = 2000)
    void contactIsTheFindingWithoutTheGap(@ForAll("volumes") Two two) {
        Optional<Meeting.Contact> expected = Meeting.between(two.a, two.b) instanceof Finding.Overlap overlap
                ? Optional.of(new Meeting.Contact(overlap.verdict(), overlap.touching(), overlap.band()))
                : Optional.empty();
        assertThat(Meeting.contact(two.a, two.b)).isEqualTo(expected);
    }

    @Property(tries = 400)
    void certainMeansDeeperThanBothMayBeOff(@ForAll("volumes") Two two) {
        if (!(Meeting.between(two.a, two.b) instanceof Finding.Overlap overlap)) return;
        double off = two.a.footprint().precision() + two.b.footprint().precision();
        boolean deep = -overlap.gap().upper() > off;
        Verdict heights = two.a.band().meets(two.b.band());
        assertThat(overlap.verdict() == Verdict.CERTAIN).isEqualTo(deep && heights == Verdict.CERTAIN);
    }

    @Property(tries = 400)
    void whatHoldsAVolumeMeetsAllThatTheVolumeMeets(@ForAll("volumes") Two two, @ForAll Random random) {
        Footprint f = two.a.footprint();
        Footprint wider = f.buffered(Math.min(5000, Footprint.RADIUS_MAX - f.radius()));
        Volume outer = new Volume(wider, two.a.band(), two.a.window());
        Footprint smaller = new Footprint(f.core(), f.radius() * random.nextDouble());
        Volume inner = new Volume(smaller, two.a.band(), two.a.window());
        if (!Meeting.holds(outer, inner)) return;
        assertThat(Meeting.possible(outer, inner)).isTrue();
        if (Meeting.possible(inner, two.b))
            assertThat(Meeting.possible(outer, two.b)).isTrue();
    }

    @Property(tries = 300)
    void containmentImpliesOverlap(@ForAll("pairs") Pair pair) {
        if (!Containment.holds(pair.a(), pair.b())) return;
        Gap gap = Separation.between(pair.a(), pair.b());
        assertThat(gap.lower()).isLessThanOrEqualTo(Gap.TOUCH_MAX);
        // Every vertex of the inner core lies in the outer footprint.
        for (int i = 0; i < pair.b().core().vertices(); i++) {
            Core vertex = new Core(
                    Core.Kind.SPOT,
                    java.util.List.of(java.util.List.of(pair.b().core().vertex(i))));
            assertThat(Separation.atMost(new Footprint(vertex, 0), pair.a(), 0)).isTrue();
        }
    }

    @Property(tries = 200)
    void theBoxHoldsEveryPointOfTheOverlap(@ForAll("pairs") Pair pair, @ForAll Random random) {
        if (Separation.between(pair.a(), pair.b()).lower() > 0) return;
        Box box = Box.of(pair.a(), pair.b());
        for (int i = 0; i < 100; i++) {
            Footprint f = random.nextBoolean() ? pair.a() : pair.b();
            Normal from = f.core().vertex(random.nextInt(f.core().vertices()));
            Position p = Position.of(from)
                    .destination(360 * random.nextDouble(), (f.radius() + 10) * 1.5 * random.nextDouble());
            Footprint spot = new Footprint(Core.spot(p), 0);
            if (Separation.atMost(spot, pair.a(), 0) && Separation.atMost(spot, pair.b(), 0))
                assertThat(metresOutside(box, p)).as("%s outside %s", p, box).isLessThan(3);
        }
    }

    @Property(tries = 1000)
    void bandsMeetSymmetrically(@ForAll("bands") Band a, @ForAll("bands") Band b) {
        assertThat(a.meets(b)).isEqualTo(b.meets(a));
        assertThat(a.touches(b)).isEqualTo(b.touches(a));
        assertThat(a.meets(a)).isNotEqualTo(Verdict.CLEAR);
        if (a.holds(b) && a.ground().equals(b.ground())) assertThat(a.meets(b)).isNotEqualTo(Verdict.CLEAR);
    }

    @Property(tries = 2000)
    void aJoinedBandHoldsBoth(@ForAll("bands") Band a, @ForAll("bands") Band b) {
        Band joined = a.joined(b);
        assertThat(joined).isEqualTo(b.joined(a));
        assertThat(joined.holds(a)).as("%s holds %s", joined, a).isTrue();
        assertThat(joined.holds(b)).as("%s holds %s", joined, b).isTrue();
        assertThat(joined.lowest()).isLessThanOrEqualTo(Math.min(a.lowest(), b.lowest()));
        assertThat(joined.highest()).isGreaterThanOrEqualTo(Math.max(a.highest(), b.highest()));
    }

    @Property(tries = 1000)
    void whatTwoBandsShareIsABandOfBoth(@ForAll("bands") Band a, @ForAll("bands") Band b) {
        if (a.meets(b) == Verdict.CLEAR) return;
        Band shared = a.shared(b);
        assertThat(shared).isEqualTo(b.shared(a));
        assertThat(shared.meets(a)).isNotEqualTo(Verdict.CLEAR);
        assertThat(shared.meets(b)).isNotEqualTo(Verdict.CLEAR);
    }

    @Property(tries = 2000)
    void whatAnyWeatherAndGroundAllowsIsNotClear(
            @ForAll("bands") Band a, @ForAll("bands") Band b, @ForAll Random random) {
        if (!a.ground().equals(b.ground())) return;
        Verdict verdict = a.meets(b);
        Weather weather = Weather.drawn(a.ground(), random);
        boolean meet = weather.reach(a, b) && weather.reach(b, a);
        if (meet) assertThat(verdict).isNotEqualTo(Verdict.CLEAR);
        if (verdict == Verdict.CERTAIN) assertThat(meet).isTrue();
    }

    /** One state of geoid, ground and weather, in millimetres over W84. */
    private record Weather(double geoid, double ground, double pressure, double warmth) {
        static Weather drawn(Ground ground, Random random) {
            double geoid = -110_000 + 200_000 * random.nextDouble();
            double land = ground.lowest() + (ground.highest() - ground.lowest()) * random.nextDouble();
            double pressure = -629_000 + 1_012_000 * random.nextDouble();
            return new Weather(
                    geoid, ground.known() ? land : land + geoid, pressure, 0.88 + 0.24 * random.nextDouble());
        }

        boolean reach(Band low, Band high) {
            if (low.floor().isEmpty() || high.ceiling().isEmpty()) return true;
            return place(low.floor().get()) <= place(high.ceiling().get());
        }

        private double place(Height h) {
            double value = h.millimetres();
            return switch (h.reference()) {
                case W84 -> value;
                case AMSL -> value + geoid;
                case AGL -> value + ground;
                case FL -> value * warmth + pressure + geoid;
            };
        }
    }

    @Property(tries = 1000)
    void windowsMeetWhenTheyShareAnInstant(@ForAll("windows") Window a, @ForAll("windows") Window b) {
        assertThat(a.meets(b)).isEqualTo(b.meets(a));
        assertThat(a.meets(b)).isEqualTo(Math.max(a.from(), b.from()) <= Math.min(a.until(), b.until()));
        if (a.meets(b)) assertThat(a.shared(b)).isEqualTo(b.shared(a));
    }

    @Property(tries = 1000)
    void feetAreExact(@ForAll @net.jqwik.api.constraints.IntRange(min = -39_000, max = 328_000) int feet) {
        java.math.BigDecimal exact = java.math.BigDecimal.valueOf(feet).multiply(new java.math.BigDecimal("304.8"));
        assertThat(Height.floorFeet(Reference.AMSL, feet).millimetres())
                .isEqualTo(exact.setScale(0, java.math.RoundingMode.FLOOR).longValueExact());
        assertThat(Height.ceilingFeet(Reference.AMSL, feet).millimetres())
                .isEqualTo(exact.setScale(0, java.math.RoundingMode.CEILING).longValueExact());
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Draw.pairs();
    }

    @Provide
    Arbitrary<Two> volumes() {
        return Arbitraries.randomValue(random -> {
            Pair pair = new Draw(random).pair(300_000);
            return new Two(volume(pair.a(), random), volume(pair.b(), random));
        });
    }

    @Provide
    Arbitrary<Band> bands() {
        return Arbitraries.randomValue(MeetingTest::band);
    }

    @Provide
    Arbitrary<Window> windows() {
        return Arbitraries.randomValue(MeetingTest::window);
    }

    private static Volume volume(Footprint f, Random random) {
        double precision = random.nextInt(3) == 0 ? 2000 * random.nextDouble() : 0;
        return new Volume(new Footprint(f.core(), f.radius(), precision), band(random), window(random));
    }

    private static Window window(Random random) {
        long from = random.nextInt(5) == 0 ? Window.OPEN_FROM : random.nextInt(6);
        long until = random.nextInt(5) == 0 ? Window.OPEN_UNTIL : Math.max(from, 0) + random.nextInt(6);
        return new Window(from, until);
    }

    private static Band band(Random random) {
        Ground ground = random.nextBoolean() ? Ground.UNKNOWN : Ground.between(-600 + random.nextInt(900), 400);
        while (true) {
            try {
                return new Band(end(random), end(random), ground);
            } catch (Unfit swapped) {
                assertThat(swapped.fault()).isEqualTo(Fault.FLOOR_ABOVE_CEILING);
            }
        }
    }

    private static Optional<Height> end(Random random) {
        if (random.nextInt(4) == 0) return Optional.empty();
        Reference reference = List.of(Reference.values()).get(random.nextInt(4));
        return Optional.of(new Height(reference, random.nextBoolean() ? random.nextInt(4) : random.nextInt(9_000_000)));
    }

    private static double metresOutside(Box box, Position p) {
        double lat = Math.clamp(p.lat(), box.south(), box.north());
        boolean within = box.west() <= box.east()
                ? p.lng() >= box.west() && p.lng() <= box.east()
                : p.lng() >= box.west() || p.lng() <= box.east();
        if (within) return p.metresTo(new Position(lat, p.lng()));
        return Math.min(p.metresTo(new Position(lat, box.west())), p.metresTo(new Position(lat, box.east())));
    }
}
