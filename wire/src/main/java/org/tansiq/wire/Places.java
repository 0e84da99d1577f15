package org.tansiq.wire;

import static java.util.Objects.requireNonNull;
import static org.tansiq.wire.Basics.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;
import org.tansiq.geometry.Position;

/**
 * The places that are part of the rules: towns as they came (data/README.md), and over them a table of our
 * own, by id. What that says stands, what it leaves out stays; an id that the towns lack is a place more. The
 * hash of the rules covers both.
 */
public final class Places {
    private static final String TOWNS_FILE = "cities.json";
    private static final String OVERRIDES_FILE = "overrides.json";
    /** The files, as they are called beside the classes. */
    public static final List<String> FILES =
            List.of("org/tansiq/wire/" + TOWNS_FILE, "org/tansiq/wire/" + OVERRIDES_FILE);

    private static final double VILLAGE = 1000;
    private static final double TOWN = 2000;
    private static final double CITY = 5000;
    private static final double LARGE = 10_000;
    /** How far the middles that the file gives may be off, in metres. */
    private static final double PRECISION = 1000;

    private static final Codec<Position> POINT = reading(from -> {
        from.get("type", TEXT);
        List<Double> at = from.get("coordinates", Codec.list(DEGREES, 2)); // As in GeoJSON, longitude first.
        return position(at.getLast(), at.getFirst(), "coordinates.[1]", "coordinates.[0]");
    });
    private static final Codec<List<Place>> TOWNS = reading(from -> {
        from.get("type", TEXT);
        return from.get("features", Codec.list(reading(Places::town), Gazetteer.PLACES_MAX));
    });
    private static final Codec<List<Over>> OVERRIDES = Codec.list(reading(Over::of), Gazetteer.PLACES_MAX);

    /** Read when first asked for, once. */
    private static final class Held {
        static final Gazetteer ALL = Gazetteer.of(read(bundled(TOWNS_FILE), bundled(OVERRIDES_FILE)));
    }

    private Places() {}

    /** All that the rules of this program know. */
    public static Gazetteer all() {
        return Held.ALL;
    }

    /** The places of two files. Throws {@link Malformed} where one is in another form. */
    public static List<Place> read(Bytes towns, Bytes overrides) {
        TreeMap<String, Place> places = new TreeMap<>();
        for (Place town : TOWNS.read(Json.parse(towns))) places.put(town.id(), town);
        for (Over over : OVERRIDES.read(Json.parse(overrides)))
            places.put(over.id, over.over(Optional.ofNullable(places.get(over.id))));
        return new ArrayList<>(places.values());
    }

    private static Bytes bundled(String name) {
        try (InputStream in = requireNonNull(Places.class.getResourceAsStream(name))) {
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Codec<T> reading(Function<FieldsIn, T> read) {
        return Codec.fields(
                (value, _) -> {
                    throw new UnsupportedOperationException("nothing writes " + value);
                },
                read);
    }

    private record Said(String id, Optional<String> en, Optional<String> ar, Optional<String> ru, int people) {
        static Said of(FieldsIn from) {
            from.get("c", TEXT);
            from.get("r", WHOLE);
            return new Said(
                    from.get("id", WHOLE).toString(),
                    from.maybe("en", TEXT),
                    from.maybe("ar", TEXT),
                    from.maybe("ru", TEXT),
                    from.get("p", SMALL));
        }
    }

    private static Place town(FieldsIn from) {
        from.get("type", TEXT);
        Said said = from.get("properties", reading(Said::of));
        Position at = from.get("geometry", POINT);
        return new Place(said.id, said.en, said.ar, said.ru, at, radius(said.people), PRECISION, said.people);
    }

    // Nobody says how far a town reaches; how many live there tells about as much.
    private static double radius(int people) {
        if (people < 10_000) return VILLAGE;
        if (people < 100_000) return TOWN;
        return people < 1_000_000 ? CITY : LARGE;
    }

    /** A row of our own; {@code source} says where it is from, to whoever reads the file. */
    private record Over(
            String id,
            Optional<String> en,
            Optional<String> ar,
            Optional<String> ru,
            Optional<Position> at,
            Optional<Double> radius,
            Optional<Double> precision) {
        static Over of(FieldsIn from) {
            from.get("source", TEXT);
            Optional<Double> lat = from.maybe("lat", DEGREES);
            return new Over(
                    from.get("id", TEXT),
                    from.maybe("en", TEXT),
                    from.maybe("ar", TEXT),
                    from.maybe("ru", TEXT),
                    lat.map(value -> position(value, from.get("lng", DEGREES), "lat", "lng")),
                    from.maybe("radiusMetres", DEGREES),
                    from.maybe("precisionMetres", DEGREES));
        }

        Place over(Optional<Place> known) {
            return new Place(
                    id,
                    en.or(() -> known.flatMap(Place::en)),
                    ar.or(() -> known.flatMap(Place::ar)),
                    ru.or(() -> known.flatMap(Place::ru)),
                    at.or(() -> known.map(Place::at)).orElseThrow(() -> new Malformed("lat", id, "a position")),
                    radius.or(() -> known.map(Place::radius)).orElse(VILLAGE),
                    precision.or(() -> known.map(Place::precision)).orElse(PRECISION),
                    known.map(Place::people).orElse(0));
        }
    }
}
