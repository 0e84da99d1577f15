package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tansiq.core.Drawn;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Terms;

/** What comes of one act: its events so far, and the airspace after them. */
final class Course {
    private static final String CONFLICT = "conflict";

    private final List<Event> events = new ArrayList<>();
    private final Terms terms;
    private final Drawn drawn;
    private PartyId by;
    private final long at;
    private final Airspace before;
    private Airspace after;
    private final List<Declaration> touched = new ArrayList<>();
    private int names;

    Course(Airspace before, Terms terms, Drawn drawn, PartyId by, long at) {
        this.by = by;
        this.before = before;
        this.after = before;
        this.terms = terms;
        this.drawn = drawn;
        this.at = at;
    }

    List<Event> events() {
        return events;
    }

    /** What comes now is another party's act. */
    Course as(PartyId party) {
        by = party;
        return this;
    }

    Course then(AirspaceEvent event) {
        events.add(event);
        after = after.after(event);
        return this;
    }

    /** Finds anew what a version meets, the soonest first, as much as may be listed. */
    Course meet(Hash id) {
        Declaration declaration = after.declaration(id).orElseThrow();
        List<Meetings.Met> found = Meetings.ofOthers(after, terms, declaration, at);
        clear(declaration, found);
        TreeSet<Answering> crowd = new TreeSet<>();
        TreeMap<PartyId, Integer> taken = new TreeMap<>();
        int room = AirspaceRules.LISTED_MAX;
        for (Meetings.Met one : found) {
            Optional<Conflict> known = after.between(id, one.other().id());
            Meetings.Met met =
                    known.map(conflict -> with(one, ending(conflict, id))).orElse(one);
            PartyId party = met.other().party();
            int left = Math.min(room, AirspaceRules.MEETINGS_MAX - taken.getOrDefault(party, 0));
            int wanted = Math.min(left, met.pairs().size());
            int listed = Math.min(wanted, room(declaration, met.other(), known, wanted));
            if (listed == 0) crowd.add(answering(met.other()));
            if (listed > 0 || known.isPresent()) list(declaration, met, known, listed);
            taken.merge(party, listed, Integer::sum);
            room -= listed;
        }
        crowd(declaration, crowd);
        return this;
    }

    // What has ended is not found again, but neither side is told before the rounded end: till then it stays.
    private List<Pair> ending(Conflict conflict, Hash id) {
        return conflict.finding().pairs().stream()
                .filter(pair -> pair.window().until() < at && !pair.over(at))
                .map(pair -> conflict.finding().a().equals(id) ? pair : pair.turned())
                .toList();
    }

    private static Meetings.Met with(Meetings.Met met, List<Pair> ending) {
        if (ending.isEmpty()) return met;
        List<Pair> pairs = new ArrayList<>(met.pairs());
        for (Pair pair : ending)
            if (pairs.stream().noneMatch(found -> found.a() == pair.a() && found.b() == pair.b())) pairs.add(pair);
        pairs.sort(Pair.SOONEST);
        return new Meetings.Met(met.other(), met.margins(), pairs);
    }

    // Its author has nothing of the version before; whoever else was told stays so, for a desk told again
    // would count what its author says.
    private void crowd(Declaration declaration, SortedSet<Answering> crowd) {
        Hash id = declaration.id();
        boolean sameDesk = before.declaration(id)
                .filter(was -> answering(was).equals(answering(declaration)))
                .isPresent();
        List<Answering> told = sameDesk ? before.crowds().get(id).orElse(List.of()) : List.of();
        crowd.removeAll(after.crowds().get(id).orElse(List.of()));
        for (Answering desk : crowd) {
            then(new AirspaceEvent.Crowded(declaration.party(), Optional.of(id), desk));
            if (!told.contains(desk))
                then(new AirspaceEvent.Crowded(desk.party(), Optional.empty(), answering(declaration)));
        }
    }

