package org.tansiq.app.places;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;
import org.tansiq.geometry.Position;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bundled places: towns as they came (data/README.md), and over them a table of our own, by id. What that
 * says stands, what it leaves out stays; an id that the towns lack is a place more.
 */
final class PlacesFile {
    private static final double SMALL = 1000;
    private static final double TOWN = 2000;
    private static final double CITY = 5000;
    private static final double LARGE = 10_000;
    /** How far the middles that the file gives may be off, in metres. */
    private static final double PRECISION = 1000;

    /** Read when first asked for, once: a file of declarations may name a thousand places. */
    private static final class Held {
        static final Gazetteer ALL = read();
    }

    private PlacesFile() {}

    static Gazetteer all() {
        return Held.ALL;
    }

    private static Gazetteer read() {
        TreeMap<String, Place> places = new TreeMap<>();
        for (JsonNode town : tree("cities.json").path("features")) {
            Place place = town(town);
            places.put(place.id(), place);
        }
        for (JsonNode row : tree("overrides.json")) {
            String id = row.path("id").asString();
            places.put(id, over(Optional.ofNullable(places.get(id)), id, row));
        }
        return Gazetteer.of(new ArrayList<>(places.values()));
    }

    private static JsonNode tree(String name) {
        try (InputStream in = requireNonNull(PlacesFile.class.getResourceAsStream(name))) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place town(JsonNode feature) {
        JsonNode said = feature.path("properties");
        JsonNode at = feature.path("geometry").path("coordinates");
        int people = said.path("p").asInt();
        return new Place(
                said.path("id").asString(),
                text(said, "en"),
                text(said, "ar"),
                text(said, "ru"),
                new Position(at.path(1).asDouble(), at.path(0).asDouble()),
                radius(people),
                PRECISION,
                people);
    }

    // Nobody says how far a town reaches; how many live there tells about as much.
    private static double radius(int people) {
        if (people < 10_000) return SMALL;
        if (people < 100_000) return TOWN;
        return people < 1_000_000 ? CITY : LARGE;
    }

    private static Place over(Optional<Place> known, String id, JsonNode row) {
        boolean placed = row.has("lat");
        if (known.isEmpty() && !placed) throw new IllegalStateException("overrides.json: " + id + " has no position");
        return new Place(
                id,
                text(row, "en").or(() -> known.flatMap(Place::en)),
                text(row, "ar").or(() -> known.flatMap(Place::ar)),
                text(row, "ru").or(() -> known.flatMap(Place::ru)),
                placed
                        ? new Position(
                                row.path("lat").asDouble(), row.path("lng").asDouble())
                        : requireNonNull(known.orElse(null)).at(),
                row.path("radiusMetres").asDouble(known.map(Place::radius).orElse(SMALL)),
                row.path("precisionMetres").asDouble(known.map(Place::precision).orElse(PRECISION)),
                row.path("people").asInt(known.map(Place::people).orElse(0)));
    }

    private static Optional<String> text(JsonNode from, String name) {
        return from.has(name) ? Optional.of(from.path(name).asString()) : Optional.empty();
    }
}
