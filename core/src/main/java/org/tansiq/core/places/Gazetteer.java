package org.tansiq.core.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * Places by name, in whatever script and spelling. A spelling needs no table: names are compared by what they
 * sound like ({@link Sounds}, {@link Likeness}).
 */
public final class Gazetteer {
    public static final int PLACES_MAX = 20_000;
    public static final int FOUND_MAX = 50;

    /** A name that is no more than this apart is one, but for vowels. */
    private static final double SAME = 0.5;
    /** For each consonant of a name so much more. */
    private static final double SLACK = 0.22;

    private static final double MOST = 1.5;
    /** What is no more apart than the likeliest by this may be meant as well: some vowels. */
    private static final double AS_WELL = 0.15;
    /** What is more apart may be another name, and nobody is warned for it. */
    private static final double SURE = 0.4;
    /** What a name may be off, in metres, whatever else is known. */
    private static final double FAR = 2000;
    /** What a place of nobody counts less than one of millions. */
    private static final double SIZE = 0.012;

    /** A place and how far its name is from the one asked: 0 for the same sounds. */
    public record Found(Place place, double apart) {}

    private record Named(Sounds sounds, int length, Place place) {}

    private final List<Named> names = new ArrayList<>();

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

    /** A place that a reference may mean, and where the way from there leads. */
    public record Reached(Place from, Position at) {}

    /**
     * Where a distance, in metres, and a bearing, in degrees clockwise from true north, from a named place
     * lead: one answer for each place that the name may mean about as well as the likeliest, so that nobody
     * takes the wrong one unseen.
     */
    public List<Reached> from(String name, double bearing, double metres) {
        return meant(name).stream()
                .map(found -> new Reached(found.place(), found.place().at().destination(bearing, metres)))
                .toList();
    }

    /** The places that a name may mean about as well as the likeliest. */
    public List<Found> meant(String name) {
        List<Found> found = find(name, FOUND_MAX);
        if (found.isEmpty()) return found;
        double limit = found.getFirst().apart() + AS_WELL;
        return found.stream().filter(one -> one.apart() <= limit).toList();
    }

    /**
     * How far a named place is from what is held, in metres, 0 where it lies in it: of the places that the
     * name may mean the nearest. {@code limit}: beyond it the name and the volumes do not agree.
     */
    public record Away(Place place, double metres, double limit) {
        public boolean far() {
            return metres > limit;
        }
    }

    /**
     * Whether a name agrees with footprints, of which there is one at least, whose positions are good to some
     * metres; nothing where no place surely has that name.
     */
    public Optional<Away> away(String name, List<Footprint> held, double precision) {
        return meant(name).stream()
                .filter(found -> found.apart() <= SURE)
                .map(found -> away(found.place(), held, precision))
                .min(Comparator.comparingDouble(Away::metres)
                        .thenComparing(away -> away.place().id()));
    }

    private static Away away(Place place, List<Footprint> held, double precision) {
        Volume there = always(new Footprint(Core.spot(place.at()), 0));
        double metres = held.stream()
                .mapToDouble(footprint ->
                        Meeting.between(there, always(footprint)).gap().metres())
                .min()
                .orElseThrow();
        double limit = Math.max(FAR, Math.max(place.radius(), Math.max(place.precision(), precision)));
        return new Away(place, Math.max(0, metres), limit);
    }

    private static Volume always(Footprint footprint) {
        return new Volume(footprint, Band.ALL, Window.ALWAYS);
    }
}
