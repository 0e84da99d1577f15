package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import java.util.List;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figures;

/**
 * A world that the rules alone have made, from notes with made-up hashes: {@code given.by(key, command)} adds
 * to it, {@code given.when(key, command).then(events)} tries it.
 *
 * <p>Whatever is decided is decided twice alike, numbered next in the record and in each inbox, and applied.
 */
record Given(World world, long at, Hash last) {

    static Given nothing() {
        return new Given(World.EMPTY, NOON, Hash.NONE);
    }

    /** Founded, and nobody has accepted yet. */
    static Given founded(Founding founding, Figures terms) {
        return nothing().by(HOST, found(founding, terms));
    }

    /** Founded, and all have accepted. */
    static Given open(Founding founding, Figures terms) {
        Given given = founded(founding, terms);
        Hash theatre = given.last();
        for (PartyDraft founder : founding.founders())
            given = given.by(founder.heads().getFirst(), new PartyCommand.Accept(theatre));
        return given;
    }

    static Given theatre() {
        return open(founding(), Figures.NONE);
    }

    /** A moment later somebody says something that is not refused. */
    Given by(VerifierKey key, Command command) {
        Then then = when(key, command);
        assertThat(then.entry().events())
                .describedAs("what came of %s", command)
                .noneMatch(HallEvent.Refused.class::isInstance);
        return then.after();
    }

    /** These things are so, whatever the rules say. */
    Given so(Event... events) {
        Stamped cause = new Stamped(at + 1, hash("chance"), new Cause.Tick());
        Entry entry = new Entry(world.next(), cause, List.of(events), List.of());
        return new Given(Rules.apply(world, entry), at + 1, last);
    }

    Given later(long micros) {
        return new Given(world, at + micros, last);
    }

    Then when(VerifierKey key, Command command) {
        return when(note(key, command), new Reading.Clear(command));
    }

    Then when(Note note, Reading reading) {
        assertThat(Rules.admit(world, note)).isInstanceOfAny(Admission.Next.class, Admission.Second.class);
        return stamped(new Cause.Said(note, reading), note.hash());
    }

    Then tick() {
        return stamped(new Cause.Tick(), last);
    }

    /** An entry of which nothing comes. */
    Then idle() {
        Stamped cause = new Stamped(at + 1, hash("chance " + world.next()), new Cause.Tick());
        Entry entry = new Entry(world.next(), cause, List.of(), List.of());
        return new Then(this, entry, new Given(Rules.apply(world, entry), at + 1, last));
    }

    Then stamped(Cause cause, Hash named) {
        Stamped asked = new Stamped(at + 1, hash("chance " + world.next()), cause);
        Entry entry = Rules.decide(world, asked, Air.PLACES);
        assertThat(Rules.decide(world, asked, Air.PLACES)).isEqualTo(entry);
        assertThat(entry.index()).isEqualTo(world.next());
        World after = Rules.apply(world, entry);
        assertThat(after.next()).isEqualTo(world.next() + 1);
        assertThat(after.at()).isEqualTo(at + 1);
        for (PartyId party : after.parties().all().keys()) assertInbox(entry, party, after);
        return new Then(this, entry, new Given(after, at + 1, named));
    }

    private void assertInbox(Entry entry, PartyId party, World after) {
        List<Long> numbers = entry.deliveries().stream()
                .filter(delivery -> delivery.to().equals(party))
                .map(Delivery::number)
                .toList();
        long count = world.inbox(party).count();
        assertThat(numbers).isEqualTo(numbers.isEmpty() ? List.of() : List.of(count + 1));
        assertThat(after.inbox(party).count()).isEqualTo(count + numbers.size());
    }

    /** The next note of a key's chain. */
    Note note(VerifierKey key, Command command) {
        return note(key, command, Status.ACTUAL);
    }

    Note note(VerifierKey key, Command command, Status status) {
        Chain chain = world.chain(key);
        Hash hash = hash(key.name() + " " + chain.next() + " " + command + " " + at);
        return note(hash, key, chain.next(), chain.head(), command, status);
    }

    /** A note at any place of a key's chain. */
    Note note(Hash hash, VerifierKey key, long seq, Hash prev, Command command, Status status) {
        Hash theatre = world.parties().theatre().map(t -> t.hash()).orElse(Hash.NONE);
        String type = command instanceof HallCommand.Found ? Rules.FOUNDING : "some.act";
        return new Note(hash, theatre, key, seq, prev, at, type, status, hash("envelope"), hash("details"));
    }
}
