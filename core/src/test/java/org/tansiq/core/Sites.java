package org.tansiq.core;

import static org.tansiq.core.Air.HERE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.tansiq.core.airspace.Cutout;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Span;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/**
 * Six places 120 km apart. What a viewer declares lies within 5 km of one of them. What others declare holds
 * such a place with kilometres to spare, keeps kilometres away from it, or ends on one meridian near its
 * middle: so that another shape of the same kind leaves to the viewer what it saw.
 */
final class Sites {
    static final int COUNT = 6;

    private static final double APART = 120_000;
    private static final List<String> NAMES = List.of("Tadmur", "Raqqa", "Hamah", "Busra", "Manbij", "Qusayr");

    /** A place of its own at each site. */
    static final Gazetteer PLACES =
            Gazetteer.of(IntStream.range(0, COUNT).mapToObj(Sites::place).toList());

    /** Where no viewer ever is. */
    private static final Position FAR_OFF = new Position(31.5, 33.5);

    enum Kind {
        /** All that may be declared at a site. */
        WHOLE,
        /** The same, and little more. */
        NEAR,
        /** The same of a site and the next. */
        TWO,
        /** What is east of a meridian, so many metres east of the site; 50 km to the other sides. */
        EAST,
        /** No site. */
        NONE
    }

    /** What a volume of somebody else holds of the sites. */
    record Cover(Kind kind, int site, int metres) {
        boolean touches(int other) {
            return kind != Kind.NONE && (site == other || (kind == Kind.TWO && (site + 1) % COUNT == other));
        }
    }

    private final Random chance;

    Sites(Random chance) {
        this.chance = chance;
    }

    static Position site(int number) {
        return HERE.destination(60 * number, APART);
    }

    private static Place place(int number) {
        Optional<String> name = Optional.of(NAMES.get(number));
        return new Place("p" + number, name, Optional.empty(), Optional.empty(), site(number), 1000, 0, 0);
    }

    /** The name of any site, a way from there, or what no place is called. */
    Optional<String> place() {
        String name = NAMES.get(chance.nextInt(COUNT));
        return Optional.of(
                switch (chance.nextInt(4)) {
                    case 0 -> "Nowhere " + chance.nextInt(90);
                    case 1 -> 10 + chance.nextInt(90) + " km 0" + (10 + chance.nextInt(90)) + " " + name;
                    case 2 -> name + " [p" + chance.nextInt(COUNT) + "]";
                    default -> name;
                });
    }

    /** The site of what a viewer declared. */
    static int nearest(Outline own) {
        Position at = own.parts().getFirst().getFirst();
        int nearest = 0;
        for (int i = 1; i < COUNT; i++) if (at.metresTo(site(i)) < at.metresTo(site(nearest))) nearest = i;
        return nearest;
    }

    // ---- What a viewer declares.

    DeclaredVolume own(int site) {
        int floor = 100 * chance.nextInt(40);
        int ceiling = floor + 100 * chance.nextInt(1, 30);
        Band band = band(1000 * floor + chance.nextInt(20_000), 1000 * ceiling + chance.nextInt(20_000));
        long from = 5 * Cast.MINUTE * chance.nextInt(2);
        Optional<Span> during = chance.nextInt(6) == 0
                ? Optional.of(new Span(from, from + 5 * Cast.MINUTE * chance.nextInt(1, 3)))
                : Optional.empty();
        return new DeclaredVolume(small(site), band, during);
    }

    /** The same for all of every window, at heights that every plot of a crowd has. */
    DeclaredVolume all(int site) {
        return new DeclaredVolume(small(site), band(1_000_000, 2_000_000), Optional.empty());
    }

    private Outline small(int site) {
        Position middle = near(site(site), 1500);
        return switch (chance.nextInt(3)) {
            case 0 -> disc(middle, 500 + chance.nextInt(2500), 0);
            case 1 ->
                new Outline(
                        Core.Kind.CHAIN,
                        List.of(List.of(near(site(site), 2000), near(middle, 1500))),
                        200 + chance.nextInt(1500),
                        0);
            default -> new Outline(Core.Kind.RING, List.of(around(middle, 4, 1000, 3000)), 0, 0);
        };
    }

    // ---- What others declare.

    DeclaredVolume volume(Cover cover, int floor, int ceiling) {
        Outline outline = switch (cover.kind) {
            case WHOLE -> whole(site(cover.site));
            case NEAR -> disc(near(site(cover.site), 1000), 9000 + chance.nextInt(3000), 0);
            case TWO -> two(cover.site);
            case EAST -> east(cover.site, cover.metres);
            case NONE -> none(cover.site);
        };
        return new DeclaredVolume(outline, band(hidden(floor), hidden(ceiling)), Optional.empty());
    }

