package org.tansiq.app.places;

import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Measures;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;
import org.tansiq.geometry.Footprint;

/** Says whether the place that a plan names is where its volumes are, before anything is signed. */
public record NamedPlace(Messages messages, Measures measures) {
    /** Nothing where no place is named, or none of that name is known. */
    public Optional<Phrase> line(Plan plan) {
        List<Outline> outlines =
                plan.volumes().stream().map(DeclaredVolume::outline).toList();
        double precision =
                outlines.stream().mapToDouble(Outline::precision).max().orElse(0);
        List<Footprint> held = outlines.stream().map(Outline::footprint).toList();
        return plan.place()
                .flatMap(name -> PlacesFile.all().away(name, held, precision).map(away -> said(name, away)));
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
