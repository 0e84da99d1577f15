package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.core.Hash;
import org.tansiq.core.party.PartyId;

/** What each side of a conflict is told of it. Nothing else makes a view. */
final class Views {
    /** Overlaps told of one declaration, the soonest; of what is beyond there is one line for each desk. */
    static final int CONFLICTS_SHOWN_MAX = 200;

    // By what the viewer sees, never by a name that it does not.
    private static final Comparator<Overlap> SHOWN = Comparator.<Overlap>comparingLong(
                    o -> o.window().from())
            .thenComparingLong(o -> o.window().until())
            .thenComparingInt(Overlap::own)
            .thenComparingDouble(o -> o.box().south())
            .thenComparingDouble(o -> o.box().west())
            .thenComparingDouble(o -> o.box().north())
            .thenComparingDouble(o -> o.box().east())
            .thenComparing(o -> o.band().toString())
            .thenComparing(Overlap::verdict)
            .thenComparing(Overlap::touching)
            .thenComparing(Overlap::late)
            .thenComparing(Overlap::activated);

    /**
     * The soonest view first, and before it what has nothing left: of two that their reader cannot tell apart
     * the names decide, which chance draws.
     */
    static final Comparator<ConflictView> SOONEST = Comparator.<ConflictView>comparingLong(
                    view -> view.overlaps().isEmpty() ? Long.MIN_VALUE : view.begins())
            .thenComparing(ConflictView::declaration)
            .thenComparing(ConflictView::desk)
            .thenComparing(ConflictView::overlaps, Views::inOrder)
            .thenComparing(ConflictView::more)
            .thenComparing(view -> view.other().map(Revealed::level).orElse(Level.OVERLAP))
            .thenComparingInt(ConflictView::version)
            .thenComparing(view -> view.standing().seen())
            .thenComparing(view -> view.standing().seenByOther())
            .thenComparing(view -> view.standing().unacknowledged())
            .thenComparing(ConflictView::conflict);

    private final Airspace airspace;
    private final Conflict conflict;
    private final Declaration own;
    private final Declaration other;
    private final PartyId by;
    private final boolean past;
    private final long at;

    private Views(Airspace airspace, Conflict conflict, Hash own, PartyId by, boolean past, long at) {
        this.by = by;
        this.past = past;
        this.airspace = airspace;
        this.conflict = conflict;
        this.own = airspace.declaration(own).orElseThrow();
        this.other = airspace.declaration(conflict.other(own)).orElseThrow();
        this.at = at;
    }

    /**
     * What both sides are told now by an act of one, where it differs from what they were told before; {@code
     * past}: before it all that met was over.
     */
    static List<AirspaceEvent.Told> told(Airspace airspace, Conflict conflict, PartyId by, boolean past, long at) {
        Views a = new Views(airspace, conflict, conflict.finding().a(), by, past, at);
        Views b = new Views(airspace, conflict, conflict.finding().b(), by, past, at);
        ConflictView ofA = a.numbered();
        ConflictView ofB = b.numbered();
        boolean seenByA = a.seen(ofA, b.moved(ofB));
        boolean seenByB = b.seen(ofB, a.moved(ofA));
        List<AirspaceEvent.Told> told = new ArrayList<>();
        a.told(ofA, seenByA, seenByB || a.seenBefore(ofA, b.moved(ofB))).ifPresent(told::add);
        b.told(ofB, seenByB, seenByA || b.seenBefore(ofB, a.moved(ofA))).ifPresent(told::add);
        return told;
    }

    /** What one side would be told if there were room for everything, beside what it knows of it. */
    static ConflictView whole(Airspace airspace, Conflict conflict, Hash own, long at) {
        Views views = new Views(airspace, conflict, own, conflict.a().party(), /* past= */ false, at);
        List<Overlap> all = views.all();
        ConflictView.Standing standing =
                views.side().view().map(ConflictView::standing).orElse(ConflictView.Standing.NEW);
        return views.view(all, all.size()).as(views.side().version(), standing);
    }

    /** What one side would be told of a conflict as it would be, with room for all that may be shown. */
    static Outlook outlook(Airspace airspace, Conflict conflict, Hash own, long at) {
        Views views = new Views(airspace, conflict, own, conflict.a().party(), /* past= */ false, at);
        ConflictView view = views.view(views.all(), CONFLICTS_SHOWN_MAX);
        return new Outlook(view.overlaps(), view.more());
    }