    /** A volume that holds a site, and what takes the site out of it. */
    DeclaredVolume hollow(int site) {
        return new DeclaredVolume(whole(site(site)), Band.ALL, Optional.empty());
    }

    Cutout hole(int site) {
        return new Cutout(disc(near(site(site), 2000), 17_000 + chance.nextInt(9000), 0), Band.ALL, Window.ALWAYS);
    }

    /** Far from all sites, where only others meet. */
    DeclaredVolume farOff() {
        Position at = near(FAR_OFF, 40_000);
        Band band =
                chance.nextInt(3) == 0 ? Band.ALL : band(hidden(chance.nextInt(20)), hidden(20 + chance.nextInt(40)));
        return new DeclaredVolume(
                chance.nextBoolean()
                        ? disc(at, 1000 + chance.nextInt(30_000), chance.nextInt(500))
                        : new Outline(Core.Kind.RING, List.of(around(at, 6, 5000, 30_000)), 0, 0),
                band,
                Optional.empty());
    }

    /** The same, of 40 km and all heights. */
    DeclaredVolume huge() {
        return new DeclaredVolume(disc(near(FAR_OFF, 20_000), 40_000, 0), Band.ALL, Optional.empty());
    }

    /** A height in a cell of 100 m, never where a viewer's may lie. */
    private long hidden(int cell) {
        return 100_000L * cell + 30_000 + chance.nextInt(70_000);
    }

    private Outline whole(Position site) {
        return switch (chance.nextInt(3)) {
            case 0 -> disc(near(site, 3000), 9000 + chance.nextInt(31_000), chance.nextInt(2) * 300);
            case 1 -> new Outline(Core.Kind.RING, List.of(around(site, 6, 16_000, 40_000)), 0, chance.nextInt(2) * 300);
            default -> {
                int bearing = chance.nextInt(360);
                Position one = site.destination(bearing, 30_000 + chance.nextInt(30_000));
                Position other =
                        site.destination((bearing + 174 + chance.nextInt(12)) % 360, 30_000 + chance.nextInt(30_000));
                yield new Outline(Core.Kind.CHAIN, List.of(List.of(one, other)), 10_000 + chance.nextInt(10_000), 0);
            }
        };
    }

    private Outline two(int site) {
        Position one = near(site(site), 2000);
        Position other = near(site((site + 1) % COUNT), 2000);
        List<Position> way = chance.nextBoolean() ? List.of(one, other) : List.of(other, one);
        return new Outline(Core.Kind.CHAIN, List.of(way), 9000 + chance.nextInt(9000), 0);
    }

    private Outline east(int number, int metres) {
        Position site = site(number);
        double lng = site.destination(90, 10_000 + metres).lng()
                - site.destination(90, 10_000).lng()
                + site.lng();
        lng += (chance.nextInt(121) - 60) / 91_000.0;
        double half = 0.4 + chance.nextInt(100) / 1000.0;
        double far = lng + 0.4 + chance.nextInt(100) / 1000.0;
        List<Position> ring = List.of(
                new Position(site.lat() - half, lng),
                new Position(site.lat() - half, far),
                new Position(site.lat() + half, far),
                new Position(site.lat() + half, lng));
        return new Outline(Core.Kind.RING, List.of(ring), 0, 0);
    }

    private Outline none(int number) {
        Position site = site(number);
        return switch (chance.nextInt(3)) {
            case 0 -> disc(near(HERE, 20_000), 1000 + chance.nextInt(40_000), chance.nextInt(500));
            case 1 -> disc(site.destination(60 * number, 60_000), 1000 + chance.nextInt(40_000), 0);
            default ->
                new Outline(
                        Core.Kind.RING,
                        List.of(around(site, 6, 45_000, 60_000), around(site, 6, 18_000, 25_000)),
                        0,
                        0);
        };
    }

    // ---- Shapes.

    private List<Position> around(Position middle, int corners, int least, int most) {
        List<Position> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double bearing = (360.0 / corners * i + chance.nextInt(20) + 350) % 360;
            ring.add(middle.destination(bearing, least + chance.nextInt(most - least)));
        }
        return ring;
    }

    private Position near(Position middle, int metres) {
        return middle.destination(chance.nextInt(360), chance.nextInt(metres));
    }

    private static Outline disc(Position middle, int radius, int precision) {
        return new Outline(Core.Kind.SPOT, List.of(List.of(middle)), radius, precision);
    }

    private static Band band(long floor, long ceiling) {
        return Band.between(new Height(Reference.AMSL, floor), new Height(Reference.AMSL, ceiling));
    }
}
