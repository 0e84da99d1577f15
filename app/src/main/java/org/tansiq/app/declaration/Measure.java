package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Unfit;

/**
 * A distance, with its unit in the name of the property: {@code radiusMetres}, {@code radiusKm}, {@code
 * radiusNm}.
 */
record Measure(String path, double metres) {
    static final double METRES_PER_NM = 1852;

    /** Metres in each unit, by the ending of the property's name. */
    static final Map<String, Double> UNITS = new TreeMap<>(Map.of("Metres", 1.0, "Km", 1000.0, "Nm", METRES_PER_NM));

    /** The distance of that name in whichever unit it is given. */
    static Optional<Measure> optional(Node node, String name) {
        List<Measure> found = new ArrayList<>();
        UNITS.forEach((unit, metres) -> node.optional(name + unit)
                .ifPresent(given -> found.add(new Measure(given.path(), given.number() * metres))));
        if (found.size() > 1)
            throw Faulty.at(found.getFirst().path, InputFault.GIVEN_TWICE, found.getFirst().path, found.getLast().path);
        found.forEach(Measure::check);
        return found.stream().findFirst();
    }

    static Measure required(Node node, String name) {
        return optional(node, name).orElseThrow(() -> Faulty.at(node.path(name + "Metres"), InputFault.MISSING));
    }

    Measure positive() {
        if (metres == 0) throw Faulty.at(path, InputFault.NOT_POSITIVE, metres, 0);
        return this;
    }

    Measure half() {
        return new Measure(path, metres / 2);
    }

    /** A core with this as its radius. */
    Footprint round(Core core, double precision) {
        return Faulty.fit(path, () -> new Footprint(core, metres, precision));
    }

    /** The same, if an arc may have it as its radius. */
    Measure radius() {
        if (metres > Footprint.RADIUS_MAX) throw Faulty.at(path, new Unfit(Fault.RADIUS, metres, Footprint.RADIUS_MAX));
        return this;
    }

    private void check() {
        if (metres < 0) throw Faulty.at(path, InputFault.NOT_POSITIVE, metres, 0);
        if (metres > Footprint.RADIUS_MAX * 2)
            throw Faulty.at(path, new Unfit(Fault.RADIUS, metres, Footprint.RADIUS_MAX));
    }
}
