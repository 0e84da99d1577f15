package org.tansiq.app.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Bytes;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.World;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Party;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Theatre;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Standing;
import org.tansiq.wire.Json;
import org.tansiq.wire.WorldRows;

/** The state of a record as one party may see it, or all of it where no party is named. */
final class Showing {
    private final Common common;
    private final Console console;
    private final World world;
    private final Optional<PartyId> viewer;
    private final Messages messages;
    private final Telling telling;

    Showing(Common common, Console console, World world, Optional<PartyId> viewer) {
        this.common = common;
        this.console = console;
        this.world = world;
        this.viewer = viewer;
        this.messages = common.messages();
        this.telling = new Telling(common.moments(), world.parties());
    }

    void parties() {
        if (common.json()) {
            rows(List.of("theatre", "party"), _ -> true);
            return;
        }
        world.parties().theatre().ifPresent(this::theatre);
        for (Party party : world.parties().all().values()) {
            Phrase state = party.accepted() ? new Phrase("") : messages.say("show.waits");
            line(
                    "show.party",
                    "id",
                    party.id(),
                    "name",
                    telling.name(party.names()),
                    "kind",
                    messages.say("kind." + party.kind()),
                    "state",
                    state);
            party.desks()
                    .forEach(row -> line(
                            "event.desk.set",
                            "party",
                            party.id(),
                            "desk",
                            row.key(),
                            "contact",
                            row.value().contact(),
                            "languages",
                            row.value().languages()));
        }
    }

    private void theatre(Theatre theatre) {
        String name = telling.name(theatre.founding().names());
        line(
                "show.host",
                "name",
                name,
                "hash",
                theatre.hash(),
                "host",
                theatre.founding().host());
    }

    void keys() {
        if (common.json()) {
            rows(List.of("key"), _ -> true);
            return;
        }
        for (Key key : world.parties().keys().values())
            line(
                    "show.key",
                    "key",
                    key.verifier().name(),
                    "party",
                    key.party(),
                    "role",
                    telling.role(key.role()),
                    "desk",
                    desk(key.desk()),
                    "state",
                    key.revoked() ? messages.say("show.key.revoked") : new Phrase(""));
    }

    private Phrase desk(Optional<DeskId> desk) {
        return desk.map(at -> messages.say("show.key.desk", "desk", at)).orElse(new Phrase(""));
    }

    /**
     * The numbers that hold for each pair that the viewer belongs to, what says so, and what waits for
     * signatures.
     */
    void terms() {
        if (common.json()) {
            rows(List.of("figure", "open", "ended"), this::mayRead);
            AgreedRows.of(world, pairs()).forEach(row -> console.line(row.text()));
            return;
        }
        line("show.terms.theatre");
        for (Figure figure : Figure.values()) figure(figure, world.terms().everywhere(figure));
        for (AgreedRows.Pair pair : pairs()) pair(pair.one(), pair.other());
        for (Table.Row<Hash, Standing.Signing> open : world.terms().open()) if (sees(open.key())) open(open);
        for (Table.Row<Hash, Standing> ended : AgreedRows.inOrder(world.terms().ended()))
            if (sees(ended.key())) ended(ended);
    }

    // Pairs that the viewer belongs to, where some text decides.
    private List<AgreedRows.Pair> pairs() {
        List<PartyId> members = world.parties().members();
        List<AgreedRows.Pair> pairs = new ArrayList<>();
        for (PartyId a : members)
            for (PartyId b : members)
                if (a.compareTo(b) < 0
                        && concerns(a, b)
                        && world.terms().deciding(a, b).isPresent()) pairs.add(new AgreedRows.Pair(a, b));
        return pairs;
    }

    private boolean concerns(PartyId a, PartyId b) {
        return viewer.isEmpty() || viewer.get().equals(a) || viewer.get().equals(b);
    }

    private void pair(PartyId a, PartyId b) {
        line("show.terms.pair", "a", a, "b", b);
        for (Figure figure : Figure.values()) figure(figure, world.terms().between(a, b, figure));
    }

    private void figure(Figure figure, Agreed agreed) {
        Phrase source = switch (agreed.source()) {
            case Agreed.Source.ByText by ->
                messages.say("source.text", "id", by.text().brief());
            case Agreed.Source.ByTheatre _ -> messages.say("source.theatre");
            case Agreed.Source.ByRules _ -> messages.say("source.rules");
        };
        line("show.terms.figure", "figure", Telling.figure(figure), "value", agreed.value(), "source", source);
    }

    private void open(Table.Row<Hash, Standing.Signing> open) {
        line(
                "show.terms.open",
                "id",
                open.key().brief(),
                "group",
                telling.parties(open.value().text().group().parties()),
                "signed",
                telling.parties(open.value().signed().keys()),
                "figures",
                telling.figures(open.value().text().figures()));
    }

    private void ended(Table.Row<Hash, Standing> ended) {
        line(
                ended.value() instanceof Standing.Lapsed ? "show.terms.lapsed" : "show.terms.came",
                "id",
                ended.key().brief(),
                "group",
                telling.parties(ended.value().text().group().parties()),
                "figures",
                telling.figures(ended.value().text().figures()));
    }

    private boolean sees(Hash text) {
        return viewer.isEmpty() || Disclosure.sees(world, text, viewer.get());
    }

    // A row of a text names the note that proposed it; a row of a number may name the text that set it.
    private boolean mayRead(Json.Fields row) {
        return row.members().stream()
                .filter(member -> member.name().equals("note"))
                .flatMap(member -> Hash.parse(((Json.Text) member.value()).value()).stream())
                .allMatch(this::sees);
    }

    private void rows(List<String> names, Predicate<Json.Fields> shown) {
        WorldRows.write(world, row -> row(row, names, shown));
    }

    private void row(Bytes row, List<String> names, Predicate<Json.Fields> shown) {
        Json.Fields fields = (Json.Fields) Json.parse(row);
        boolean named = fields.members().getFirst().value() instanceof Json.Text name && names.contains(name.value());
        if (named && shown.test(fields)) console.line(row.text());
    }

    private void line(String key, Object... filled) {
        console.line(messages.line(messages.say(key, filled)));
    }
}
