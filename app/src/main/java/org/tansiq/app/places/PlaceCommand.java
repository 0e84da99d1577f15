package org.tansiq.app.places;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.check.Measures;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.places.Place;
import org.tansiq.core.places.PlaceText;
import org.tansiq.geometry.Position;
import org.tansiq.wire.Places;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds places by name, in any script and spelling, and where a distance and a bearing from them lead. Exit 0
 * if one was found, 1 if none.
 */
@Command(name = "place")
public final class PlaceCommand implements Callable<Integer> {
    private static final int NAME_MAX = 200;
    private static final int MOST = 5;
    private static final double METRES = 1000;
    private static final double DISTANCE_MAX_KM = PlaceText.METRES_MAX / METRES;
    private static final double CIRCLE = 360;

    @Parameters(paramLabel = "NAME", descriptionKey = "help.place-name")
    String name = "";

    @Option(names = "--most", paramLabel = "N", descriptionKey = "help.place-most")
    int most = MOST;

    @Option(names = "--bearing", paramLabel = "DEGREES", descriptionKey = "help.place-bearing")
    Optional<Double> bearing = Optional.empty();

    @Option(names = "--km", paramLabel = "KM", descriptionKey = "help.place-km")
    Optional<Double> km = Optional.empty();

    @Option(names = "--lang", paramLabel = "en|ar|ru", descriptionKey = "help.lang")
    String lang = "en";

    @Option(names = "--json", descriptionKey = "help.place-json")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help.help")
    boolean help;

    private final Console console;

    public PlaceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Language language =
                Language.of(lang).orElseThrow(() -> new Complaint("option.lang", "option", "--lang", "value", lang));
        check();
        Gazetteer gazetteer = Places.all();
        PlaceText text = text();
        List<Gazetteer.Found> found =
                text.way().isEmpty() && text.pick().isEmpty() ? gazetteer.find(name, most) : gazetteer.meant(text);
        List<Gazetteer.Reached> reached = gazetteer.reached(text);
        if (json) console.line(written(found, reached));
        else say(Messages.in(language), text, found, reached);
        return found.isEmpty() ? Exit.CONFLICTS : Exit.NONE;
    }

    // The way may stand in the text as well, as it does in a declaration.
    private PlaceText text() {
        PlaceText text = PlaceText.of(name);
        Optional<PlaceText.Way> way =
                bearing.map(degrees -> new PlaceText.Way(METRES * km.orElseThrow(), degrees % CIRCLE));
        return way.isEmpty() ? text : new PlaceText(text.name(), way, text.pick());
    }

    private void check() {
        bounds("NAME", name.length(), 1, NAME_MAX);
        bounds("--most", most, 1, Gazetteer.FOUND_MAX);
        if (bearing.isPresent() != km.isPresent())
            throw new Complaint("option.missing", "value", bearing.isPresent() ? "--km" : "--bearing");
        bearing.ifPresent(degrees -> bounds("--bearing", degrees, 0, 360));
        km.ifPresent(distance -> bounds("--km", distance, 0, DISTANCE_MAX_KM));
    }

    private static void bounds(String option, double value, double least, double most) {
        if (!(value >= least && value <= most))
            throw new Complaint("option.number", "option", option, "value", value, "least", least, "limit", most);
    }

    private void say(Messages messages, PlaceText text, List<Gazetteer.Found> found, List<Gazetteer.Reached> reached) {
        if (found.isEmpty()) line(messages, messages.say("place.none", "name", messages.name(name)));
        for (Gazetteer.Found one : found) line(messages, place(messages, one.place()));
        for (Gazetteer.Reached one : reached) text.way().ifPresent(way -> line(messages, reached(messages, way, one)));
        NamedPlace named = new NamedPlace(messages, new Measures(messages));
        for (Phrase line : named.candidates(name, reached)) line(messages, line);
    }

    private void line(Messages messages, Phrase phrase) {
        console.line(messages.line(phrase));
    }

    private static Phrase place(Messages messages, Place place) {
        Measures measures = new Measures(messages);
        return messages.say(
                "place.found",
                "names",
                NamedPlace.names(messages, place.names()),
                "position",
                measures.position(place.at()),
                "radius",
                measures.length(place.radius()));
    }

    private static Phrase reached(Messages messages, PlaceText.Way way, Gazetteer.Reached reached) {
        Measures measures = new Measures(messages);
        return messages.say(
                "place.reached",
                "names",
                NamedPlace.names(messages, reached.from().names()),
                "position",
                measures.position(reached.at()),
                "distance",
                measures.length(way.metres()),
                "bearing",
                messages.decimal(way.bearing(), 0));
    }

    private String written(List<Gazetteer.Found> found, List<Gazetteer.Reached> reached) {
        ObjectNode all = JsonMapper.shared().createObjectNode().put("name", name);
        ArrayNode places = all.putArray("places");
        for (Gazetteer.Found one : found) {
            Place place = one.place();
            ObjectNode node = places.addObject().put("id", place.id());
            place.en().ifPresent(text -> node.put("en", text));
            place.ar().ifPresent(text -> node.put("ar", text));
            place.ru().ifPresent(text -> node.put("ru", text));
            position(node, place.at());
            node.put("radiusMetres", place.radius()).put("precisionMetres", place.precision());
            node.put("apart", one.apart());
        }
        ArrayNode ends = all.putArray("reached");
        for (Gazetteer.Reached one : reached) {
            ObjectNode node = ends.addObject().put("from", one.from().id());
            position(node, one.at());
            node.put("metresFromFirst", one.at().metresTo(reached.getFirst().at()));
        }
        return all.toString();
    }

    private static void position(ObjectNode to, Position at) {
        to.put("lat", at.lat()).put("lng", at.lng());
    }
}
