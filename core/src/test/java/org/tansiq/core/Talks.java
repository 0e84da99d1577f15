package org.tansiq.core;

import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.PartyId;

/** Two declarations in one place and hour, and what their authors say to each other about it. */
record Talks(Given given, Hash alpha, Hash bravo) {
    static final long LATER = SOON + 2 * HOUR;

    static Talks of(Given open) {
        Given first = open.by(PLANNER_A, declare(at(HERE, from(SOON))));
        Given both = first.by(PLANNER_B, declare(at(HERE, from(SOON))));
        return new Talks(both, first.last(), both.last());
    }

    Talks with(Given now) {
        return new Talks(now, alpha, bravo);
    }

    ConflictView view(PartyId party) {
        return views(given, party).getFirst();
    }

    Hash conflict() {
        return view(ALPHA).conflict();
    }

    ThreadView thread(PartyId party) {
        return Disclosure.thread(given.world(), party, conflict()).orElseThrow();
    }

    long until() {
        return given.at() + HOUR;
    }

    /** Alpha or bravo offers its declaration as an envelope has it. */
    AirspaceCommand.Offer offer(PartyId by, Envelope envelope) {
        Hash own = by.equals(ALPHA) ? alpha : bravo;
        return new AirspaceCommand.Offer(
                conflict(),
                view(by).version(),
                amend(own, declaration(given, own).version(), envelope),
                until(),
                Optional.empty());
    }

    /** Alpha goes later by two hours. */
    AirspaceCommand.Offer later() {
        return offer(ALPHA, at(HERE, window(1, LATER)));
    }

    Talks offered() {
        return with(given.by(PLANNER_A, later()));
    }

    AirspaceCommand.Accept accept(PartyId by, Hash offer) {
        return new AirspaceCommand.Accept(conflict(), view(by).version(), offer, Optional.empty());
    }

    Hash standing() {
        return thread(ALPHA).offer().orElseThrow().offer();
    }

    /** What a party is told of threads by one act. */
    static List<ThreadView> told(Then then, PartyId party) {
        return then.told(party).stream()
                .flatMap(event -> event instanceof AirspaceEvent.ThreadTold told ? Stream.of(told.view()) : Stream.of())
                .toList();
    }
}
