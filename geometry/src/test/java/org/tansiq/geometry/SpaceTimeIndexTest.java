package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpaceTimeIndexTest {

    @Property(tries = 60)
    void answersEqualBruteForce(@ForAll long seed) {
        List<Volume> volumes = new Sky(seed).volumes(80);
        SpaceTimeIndex index = filled(volumes);
        for (Volume asked : volumes)
            assertThat(index.meeting(asked, Alive.ALL)).isEqualTo(bruteForce(volumes, asked, Alive.ALL));
    }

    @Property(tries = 20)
    void onlyWhatIsAliveAnswers(@ForAll long seed) {
        List<Volume> volumes = new Sky(seed).volumes(60);
        SpaceTimeIndex index = filled(volumes);
        for (Volume asked : volumes)
            assertThat(index.meeting(asked, Worlds.SOME)).isEqualTo(bruteForce(volumes, asked, Worlds.SOME));
    }

    @Property(tries = 20)
    void orderOfPostingDoesNotMatter(@ForAll long seed) {
        List<Volume> volumes = new Sky(seed).volumes(60);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        SpaceTimeIndex index = new SpaceTimeIndex();
        for (int i : order) index.insert(posting(i), volumes.get(i));
        assertSameAnswers(index, filled(volumes), volumes);
    }

    @Property(tries = 20)
    void postingTwiceIsHarmless(@ForAll long seed) {
        List<Volume> volumes = new Sky(seed).volumes(60);
        SpaceTimeIndex index = filled(volumes);
        for (int i = 0; i < 60; i += 1 + i % 3) index.insert(posting(i), volumes.get(i));
        assertSameAnswers(index, filled(volumes), volumes);
    }

    @Property(tries = 20)
    void rebuiltAnswersTheSame(@ForAll long seed) {
        List<Volume> volumes = new Sky(seed).volumes(60);
        SpaceTimeIndex index = filled(volumes);
        index.insert(posting(0), volumes.getFirst());
        SpaceTimeIndex rebuilt = index.rebuilt(Worlds.SOME);
        for (Volume asked : volumes) {
            List<Posting> expected = bruteForce(volumes, asked, Worlds.SOME);
            assertThat(rebuilt.meeting(asked, Worlds.SOME)).isEqualTo(expected);
            assertThat(rebuilt.meeting(asked, Alive.ALL)).hasSizeGreaterThanOrEqualTo(expected.size());
        }
    }

    @Property(tries = 10)
    void anOlderWorldStillAsksItsOwnArrays(@ForAll long seed) {
        Sky sky = new Sky(seed);
        List<Volume> volumes = sky.volumes(60);
        SpaceTimeIndex old = filled(volumes);
        SpaceTimeIndex rebuilt = old.rebuilt(posting -> List.of());
        List<Volume> later = sky.volumes(20);
        for (int i = 0; i < later.size(); i++) rebuilt.insert(posting(100 + i), later.get(i));
        assertSameAnswers(old, filled(volumes), volumes);
        for (Volume asked : volumes)
            assertThat(rebuilt.meeting(asked, Alive.ALL)).noneMatch(p -> p.declaration() < 100);
    }

    @Test
    void manyOfAllSizesEqualBruteForceWhileTheTableGrows() {
        List<Volume> volumes = new Sky(41).volumes(3000);
        SpaceTimeIndex index = filled(volumes);
        for (Volume asked : volumes.subList(0, 40))
            assertThat(index.meeting(asked, Alive.ALL)).isEqualTo(bruteForce(volumes, asked, Alive.ALL));
    }

    @Test
    void anAskerOfEverythingFindsEverything() {
        List<Volume> volumes = small(2000);
        SpaceTimeIndex index = filled(volumes);
        Footprint half = new Footprint(Core.spot(new Position(33, 36)), Footprint.RADIUS_MAX);
        assertThat(index.meeting(new Volume(half, Band.ALL, Window.ALWAYS), Alive.ALL))
                .hasSize(2000);
    }

    @Test
    void volumesThatTouchInTimeMeet() {
        SpaceTimeIndex index = new SpaceTimeIndex();
        Footprint spot = new Footprint(Core.spot(new Position(33, 36)), 100);
        index.insert(posting(0), new Volume(spot, Band.ALL, new Window(0, 1L << 30)));
        assertThat(index.meeting(new Volume(spot, Band.ALL, new Window(1L << 30, 1L << 31)), Alive.ALL))
                .containsExactly(posting(0));
        assertThat(index.meeting(new Volume(spot, Band.ALL, new Window((1L << 30) + 1, 1L << 31)), Alive.ALL))
                .isEmpty();
    }

    @Test
    void heightsOverGroundCompareByValueWhateverTheGround() {
        SpaceTimeIndex index = new SpaceTimeIndex();
        Footprint spot = new Footprint(Core.spot(new Position(33, 36)), 100);
        index.insert(posting(0), new Volume(spot, overGround(-5000), Window.ALWAYS));
        index.insert(posting(1), new Volume(spot, overGround(20_000), Window.ALWAYS));
        assertThat(index.meeting(new Volume(spot, overGround(3000), Window.ALWAYS), Alive.ALL))
                .containsExactly(posting(0), posting(1));
    }

    @Test
    void discsThatTouchMeet() {
        // Along a meridian the Earth curves most at the equator: there a cover is hardly wider than its disc.
        Position middle = new Position(0, 0);
        SpaceTimeIndex index = new SpaceTimeIndex();
        index.insert(posting(0), always(new Footprint(Core.spot(middle), 500)));
        for (double bearing : new double[] {0, 90, 180, 270}) {
            Core beside = Core.spot(middle.destination(bearing, 1000));
            assertThat(index.meeting(always(new Footprint(beside, 500)), Alive.ALL))
                    .hasSize(1);
            assertThat(index.meeting(always(new Footprint(beside, 499.9)), Alive.ALL))
                    .isEmpty();
        }
    }

    private static Volume always(Footprint footprint) {
        return new Volume(footprint, Band.ALL, Window.ALWAYS);
    }

    private static Band overGround(double ground) {
        return new Band(
                java.util.Optional.of(new Height(Reference.AGL, 0)),
                java.util.Optional.of(new Height(Reference.AGL, 100_000)),
                Ground.between(ground, ground));
    }

    private static List<Volume> small(int count) {
        List<Volume> volumes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Position at = new Position(33 + i % 40 * 0.01, 36 + i / 40.0 * 0.01);
            Window window = new Window(i * 600_000_000L, i * 600_000_000L + 1_000_000);
            volumes.add(new Volume(new Footprint(Core.spot(at), 100 + i), Band.ALL, window));
        }
        return volumes;
    }

    private static void assertSameAnswers(SpaceTimeIndex index, SpaceTimeIndex other, List<Volume> volumes) {
        for (Volume asked : volumes)
            assertThat(index.meeting(asked, Alive.ALL)).isEqualTo(other.meeting(asked, Alive.ALL));
    }

    static SpaceTimeIndex filled(List<Volume> volumes) {
        SpaceTimeIndex index = new SpaceTimeIndex();
        for (int i = 0; i < volumes.size(); i++) index.insert(posting(i), volumes.get(i));
        return index;
    }

    static Posting posting(int i) {
        return new Posting(i, i % 3, i % 5);
    }

    static List<Posting> bruteForce(List<Volume> volumes, Volume asked, Alive alive) {
        return IntStream.range(0, volumes.size())
                .filter(i -> Meeting.possible(asked, volumes.get(i)))
                .filter(i -> alive.windows(posting(i)).stream()
                        .anyMatch(w -> w.meets(volumes.get(i).window().shared(asked.window()))))
                .mapToObj(SpaceTimeIndexTest::posting)
                .toList();
    }
}
