package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/**
 * The place that a plan names is not where its volumes are: by the gazetteer that is part of the rules,
 * {@code at} is so many whole metres from the nearest of them, more than {@code limit}. {@code place} and
 * {@code names} are those of the gazetteer.
 */
public record Misplaced(String place, List<String> names, Position at, long metres, long limit) {
    public Misplaced {
        names = List.copyOf(names);
    }

    /** How far what a plan names is from its volumes; nothing where no place of that name is known. */
    public static Optional<Gazetteer.Away> away(Gazetteer places, Plan plan) {
        return plan.place().flatMap(text -> places.away(text, held(plan), precision(plan)));
    }

    private static List<Footprint> held(Plan plan) {
        return plan.volumes().stream()
                .map(volume -> volume.outline().footprint())
                .toList();
    }

    private static double precision(Plan plan) {
        return plan.volumes().stream()
                .mapToDouble(volume -> volume.outline().precision())
                .max()
                .orElse(0);
    }

    static Optional<Misplaced> of(Gazetteer places, Plan plan) {
        return plan.place()
                .flatMap(text -> places.far(text, held(plan), precision(plan)))
                .map(away -> new Misplaced(
                        away.place().id(), away.place().names(), away.at(), (long) Math.ceil(away.metres()), (long)
                                away.limit()));
    }
}
