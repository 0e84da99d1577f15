package org.tansiq.wire;

import static org.tansiq.wire.Basics.HASH;
import static org.tansiq.wire.Basics.VKEY;
import static org.tansiq.wire.Basics.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tansiq.core.Chain;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.World;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyId;

/**
 * What one key's party may know, in one consistent piece: where the key's chain goes on, how many deliveries
 * its inbox has, the world as {@link Disclosure#world} gives it, and the party's conflicts and
 * their threads as it was told them.
 */
public record View(
        VerifierKey key,
        long next,
        Hash prev,
        long inbox,
        World world,
        List<ConflictView> conflicts,
        List<ThreadView> threads) {
    /** Rows of a world, and conflicts, that a view may have; who has more reads page by page. */
    public static final int ROWS_MAX = 100_000;

    private static final Codec<World> WORLD = Codec.of(View::rows, View::world);

    /** Reading and writing throw {@link Malformed} where there is more than {@link #ROWS_MAX}. */
    public static final Codec<View> FORM = Codec.fields(
            (view, to) -> to.put("key", VKEY, view.key)
                    .put("next", WHOLE, view.next)
                    .put("prev", HASH, view.prev)
                    .put("inbox", WHOLE, view.inbox)
                    .put("rows", WORLD, view.world)
                    .put("conflicts", Codec.list(AirspaceOutcomes.VIEW, ROWS_MAX), view.conflicts)
                    .put("threads", Codec.list(ThreadForms.VIEW, ROWS_MAX), view.threads),
            from -> new View(
                    from.get("key", VKEY),
                    from.get("next", WHOLE),
                    from.get("prev", HASH),
                    from.get("inbox", WHOLE),
                    from.get("rows", WORLD),
                    from.get("conflicts", Codec.list(AirspaceOutcomes.VIEW, ROWS_MAX)),
                    from.get("threads", Codec.list(ThreadForms.VIEW, ROWS_MAX))));

    /** Of a key that is known; without what is over at {@code since}, where that is given. */
    public static View of(World world, Key key, OptionalLong since) {
        PartyId party = key.party();
        Chain chain = world.chain(key.verifier());
        List<ConflictView> conflicts = Disclosure.conflicts(world, party).stream()
                .filter(view -> since.isEmpty() || view.open(since.getAsLong()))
                .toList();
        return new View(
                key.verifier(),
                chain.next(),
                chain.head(),
                world.inbox(party).count(),
                Disclosure.world(world, party, since),
                conflicts,
                conflicts.stream()
                        .flatMap(view -> Disclosure.thread(world, party, view.conflict()).stream())
                        .toList());
    }

    private static Json rows(World world) {
        List<Json> rows = new ArrayList<>();
        WorldRows.write(world, row -> rows.add(new Json.Written(row.text())));
        if (rows.size() > ROWS_MAX) throw new Malformed("rows", rows.size() + " rows", "at most " + ROWS_MAX);
        return new Json.Items(rows);
    }

    private static World world(Json json) {
        if (!(json instanceof Json.Items rows)) throw new Malformed("", json.text(), "a list");
        WorldReading world = new WorldReading();
        for (Json row : rows.items()) world.row(row);
        return world.world();
    }
}
