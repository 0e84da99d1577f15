package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tansiq.core.Drawn;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.terms.Terms;

/** What comes of one act: its events so far, and the airspace after them. */
final class Course {
    private static final String CONFLICT = "conflict";

    private final List<Event> events = new ArrayList<>();
    private final Terms terms;
    private final Drawn drawn;
    private final long at;
    private final Airspace before;
    private Airspace after;
    private int names;

    Course(Airspace before, Terms terms, Drawn drawn, long at) {
        this.before = before;
        this.after = before;
        this.terms = terms;
        this.drawn = drawn;
        this.at = at;
    }

    List<Event> events() {
        return events;
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
        int room = AirspaceRules.MEETINGS_MAX;
        for (Meetings.Met met : found) {
            Optional<Conflict> known = after.between(id, met.other().id());
            int wanted = Math.min(room, met.pairs().size());
            int listed = Math.min(wanted, room(met.other(), known, wanted));
            if (listed == 0) crowd.add(answering(met.other()));
            if (listed > 0 || known.isPresent()) list(declaration, met, known, listed);
            room -= listed;
        }
        crowd(declaration, crowd);
        return this;
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
            if (conflict.open() && !met.contains(conflict.other(declaration.id())))
                then(new AirspaceEvent.Met(conflict.finding().with(List.of())));
    }

    // What was listed of these two gives its place to what is listed now. What is over takes none; it is
    // looked for only where the place runs out.
    private int room(Declaration other, Optional<Conflict> known, int wanted) {
        long listed = -known.map(conflict -> conflict.finding().pairs().stream()
                        .filter(pair -> !pair.over(at))
                        .count())
                .orElse(0L);
        if (after.ties(other.id()).listed() + listed + wanted <= AirspaceRules.MEETINGS_MAX) return wanted;
        for (Conflict conflict : after.conflictsOf(other.id()))
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
            for (AirspaceEvent.Told one : Views.told(after, conflict(known), at)) {
                told.add(one);
                after = after.after(one);
            }
        told.sort(Comparator.comparing(AirspaceEvent.Told::to).thenComparing(AirspaceEvent.Told::view, Views.SOONEST));
        events.addAll(told);
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
        Views.told(after, conflict(conflict.id()), at).forEach(this::then);
        return this;
    }
}
