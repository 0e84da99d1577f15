package org.tansiq.core;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Terms;
import org.tansiq.core.terms.TermsEvent;

/**
 * Everything that is so after some entries. It never changes; worlds share what is the same in both.
 *
 * <p>{@code next} is the index of the next entry, {@code at} when the last one was stamped, {@code rules} the
 * hash of the rules in force, {@code agreed} which parties' heads agreed to which rules that are not in force
 * yet. Chains stand under the points of their keys.
 */
public record World(
        long next,
        long at,
        Optional<Hash> rules,
        Table<PartyId, Hash> agreed,
        Parties parties,
        Terms terms,
        Airspace airspace,
        Table<Hash, Chain> chains,
        Table<PartyId, Inbox> inboxes) {

    /** Before entry 0. */
    public static final World EMPTY = new World(
            0,
            0,
            Optional.empty(),
            Table.empty(),
            Parties.NONE,
            Terms.NONE,
            Airspace.NONE,
            Table.empty(),
            Table.empty());

    public Chain chain(VerifierKey key) {
        return chains.get(key.point()).orElseGet(() -> Chain.of(key));
    }

    public Inbox inbox(PartyId party) {
        return inboxes.get(party).orElse(Inbox.EMPTY);
    }

    /** When a clock that a recorded act started runs out, in microseconds since 1970. */
    public OptionalLong nextDue() {
        return LongStream.concat(
                        LongStream.concat(parties.nextDue().stream(), terms.nextDue().stream()),
                        LongStream.concat(airspace.probing().nextDue().stream(), airspace.threads().nextDue().stream()))
                .min();
    }

    World after(Event event) {
        return switch (event) {
            case PartyEvent.Founded made -> with(parties.after(made), terms).with(Airspace.over(made.theatre()));
            case PartyEvent room -> with(parties.after(room), terms);
            case TermsEvent room -> with(parties, terms.after(room));
            case AirspaceEvent room -> with(airspace.after(room));
            case HallEvent hall -> after(hall);
        };
    }

    private World after(HallEvent event) {
        return switch (event) {
            case HallEvent.Refused _, HallEvent.Equivocated _, HallEvent.WorldHash _ -> this;
            case HallEvent.RulesAgreed by -> with(rules, agreed.put(by.party(), by.rules()));
            case HallEvent.RulesInForce now -> with(Optional.of(now.rules()), Table.empty());
        };
    }

    private World with(Parties after, Terms agreements) {
        return new World(next, at, rules, agreed, after, agreements, airspace, chains, inboxes);
    }

    private World with(Airspace after) {
        return new World(next, at, rules, agreed, parties, terms, after, chains, inboxes);
    }

    private World with(Optional<Hash> inForce, Table<PartyId, Hash> agreements) {
        return new World(next, at, inForce, agreements, parties, terms, airspace, chains, inboxes);
    }

    World with(Chain chain) {
        Table<Hash, Chain> after = chains.put(chain.key().point(), chain);
        return new World(next, at, rules, agreed, parties, terms, airspace, after, inboxes);
    }

    World told(Entry entry) {
        Table<PartyId, Inbox> after = inboxes;
        for (Delivery delivery : entry.deliveries())
            after = after.put(delivery.to(), inbox(delivery.to()).with(delivery.number(), entry.index()));
        return new World(entry.index() + 1, entry.cause().at(), rules, agreed, parties, terms, airspace, chains, after);
    }
}
