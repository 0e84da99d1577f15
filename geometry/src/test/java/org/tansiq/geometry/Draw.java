package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Shapes at random, everywhere on the globe and from a metre to the largest, with a liking for awkward
 * places.
 */
final class Draw {
    private static final double[] LATS = {0, 90, -90, 45, -45, 35.26438968275466, -35.26438968275466, 60};
    private static final double[] LNGS = {0, 180, -180, 45, -45, 135, -135, 90, -90};

    private final Random random;

    Draw(Random random) {
        this.random = random;
    }

    /** Two footprints, mostly near each other. */
    record Pair(Footprint a, Footprint b) {
        Pair swapped() {
            return new Pair(b, a);
        }
    }

    static Arbitrary<Pair> pairs() {
        return Arbitraries.randomValue(random -> new Draw(random).pair(1_000_000));
    }

    /** Pairs from a metre to some kilometres, where a plane will do. */
    static Arbitrary<Pair> smallPairs() {
        return Arbitraries.randomValue(random -> new Draw(random).pair(5_000));
    }

    /** Pairs of rings whose middles lie within each other's reach. */
    static Arbitrary<Pair> ringPairs() {
        return Arbitraries.randomValue(random -> new Draw(random).ringPair(300_000));
    }

    Pair pair(double sizeMax) {
        double size = size(1, sizeMax);
        Position at = position();
        Footprint a = footprint(at, size);
        if (random.nextInt(8) == 0) return new Pair(a, kin(a));
        double other = Math.clamp(size * StrictMath.pow(10, random.nextGaussian() * 0.5), 1, sizeMax);
        Position near = at.destination(bearing(), (size + other) * random.nextDouble() * random.nextDouble() * 1.5);
        return new Pair(a, footprint(near, other));
    }

    Pair ringPair(double sizeMax) {
        double size = size(1, sizeMax);
        Position at = position();
        double other = size * (0.3 + random.nextDouble());
        Position near = at.destination(bearing(), (size + other) * 0.4 * random.nextDouble());
        return new Pair(new Footprint(ring(at, size), 0), new Footprint(ring(near, other), 0));
    }

    /** A footprint that shares vertices with another: the same, a part, or a neighbour along an edge. */
    private Footprint kin(Footprint a) {
        List<Position> outline = a.core().positions().getFirst();
        if (outline.size() < 3) return new Footprint(a.core(), size(1, 100_000));
        if (random.nextInt(3) == 0) return a;
        List<Position> triangle = new ArrayList<>(outline.subList(0, 2));
        triangle.add(outline.get(2 + random.nextInt(outline.size() - 2)));
        @Nullable Core core = sound(() -> Core.ring(triangle));
        return core == null ? a : new Footprint(core, 0);
    }

    Footprint footprint(Position at, double size) {
        return switch (random.nextInt(6)) {
            case 0 -> new Footprint(Core.spot(at), size);
            case 1 -> new Footprint(Core.spot(at), 0);
            case 2 -> new Footprint(chain(at, size), size * random.nextDouble() * 0.3);
            case 3 -> new Footprint(holed(at, size), 0);
            case 4 -> new Footprint(ring(at, size), size * random.nextDouble() * 0.3);
            default -> new Footprint(ring(at, size), 0);
        };
    }

    Core chain(Position at, double size) {
        while (true) {
            List<Position> through = new ArrayList<>();
            for (int i = 2 + random.nextInt(5); i > 0; i--)
                through.add(at.destination(bearing(), size * random.nextDouble()));
            @Nullable Core chain = sound(() -> Core.chain(through));
            if (chain != null) return chain;
        }
    }

    /** A star round a place; wound either way. */
    Core ring(Position at, double size) {
        while (true) {
            List<Position> outline = star(at, size);
            @Nullable Core ring = sound(() -> Core.ring(outline));
            if (ring != null) return ring;
        }
    }

    Core holed(Position at, double size) {
        while (true) {
            List<Position> outline = star(at, size);
            List<Position> hole = star(at, size * 0.2);
            @Nullable Core ring = sound(() -> Core.ring(outline, List.of(hole)));
            if (ring != null) return ring;
        }
    }

    private List<Position> star(Position at, double size) {
        int n = 3 + random.nextInt(9);
        double[] bearings = new double[n];
        for (int i = 0; i < n; i++) bearings[i] = (i + random.nextDouble() * 0.8) * 360 / n;
        List<Position> outline = new ArrayList<>();
        Arrays.stream(bearings)
                .forEach(b -> outline.add(at.destination(b, size * (0.25 + 0.75 * random.nextDouble()))));
        return random.nextBoolean() ? outline : outline.reversed();
    }

    Position position() {
        double lat = StrictMath.toDegrees(StrictMath.asin(2 * random.nextDouble() - 1));
        double lng = 360 * random.nextDouble() - 180;
        if (random.nextInt(4) == 0) lat = LATS[random.nextInt(LATS.length)];
        if (random.nextInt(4) == 0) lng = LNGS[random.nextInt(LNGS.length)];
        return new Position(lat, lng);
    }

    double bearing() {
        return random.nextInt(6) == 0 ? 90.0 * random.nextInt(4) : 360 * random.nextDouble();
    }

    /** Any order of magnitude alike. */
    double size(double least, double most) {
        return least * StrictMath.pow(most / least, random.nextDouble());
    }

    private interface Attempt {
        Core make();
    }

    private static @Nullable Core sound(Attempt attempt) {
        try {
            return attempt.make();
        } catch (Unfit unfit) {
            return null;
        }
    }
}