    /** Tells everybody where a version of this moment is beyond its party's budget. */
    Course charge(Hash id) {
        Declaration version = after.declaration(id).orElseThrow();
        return charge(version.holder(), version.charge());
    }

    /** Tells everybody where what is said this moment is beyond a budget. */
    Course charge(Holder holder, Charge charge) {
        Budget.exceeded(holder, charge, before.probing(), at).ifPresent(this::then);
        return this;
    }

    // What was declared this moment has no conflicts that anybody knew of.
    private boolean declaresOnly() {
        return events.size() == 1 && events.getFirst() instanceof AirspaceEvent.Declared;
    }

    // First of all, so that what is met no more takes no place.
    private void clear(Declaration declaration, List<Meetings.Met> found) {
        if (declaresOnly()) return;
        TreeSet<Hash> met = new TreeSet<>();
        for (Meetings.Met one : found) met.add(one.other().id());
        for (Conflict conflict : after.conflictsOf(declaration.id()))
            if (conflict.open() && !met.contains(conflict.other(declaration.id()))) clear(conflict, declaration.id());
    }

    private void clear(Conflict conflict, Hash id) {
        boolean first = conflict.finding().a().equals(id);
        List<Pair> ending = ending(conflict, id).stream()
                .map(pair -> first ? pair : pair.turned())
                .toList();
        Finding left = conflict.finding().with(ending);
        if (!left.equals(conflict.finding())) then(new AirspaceEvent.Met(left));
    }

    // What was listed of these two gives its place to what is listed now. What is over takes none, nor what
    // a third party declared, which the two must not learn of; it is looked at only where the place runs out.
    private int room(Declaration declaration, Declaration other, Optional<Conflict> known, int wanted) {
        long listed = -known.map(conflict -> conflict.finding().pairs().stream()
                        .filter(pair -> !pair.over(at))
                        .count())
                .orElse(0L);
        if (after.ties(other.id()).listed() + listed + wanted <= AirspaceRules.MEETINGS_MAX) return wanted;
        for (Conflict conflict : after.conflictsOf(other.id()))
            if (conflict.concerns(declaration.party()))
                listed += conflict.finding().pairs().stream()
                        .filter(pair -> !pair.over(at))
                        .count();
        return (int) Math.max(0, AirspaceRules.MEETINGS_MAX - listed);
    }

    private void list(Declaration declaration, Meetings.Met met, Optional<Conflict> known, int listed) {
        boolean first = declaration.id().compareTo(met.other().id()) < 0;
        List<Pair> pairs = met.pairs().subList(0, listed);
        Finding finding = new Finding(
                known.map(Conflict::id).orElseGet(() -> drawn.name(CONFLICT, names++)),
                first ? declaration.id() : met.other().id(),
                first ? met.other().id() : declaration.id(),
                met.margins(),
                first ? pairs : pairs.stream().map(Pair::turned).toList(),
                listed < met.pairs().size());
        if (!known.map(Conflict::finding).equals(Optional.of(finding))) then(new AirspaceEvent.Met(finding));
        if (known.isEmpty()) touched.add(met.other());
    }

    private static Answering answering(Declaration declaration) {
        return new Answering(declaration.party(), declaration.plan().desk());
    }

    /**
     * Tells both sides of every conflict of a declaration what has moved for them. Who has its place first,
     * and what stands where in a delivery, is as its reader sees it: exact times, and the names of what
     * others declared, would show in another order.
     */
    Course tell(Hash id) {
        if (declaresOnly()) return this;
        List<AirspaceEvent.Told> told = new ArrayList<>();
        for (Hash known : soonest(id))
            for (AirspaceEvent.Told one : told(known)) {
                told.add(one);
                after = after.after(one);
            }
        told.sort(Comparator.comparing(AirspaceEvent.Told::to).thenComparing(AirspaceEvent.Told::view, Views.SOONEST));
        List<AirspaceEvent.ThreadTold> threads =
                told.stream().flatMap(this::newly).toList();
        events.addAll(told);
        withhold(id);
        threads.forEach(this::then);
        return this;
    }

