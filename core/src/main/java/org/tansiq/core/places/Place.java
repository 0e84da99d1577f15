package org.tansiq.core.places;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.geometry.Position;

/**
 * A town, airfield or hill: at most one name in each script, its middle, how far it reaches from there and
 * how far its position may be off, in metres; how many live there, 0 where nobody says.
 */
public record Place(
        String id,
        Optional<String> en,
        Optional<String> ar,
        Optional<String> ru,
        Position at,
        double radius,
        double precision,
        int people) {
    public static final double RADIUS_MAX = 100_000;
    public static final int NAMES_MAX = 3;

    static final String ID = "[a-z0-9-]{1,40}";

    public Place {
        if (!id.matches(ID)) throw new IllegalArgumentException("place " + id + " is called otherwise than " + ID);
        if (en.isEmpty() && ar.isEmpty() && ru.isEmpty())
            throw new IllegalArgumentException("place " + id + " has no name");
        if (!(radius >= 0 && radius <= RADIUS_MAX) || !(precision >= 0 && precision <= RADIUS_MAX))
            throw new IllegalArgumentException("place " + id + ": radius or precision beyond " + RADIUS_MAX + " m");
    }

    public List<String> names() {
        return Stream.of(en, ar, ru).flatMap(Optional::stream).toList();
    }
}
