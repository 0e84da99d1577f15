package org.tansiq.core.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/**
 * Places by name, in whatever script and spelling. A spelling needs no table: names are compared by what they
 * sound like ({@link Sounds}, {@link Likeness}).
 */
public final class Gazetteer {
    /** Of no places. */
    public static final Gazetteer NONE = new Gazetteer(List.of());

    public static final int PLACES_MAX = 20_000;
    public static final int FOUND_MAX = 50;
    /** Places that one name may mean, the likeliest: each is measured from every volume. */
    public static final int MEANT_MAX = 8;

    /** A name that is no more than this apart is one, but for vowels. */
    private static final double SAME = 0.5;
    /** For each consonant of a name so much more. */
    private static final double SLACK = 0.22;

    private static final double MOST = 1.5;
    /** What is no more apart than the likeliest by this may be meant as well: some vowels. */
    private static final double AS_WELL = 0.15;
    /** What is more apart may be another name, and nobody is warned for it. */
    private static final double SURE = 0.4;
    /** What a place of nobody counts less than one of millions. */
    private static final double SIZE = 0.012;

    /** A place and how far its name is from the one asked: 0 for the same sounds. */
    public record Found(Place place, double apart) {}

    private record Named(Sounds sounds, int length, Place place) {}

    private final List<Named> names = new ArrayList<>();
    private final Memo memo = new Memo();

    private Gazetteer(List<Place> places) {
        for (Place place : places)
            for (String name : place.names())
                Sounds.of(name).ifPresent(sounds -> names.add(new Named(sounds, sounds.length(), place)));
    }

    /** Of these places. */
    public static Gazetteer of(List<Place> places) {
        if (places.size() > PLACES_MAX)
            throw new IllegalArgumentException(places.size() + " places, more than " + PLACES_MAX);
        return new Gazetteer(places);
    }

    /** The places that a name may mean, the likeliest first; of two that sound alike the larger. */
    public List<Found> find(String name, int most) {
        TreeMap<String, Found> best = new TreeMap<>();
        Sounds.of(name).ifPresent(sounds -> look(sounds, best));
        Sounds.withoutArticle(name).ifPresent(sounds -> look(sounds, best));
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Gazetteer::rank)
                        .thenComparing(found -> found.place().id()))
                .limit(Math.min(most, FOUND_MAX))
                .toList();
    }

    private void look(Sounds asked, SortedMap<String, Found> best) {
        double limit = Math.min(MOST, SAME + SLACK * Math.max(0, asked.length() - 2));
        for (Named named : names) {
            if (Math.abs(named.length - asked.length()) > 3) continue;
            if (Integer.bitCount(named.sounds.consonants() & ~asked.consonants()) > 2) continue;
            if (Integer.bitCount(asked.consonants() & ~named.sounds.consonants()) > 2) continue;
            double apart = Likeness.between(asked, named.sounds, limit);
            if (apart == Double.MAX_VALUE) continue;
            best.merge(named.place.id(), new Found(named.place, apart), (a, b) -> a.apart <= b.apart ? a : b);
        }
    }

    private static double rank(Found found) {
        double people = Math.max(1, found.place.people());
        return found.apart - SIZE * StrictMath.log10(people);
    }

    /**
     * A place that a text may mean, and where the way that it gives from there leads: at once to the place
     * where it gives none. {@code radius}: how far that reaches; the end of a way is a point.
     */
    public record Reached(Place from, Position at, double radius) {}

    /** One for each place that a text may mean, so that nobody takes the wrong one unseen. */
    public List<Reached> reached(PlaceText text) {
        return meant(text).stream().map(found -> reached(text, found.place())).toList();
    }

    /** The same of those places alone that surely have that name, or were picked. */
    public List<Reached> surely(PlaceText text) {
        boolean picked = picked(text).isPresent();
        return meant(text).stream()
                .filter(found -> picked || found.apart() <= SURE)
                .map(found -> reached(text, found.place()))
                .toList();
    }

    private static Reached reached(PlaceText text, Place from) {
        return text.way()
                .map(way -> new Reached(from, way.from(from.at()), 0))
                .orElseGet(() -> new Reached(from, from.at(), from.radius()));
    }

    /**
     * The places that a text may mean about as well as the likeliest; the one that it picks, if its name may
     * mean that at all.
     */
    public List<Found> meant(PlaceText text) {
        Optional<Found> picked = picked(text);
        if (picked.isPresent()) return List.of(picked.get());
        List<Found> found = known(text.name());
        if (found.isEmpty()) return found;
        double limit = found.getFirst().apart() + AS_WELL;
        return found.stream()
                .filter(one -> one.apart() <= limit)
                .limit(MEANT_MAX)
                .toList();
    }

    private Optional<Found> picked(PlaceText text) {
        return text.pick()
                .flatMap(id -> known(text.name()).stream()
                        .filter(found -> found.place().id().equals(id))
                        .findFirst());
    }

    /** How many names it has in mind: so many searches are spared. */
    public int remembered() {
        return memo.size();
    }

    private List<Found> known(String name) {
        return memo.of(name, asked -> find(asked, FOUND_MAX));
    }

    /**
     * How far what a text means is from what is held, in metres, 0 where it lies in it. {@code limit}: beyond
     * it the text and the volumes do not agree.
     */
    public record Away(Place place, Position at, double metres, double limit, boolean far) {}

    /**
     * Whether a text agrees with footprints, of which there is one at least, whose positions are good to some
     * metres: of the places that it may mean the nearest. Nothing where no place surely has that name.
     */
    public Optional<Away> away(String text, List<Footprint> held, double precision) {
        return surely(PlaceText.of(text)).stream()
                .map(reached -> new Measuring(reached, held, precision).away())
                .min(Comparator.comparing(Away::far)
                        .thenComparingDouble(Away::metres)
                        .thenComparing(away -> away.place().id()));
    }

    /** The same where it does not agree; found sooner, for mostly it does. */
    public Optional<Away> far(String text, List<Footprint> held, double precision) {
        boolean agrees =
                surely(PlaceText.of(text)).stream().anyMatch(reached -> !new Measuring(reached, held, precision).far());
        return agrees ? Optional.empty() : away(text, held, precision);
    }
}
