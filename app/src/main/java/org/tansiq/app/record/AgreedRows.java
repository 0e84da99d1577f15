package org.tansiq.app.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tansiq.core.Hash;
import org.tansiq.core.Table;
import org.tansiq.core.World;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Standing;
import org.tansiq.wire.Json;

/** Every number that holds and what says so, in the theatre and for pairs, as rows of JSON for programs. */
final class AgreedRows {
    /** Two parties, the lesser id first. */
    record Pair(PartyId one, PartyId other) {}

    private AgreedRows() {}

    static List<Json.Fields> of(World world, List<Pair> pairs) {
        List<Json.Fields> rows = new ArrayList<>();
        for (Figure figure : Figure.values())
            rows.add(row(List.of(), figure, world.terms().everywhere(figure)));
        for (Pair pair : pairs)
            for (Figure figure : Figure.values())
                rows.add(row(
                        List.of(text(pair.one().text()), text(pair.other().text())),
                        figure,
                        world.terms().between(pair.one(), pair.other(), figure)));
        return rows;
    }

    private static Json.Fields row(List<Json> between, Figure figure, Agreed agreed) {
        List<Json.Member> members = new ArrayList<>(List.of(new Json.Member("row", text("agreed"))));
        if (!between.isEmpty()) members.add(new Json.Member("between", new Json.Items(between)));
        members.add(new Json.Member("figure", text(Telling.figure(figure))));
        members.add(new Json.Member("value", new Json.Digits(Long.toString(agreed.value()))));
        members.add(source(agreed.source()));
        return new Json.Fields(members);
    }

    private static Json.Member source(Agreed.Source source) {
        return switch (source) {
            case Agreed.Source.ByText by ->
                new Json.Member("text", text(by.text().text()));
            case Agreed.Source.ByTheatre _ -> new Json.Member("by", text("theatre"));
            case Agreed.Source.ByRules _ -> new Json.Member("by", text("rules"));
        };
    }

    private static Json text(String value) {
        return new Json.Text(value);
    }

    /** What came into force first, and at the end what never did. */
    static List<Table.Row<Hash, Standing>> inOrder(Table<Hash, Standing> ended) {
        List<Table.Row<Hash, Standing>> rows = new ArrayList<>();
        ended.forEach(rows::add);
        rows.sort(Comparator.comparingInt(row -> order(row.value())));
        return rows;
    }

    private static int order(Standing standing) {
        return standing instanceof Standing.InForce inForce ? inForce.order() : Integer.MAX_VALUE;
    }
}
