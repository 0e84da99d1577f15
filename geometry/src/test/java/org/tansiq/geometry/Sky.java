package org.tansiq.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Volumes drawn from a seed, crowded round the places of the globe where an index could go wrong. */
final class Sky {
    private static final double CORNER = 35.264389682754654; // Where three faces of the cube meet.
    private static final List<Position> PLACES = List.of(
            new Position(90, 0),
            new Position(-90, 0),
            new Position(0, 180),
            new Position(52, -180),
            new Position(CORNER, 45),
            new Position(-CORNER, -135),
            new Position(0, 45),
            new Position(45, 0),
            new Position(20, 135),
            new Position(33, 36));
    private static final long MINUTE = 60_000_000;

    private final SplittableRandom chance;
    private final Position place;
    private final double spread;

    /** All volumes of one sky lie round one place. */
    Sky(long seed) {
        chance = new SplittableRandom(seed);
        int at = chance.nextInt(PLACES.size() + 1);
        place = at < PLACES.size() ? PLACES.get(at) : anywhere();
        spread = between(1_000, 5_000_000);
    }

    List<Volume> volumes(int count) {
        List<Volume> volumes = new ArrayList<>();
        while (volumes.size() < count) drawn().ifPresent(volumes::add);
        return volumes;
    }

    /** A footprint of any size, unless the chance shape is not sound. */
    Optional<Footprint> footprint() {
        Position centre = place.destination(360 * chance.nextDouble(), spread * chance.nextDouble());
        double size = between(10, 1_000_000);
        double radius = chance.nextInt(3) == 0 ? 0 : Math.min(size, Footprint.RADIUS_MAX);
        double precision = chance.nextInt(4) == 0 ? between(0.01, Footprint.PRECISION_MAX) : 0;
        try {
            Core core = core(centre, size);
            return Optional.of(new Footprint(core, core.kind() == Core.Kind.SPOT ? size : radius, precision));
        } catch (Unfit unsound) {
            return Optional.empty();
        }
    }

    /** A number below a bound. */
    int below(int bound) {
        return chance.nextInt(bound);
    }

    /** A number from one to another, each size as likely. */
    double between(double from, double until) {
        return from * StrictMath.exp(chance.nextDouble() * StrictMath.log(until / from));
    }

    double angle() {
        return 360 * chance.nextDouble();
    }

    double fraction() {
        return chance.nextDouble();
    }

    Window window() {
        long from = MINUTE * 15 * (chance.nextInt(200) - 100);
        long length = MINUTE * 15 * chance.nextInt(chance.nextInt(10) == 0 ? 3000 : 8);
        long start = chance.nextInt(12) == 0 ? Window.OPEN_FROM : from;
        return new Window(start, chance.nextInt(12) == 0 ? Window.OPEN_UNTIL : from + length);
    }

    private Optional<Volume> drawn() {
        Optional<Footprint> footprint = footprint();
        Window window = window();
        Band band = band();
        return footprint.map(f -> new Volume(f, band, window));
    }

    private Core core(Position centre, double size) {
        return switch (chance.nextInt(4)) {
            case 0 -> Core.spot(centre);
            case 1 -> Core.chain(around(centre, size * 2, 2 + chance.nextInt(3), 0.3));
            case 2 -> Core.ring(around(centre, size * 4, 3 + chance.nextInt(7), 0.3));
            default -> Core.ring(around(centre, size, 3 + chance.nextInt(7), 0.9), hole(centre, size));
        };
    }

    private List<List<Position>> hole(Position centre, double size) {
        return chance.nextBoolean() ? List.of() : List.of(around(centre, size / 4, 3 + chance.nextInt(3), 0.9));
    }

    private List<Position> around(Position centre, double size, int count, double least) {
        List<Position> positions = new ArrayList<>();
        double first = angle();
        for (int i = 0; i < count; i++) {
            double metres = size * (least + (1 - least) * chance.nextDouble());
            positions.add(centre.destination(first + 360.0 * i / count, metres));
        }
        return positions;
    }

    private Band band() {
        Reference reference = List.of(Reference.values()).get(chance.nextInt(4));
        long floor = 1000L * (chance.nextInt(60) - 10);
        Height low = new Height(reference, floor);
        Height high = new Height(chance.nextInt(5) == 0 ? Reference.W84 : reference, floor + 5000L * chance.nextInt(4));
        Ground ground = chance.nextBoolean() ? Ground.UNKNOWN : Ground.between(chance.nextInt(3000), 3000);
        try {
            return new Band(
                    chance.nextInt(9) == 0 ? Optional.empty() : Optional.of(low),
                    chance.nextInt(9) == 0 ? Optional.empty() : Optional.of(high),
                    ground);
        } catch (Unfit swapped) {
            return Band.ALL;
        }
    }

    private Position anywhere() {
        return new Position(
                StrictMath.toDegrees(StrictMath.asin(2 * chance.nextDouble() - 1)), 360 * chance.nextDouble() - 180);
    }
}
