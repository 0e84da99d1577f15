package org.tansiq.app.record;

import java.util.List;
import java.util.Optional;
import org.tansiq.client.Place;
import org.tansiq.core.Chain;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.World;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Theatre;
import org.tansiq.wire.View;

/** What a key's party may know, wherever the record is. */
public record Sight(Key key, World world, List<ConflictView> conflicts, List<ThreadView> threads, Place place) {
    /** Of a world that is all there; nothing where nobody has enrolled the key. */
    static Optional<Sight> of(World world, VerifierKey verifier) {
        Chain chain = world.chain(verifier);
        return world.parties()
                .key(verifier)
                .map(key -> new Sight(
                        key,
                        world,
                        Disclosure.conflicts(world, key.party()),
                        Disclosure.threads(world, key.party()),
                        new Place(chain.next(), chain.head())));
    }

    static Sight of(View view) {
        Key key = view.world().parties().key(view.key()).orElseThrow();
        return new Sight(key, view.world(), view.conflicts(), view.threads(), new Place(view.next(), view.prev()));
    }

    /** The thread of one of the conflicts, if anything was said in it. */
    public Optional<ThreadView> thread(Hash conflict) {
        return threads.stream().filter(view -> view.conflict().equals(conflict)).findFirst();
    }

    public PartyId party() {
        return key.party();
    }

    Hash theatre() {
        return world.parties().theatre().map(Theatre::hash).orElseThrow();
    }
}