    // Who had no view of a conflict was told nothing of its thread either.
    private Stream<AirspaceEvent.ThreadTold> newly(AirspaceEvent.Told told) {
        Hash id = told.view().conflict();
        boolean before = this.before
                .conflict(id)
                .filter(known -> known.side(told.to()).view().isPresent())
                .isPresent();
        if (before || after.threads().of(id).isEmpty()) return Stream.empty();
        return after
                .thread(conflict(id), told.to())
                .map(view -> new AirspaceEvent.ThreadTold(told.to(), view))
                .stream();
    }

    /** Tells both sides of a conflict how its thread stands. */
    Course talk(Hash id) {
        Conflict conflict = conflict(id);
        for (PartyId party : List.of(conflict.a().party(), conflict.b().party()))
            after.thread(conflict, party).ifPresent(view -> then(new AirspaceEvent.ThreadTold(party, view)));
        return this;
    }

    /** What is offered about a declaration that was amended otherwise stands no more, wherever it meets. */
    Course voided(Hash id) {
        if (after.threads().due().size() == 0) return this;
        after.conflictsOf(id).stream()
                .flatMap(conflict -> after.threads().of(conflict.id()).stream())
                .flatMap(thread -> thread.standing().stream())
                .sorted(Comparator.comparing(Offer::conflict)) // Which chance has named.
                .forEach(offer -> settled(offer, Step.Kind.VOIDED, by).talk(offer.conflict()));
        return this;
    }

    Course settled(Offer offer, Step.Kind kind, PartyId whose) {
        return then(new AirspaceEvent.Settled(offer.conflict(), new Step(kind, whose, offer.id(), at)));
    }

    // Over budget an author has no view of what it did not know before: a desk to call, once for each.
    private void withhold(Hash id) {
        TreeMap<Hash, TreeSet<Answering>> calls = new TreeMap<>();
        for (Conflict conflict : after.conflictsOf(id))
            for (Hash one : List.of(id, conflict.other(id))) {
                Declaration own = after.declaration(one).orElseThrow();
                boolean blind = own.charge().withheld()
                        && conflict.side(own.party()).view().isEmpty();
                if (blind && conflict.open(at))
                    calls.computeIfAbsent(one, _ -> new TreeSet<>())
                            .add(answering(
                                    after.declaration(conflict.other(one)).orElseThrow()));
            }
        calls.forEach((one, desks) -> {
            desks.removeAll(after.crowds().get(one).orElse(List.of()));
            PartyId author = after.declaration(one).orElseThrow().party();
            for (Answering desk : desks) then(new AirspaceEvent.Crowded(author, Optional.of(one), desk));
        });
    }

    /** Counts whom this act has touched, and warns those who should look at it. */
    Course alarm(Hash id) {
        if (!touched.isEmpty())
            new Touches(after, terms, after.declaration(id).orElseThrow(), at)
                    .of(touched)
                    .forEach(this::then);
        touched.clear();
        return this;
    }

    private List<Hash> soonest(Hash id) {
        List<Conflict> all = after.conflictsOf(id);
        if (all.size() < 2) return all.stream().map(Conflict::id).toList();
        return all.stream()
                .map(conflict -> Views.whole(after, conflict, id, at))
                .sorted(Views.SOONEST)
                .map(ConflictView::conflict)
                .toList();
    }

    private Conflict conflict(Hash id) {
        return after.conflict(id).orElseThrow();
    }

    Course tell(Conflict conflict) {
        told(conflict.id()).forEach(this::then);
        return this;
    }

    private List<AirspaceEvent.Told> told(Hash id) {
        boolean past = before.conflict(id).filter(was -> was.past(at)).isPresent();
        return Views.told(after, conflict(id), by, past, at);
    }
}
