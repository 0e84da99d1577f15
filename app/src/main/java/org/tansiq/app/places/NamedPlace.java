package org.tansiq.app.places;

import java.util.Optional;
import org.tansiq.app.check.Measures;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;

/** Says whether the place that a plan names is where its volumes are, before anything is signed. */
public record NamedPlace(Messages messages, Measures measures) {
    /** Nothing where no place is named, or none of that name is known. */
    public Optional<Phrase> line(Plan plan) {
        return plan.place()
                .flatMap(place -> PlacesFile.read()
                        .away(
                                place,
                                plan.volumes().stream()
                                        .map(volume -> volume.outline().footprint())
                                        .toList(),
                                0)
                        .map(away -> said(place, away)));
    }

    private Phrase said(String name, Gazetteer.Away away) {
        String key = away.far() ? "place.far" : away.metres() == 0 ? "place.within" : "place.beside";
        return messages.say(
                key,
                "name",
                messages.name(name),
                "names",
                names(messages, away.place()),
                "position",
                measures.position(away.place().at()),
                "distance",
                measures.length(away.metres()),
                "limit",
                measures.length(away.limit()));
    }

    static Phrase names(Messages messages, Place place) {
        return messages.list(place.names().stream().map(messages::name).toList());
    }
}
