package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.tansiq.core.By;
import org.tansiq.core.Event;
import org.tansiq.core.Refusal;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;

/** What the room answers whoever asks for a way out of a conflict. */
final class Asking {
    /** Volumes times windows that are compared anew for one change; what holds more is not offered it. */
    static final int HELD_MAX = 300;

    private final Airspace airspace;
    private final AirspaceRules.Theirs theirs;
    private final By by;
    private final Drafting drafting;
    private final Talking talking;
    private final TreeMap<PartyId, Touches.Asked> touched = new TreeMap<>();

    Asking(Airspace airspace, By by, AirspaceRules.Theirs theirs) {
        this.airspace = airspace;
        this.theirs = theirs;
        this.by = by;
        this.drafting = new Drafting(airspace, by, theirs);
        this.talking = new Talking(airspace, by);
    }

    /** A change that can be said, as a version of its own; only those are looked at and paid for. */
    private record Candidate(Change change, Optional<Declaration> version, long cost) {}

    List<Event> ask(AirspaceCommand.Ask asked) {
        Optional<Refusal> why = talking.bars(asked.conflict(), asked.version());
        if (why.isEmpty()) why = answered(asked);
        if (why.isPresent()) return why.get().alone();
        Conflict conflict = talking.conflict(asked.conflict());
        Declaration own = airspace.declaration(talking.own(conflict)).orElseThrow();
        List<Candidate> candidates = candidates(own, conflict);
        long cost = candidates.stream()
                .flatMap(c -> c.version.stream())
                .mapToLong(v -> v.charge().cost())
                .reduce(0, VolumeTime::added);
        Budget budget = new Budget(airspace, theirs.parties(), theirs.terms(), own.holder(), by.at());
        Charge charge = budget.charge(cost);
        Course course = new Course(airspace, theirs.terms(), theirs.drawn(), by.party(), by.at());
        Ways ways = new Ways(asked.version(), charge.withheld(), charge.withheld() ? List.of() : ways(candidates));
        course.then(new AirspaceEvent.Answered(asked.conflict(), by.party(), ways));
        if (!charge.withheld())
            course.then(new AirspaceEvent.Spent(own.holder(), Account.day(by.at()), charge.spent()));
        Touches.asked(airspace, theirs.terms(), by.party(), touched, by.at()).forEach(course::then);
        return course.events();
    }

    // Who was over budget had no answer.
    private Optional<Refusal> answered(AirspaceCommand.Ask asked) {
        return airspace.thread(talking.conflict(asked.conflict()), by.party())
                .flatMap(ThreadView::ways)
                .filter(ways -> ways.version() == asked.version() && !ways.withheld())
                .map(ways -> new AirspaceRefusal.AlreadyAsked(ways.version()));
    }

    private List<Candidate> candidates(Declaration own, Conflict conflict) {
        Changes changes = new Changes(own, conflict.side(by.party()).view().orElseThrow(), by.at());
        List<Candidate> candidates = new ArrayList<>();
        for (Change change : Change.ALL) {
            Optional<Changes.Changed> changed = changes.with(change);
            long weight = weight(change, changed, conflict);
            candidates.add(new Candidate(change, changed.flatMap(c -> version(own, c)), weight));
        }
        return candidates;
    }

    private Optional<Declaration> version(Declaration own, Changes.Changed changed) {
        AirspaceCommand.Amend amend =
                new AirspaceCommand.Amend(own.id(), own.version(), changed.envelope(), own.details());
        long held = (long) changed.windows().size()
                * changed.envelope().plan().volumes().size();
        if (held > HELD_MAX || drafting.bars(amend).isPresent()) return Optional.empty();
        return Optional.of(drafting.compared(amend).only(changed.windows()));
    }

    private long weight(Change change, Optional<Changes.Changed> changed, Conflict conflict) {
        if (change.kind().ofTime()) return change.amount() * between(conflict, Figure.CHANGE_MINUTE_WEIGHT);
        if (change.kind().ofHeight()) return change.amount() * between(conflict, Figure.CHANGE_METRE_WEIGHT);
        return changed.map(Changes.Changed::km2).orElse(0L) * between(conflict, Figure.CHANGE_KM2_WEIGHT);
    }

    private long between(Conflict conflict, Figure figure) {
        return theirs.terms()
                .between(conflict.a().party(), conflict.b().party(), figure)
                .value();
    }

    private List<Way> ways(List<Candidate> candidates) {
        List<Way> ways = new ArrayList<>();
        for (Candidate one : candidates)
            ways.add(new Way(one.change, one.version.map(this::fit).orElse(Way.Fit.UNFIT), one.cost));
        return ways;
    }

    // Each counts once for every owner of something that it meets.
    private Way.Fit fit(Declaration version) {
        SortedSet<PartyId> owners = Meetings.owners(airspace, theirs.terms(), version, by.at());
        for (PartyId owner : owners)
            touched.merge(owner, new Touches.Asked(1, version.charge().cost()), (known, one) -> known.more(one.cost()));
        return owners.isEmpty() ? Way.Fit.FREE : Way.Fit.MEETS;
    }
}
