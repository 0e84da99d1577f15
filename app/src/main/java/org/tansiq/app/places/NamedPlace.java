package org.tansiq.app.places;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.app.check.Measures;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.airspace.Misplaced;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.PlaceText;
import org.tansiq.wire.Places;

/** Says what the place that a plan names may be, and whether its volumes are there, before it is signed. */
public record NamedPlace(Messages messages, Measures measures) {
    /** Nothing where no place is named, or none of that name is known. */
    public List<Phrase> lines(Plan plan) {
        List<Phrase> lines = new ArrayList<>();
        if (plan.place().isEmpty()) return lines;
        String text = plan.place().get();
        Misplaced.away(Places.all(), plan).ifPresent(away -> lines.add(said(text, away)));
        lines.addAll(candidates(text, Places.all().surely(PlaceText.of(text))));
        return lines;
    }

    private Phrase said(String text, Gazetteer.Away away) {
        String key = away.far() ? "place.far" : away.metres() == 0 ? "place.within" : "place.beside";
        return messages.say(
                key,
                "name",
                messages.name(text),
                "names",
                names(messages, away.place().names()),
                "position",
                measures.position(away.at()),
                "distance",
                measures.length(away.metres()),
                "limit",
                measures.length(away.limit()));
    }

    /** Of several, each with its id and how far it is from the first; nothing of one alone. */
    List<Phrase> candidates(String text, List<Gazetteer.Reached> reached) {
        List<Phrase> lines = new ArrayList<>();
        if (reached.size() < 2) return lines;
        Gazetteer.Reached first = reached.getFirst();
        lines.add(messages.say(
                "place.several",
                "n",
                messages.count(reached.size()),
                "distance",
                measures.length(apart(reached)),
                "text",
                messages.name(PlaceText.picked(text, first.from().id()))));
        for (Gazetteer.Reached one : reached)
            lines.add(messages.say(
                    "place.candidate",
                    "id",
                    one.from().id(),
                    "names",
                    names(messages, one.from().names()),
                    "position",
                    measures.position(one.at()),
                    "distance",
                    measures.length(one.at().metresTo(first.at()))));
        return lines;
    }

    /** The most that two of them are apart, in metres. */
    private static double apart(List<Gazetteer.Reached> reached) {
        double most = 0;
        for (Gazetteer.Reached one : reached)
            for (Gazetteer.Reached other : reached)
                most = Math.max(most, one.at().metresTo(other.at()));
        return most;
    }

    static Phrase names(Messages messages, List<String> names) {
        return messages.list(names.stream().map(messages::name).toList());
    }
}