    private static int inOrder(List<Overlap> one, List<Overlap> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int side = SHOWN.compare(one.get(i), other.get(i));
            if (side != 0) return side;
        }
        return Integer.compare(one.size(), other.size());
    }

    /**
     * The view under its number: a new one where the picture has moved. What is over moves nothing and stays
     * as long: gone with the next act, it would tell of that act.
     */
    private ConflictView numbered() {
        List<Overlap> all = all();
        ConflictView now = view(all, room(all.size()));
        return side().view()
                .flatMap(before -> before.still(now, at, own.party().equals(by)))
                .orElseGet(() -> now.as(side().version() + 1, ConflictView.Standing.NEW));
    }

    // Of what it has no view yet an author over budget gets the desk alone.
    private boolean blind() {
        return own.charge().withheld() && side().view().isEmpty();
    }

    // What is over clears for an author over budget with an act of its own: with another's it would tell of
    // that act, for nothing that it was told has an end.
    private boolean waits(ConflictView now) {
        boolean desk = side().view().filter(ConflictView::nowhere).isPresent();
        return desk && past && now.cleared() && !own.party().equals(by);
    }

    private boolean moved(ConflictView now) {
        return now.version() != side().version() && !blind() && !waits(now);
    }

    // Whoever moves the other's picture has to see it again, also where its own stays.
    private boolean seen(ConflictView now, boolean otherMoved) {
        return side().seen() == now.version() && !(otherMoved && by.equals(own.party()));
    }

    // The other side may have moved its own picture since, and seen that or not: where this one stays, or its
    // reader has moved it alone, it knows nothing of that.
    private boolean seenBefore(ConflictView now, boolean otherMoved) {
        boolean stays = !moved(now) || (by.equals(own.party()) && !otherMoved);
        return stays
                && side().view()
                        .filter(before -> before.standing().seenByOther())
                        .isPresent();
    }

    private Side side() {
        return conflict.side(own.party());
    }

    private Optional<AirspaceEvent.Told> told(ConflictView now, boolean seen, boolean seenByOther) {
        if (blind() || waits(now)) return Optional.empty();
        boolean unacknowledged = !(seen && seenByOther) && active(now);
        ConflictView view = now.as(now.version(), new ConflictView.Standing(seen, seenByOther, unacknowledged));
        return side().view().equals(Optional.of(view))
                ? Optional.empty()
                : Optional.of(new AirspaceEvent.Told(own.party(), view));
    }

    private boolean active(ConflictView view) {
        boolean listed = view.overlaps().stream().anyMatch(o -> o.activated() || active(own, o.own()));
        return listed || (view.more() && pairs().anyMatch(pair -> active(own, pair.a()) || active(other, pair.b())));
    }

    private List<Overlap> all() {
        return pairs().map(this::overlap).sorted(SHOWN).toList();
    }

    private ConflictView view(List<Overlap> all, int most) {
        List<Overlap> shown = new ArrayList<>();
        for (Overlap overlap : all.subList(0, Math.min(all.size(), most)))
            shown.add(overlap.numbered(shown.size() + 1));
        boolean more = conflict.finding().more() || shown.size() < all.size();
        Answering desk = new Answering(other.party(), other.plan().desk());
        Margins margins = conflict.finding().margins();
        Optional<Revealed> reveals =
                shown.isEmpty() ? Optional.empty() : other.reach().to(own.party(), other.id(), other.misplaced());
        return new ConflictView(
                conflict.id(), own.id(), 0, desk, margins, shown, more, reveals, ConflictView.Standing.NEW);
    }

    // What is not over, this side's window first.
    private Stream<Pair> pairs() {
        Stream<Pair> pairs = conflict.finding().pairs().stream().filter(pair -> !pair.over(at));
        return conflict.finding().a().equals(own.id()) ? pairs : pairs.map(Pair::turned);
    }

    private Overlap overlap(Pair pair) {
        return overlap(pair, conflict.finding().margins(), other);
    }

    private static Overlap overlap(Pair pair, Margins margins, Declaration other) {
        DeclaredWindow theirs = other.windows().get(pair.b()).orElseThrow();
        var window = Rounding.window(pair.window());
        return new Overlap(
                0,
                pair.a(),
                pair.verdict(),
                pair.touching(),
                Rounding.box(pair.box()),
                Rounding.band(pair.band()),
                window,
                margins.late(window.from(), theirs.said()),
                active(other, pair.b()));
    }

    /** The most that a party could be told of a declaration, by {@link Meetings#whole}. */
    static Preview most(Declaration declaration, PartyId to, Margins margins, List<Pair> pairs, long at) {
        List<Overlap> all = pairs.stream()
                .map(pair -> overlap(pair, margins, declaration).numbered(pair.b()))
                .sorted(SHOWN)
                .toList();
        Level level = declaration.reach().of(to);
        boolean envelope = level != Level.OVERLAP;
        return new Preview(
                to,
                level,
                new Answering(declaration.party(), declaration.plan().desk()),
                all.subList(0, Math.min(all.size(), CONFLICTS_SHOWN_MAX)),
                all.size() > CONFLICTS_SHOWN_MAX,
                envelope ? Optional.of(declaration.envelope(at)) : Optional.empty(),
                envelope ? declaration.misplaced() : Optional.empty(),
                level == Level.FULL ? Optional.of(declaration.details()) : Optional.empty());
    }

    private static boolean active(Declaration declaration, int window) {
        return declaration.windows().get(window).orElseThrow().recorded() == WindowState.ACTIVATED;
    }

    // What was told of other conflicts and is not over takes its place first; it is counted where the place
    // runs out.
    private int room(int wanted) {
        if (own.charge().withheld()) return 0;
        int others = airspace.ties(own.id()).told() - side().told();
        if (others + wanted <= CONFLICTS_SHOWN_MAX) return wanted;
        long taken = 0;
        for (Conflict told : airspace.conflictsOf(own.id()))
            if (!told.id().equals(conflict.id()))
                taken += told.side(own.party()).view().stream()
                        .flatMap(view -> view.overlaps().stream())
                        .filter(overlap -> overlap.window().until() >= at)
                        .count();
        return (int) Math.max(0, CONFLICTS_SHOWN_MAX - taken);
    }
}
