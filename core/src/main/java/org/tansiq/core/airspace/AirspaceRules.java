package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.By;
import org.tansiq.core.Drawn;
import org.tansiq.core.Event;
import org.tansiq.core.HallRefusal;
import org.tansiq.core.Hash;
import org.tansiq.core.Refusal;
import org.tansiq.core.Status;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Role;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Terms;

/** What the room makes of what is asked of it. */
public final class AirspaceRules {
    /** How far from now a window may begin or end, in microseconds: 90 days. */
    public static final long HORIZON_MAX = 90L * 86_400 * Margins.MICROS;
    /** Windows that one declaration may ever have had. */
    public static final int WINDOWS_MAX = 10_000;
    /** Pairs of windows listed in all conflicts of one declaration with one other party. */
    public static final int MEETINGS_MAX = 1_000;
    /** Pairs of windows listed of one act. */
    static final int LISTED_MAX = 2_000;

    private final Airspace airspace;
    private final Terms terms;
    private final By by;
    private final Drawn drawn;
    private final Drafting drafting;

    private AirspaceRules(Airspace airspace, By by, Theirs theirs) {
        this.airspace = airspace;
        this.terms = theirs.terms();
        this.by = by;
        this.drawn = theirs.drawn();
        this.drafting = new Drafting(airspace, by, theirs);
    }

    /**
     * What the rooms above say to this one, what names what has no note of its own, which entry is being
     * made, and where places are.
     */
    public record Theirs(Parties parties, Terms terms, Drawn drawn, long entry, Gazetteer places) {}

    public static List<Event> decide(Airspace airspace, By by, AirspaceCommand asked, Theirs theirs) {
        Role role = by.key().role();
        if (role != Role.PLANNER && role != Role.DUTY_OFFICER) return new HallRefusal.NotYourRole(role).alone();
        AirspaceRules rules = new AirspaceRules(airspace, by, theirs);
        return switch (asked) {
            case AirspaceCommand.Declare a -> rules.declare(a);
            case AirspaceCommand.Amend a -> rules.amend(a);
            case AirspaceCommand.Activate a -> rules.activate(a.some(), a.because());
            case AirspaceCommand.End a -> rules.end(a.some());
            case AirspaceCommand.Withdraw a -> rules.withdraw(a.some());
            case AirspaceCommand.Widen a -> rules.widen(a);
            case AirspaceCommand.See a -> rules.see(a.conflict(), a.version());
            case AirspaceCommand.Offer a -> new Offering(airspace, by, theirs).offer(a);
            case AirspaceCommand.Accept a -> new Offering(airspace, by, theirs).accept(a);
            case AirspaceCommand.Decline a -> new Offering(airspace, by, theirs).decline(a);
            case AirspaceCommand.Ask a -> new Asking(airspace, by, theirs).ask(a);
        };
    }

    /**
     * What the clock brings about, one at a time: a budget that refills, what was withheld till then, an
     * offer that lapses.
     */
    public static List<Event> due(Airspace airspace, Theirs theirs, long at) {
        return Budget.due(airspace, theirs.terms(), at)
                .map(due -> {
                    Course course = course(airspace, theirs, due.holder().party(), at);
                    course.then(due.event());
                    if (due.event() instanceof AirspaceEvent.Lifted lifted)
                        course.meet(lifted.declaration()).tell(lifted.declaration());
                    return course.events();
                })
                .orElseGet(() -> lapsed(airspace, theirs, at));
    }

    private static List<Event> lapsed(Airspace airspace, Theirs theirs, long at) {
        return airspace.threads()
                .due(at)
                .map(offer -> course(airspace, theirs, offer.by(), at)
                        .settled(offer, Step.Kind.LAPSED, offer.by())
                        .talk(offer.conflict())
                        .events())
                .orElse(List.of());
    }

    private static Course course(Airspace airspace, Theirs theirs, PartyId by, long at) {
        return new Course(airspace, theirs.terms(), theirs.drawn(), by, at);
    }

    private List<Event> declare(AirspaceCommand.Declare declare) {
        Hash id = by.note().hash();
        if (id.briefIn(airspace.declared())) return new HallRefusal.BriefTaken(id.brief()).alone();
        Optional<Refusal> why = drafting.bars(declare);
        return why.isPresent() ? why.get().alone() : met(new AirspaceEvent.Declared(drafting.first(declare)), id);
    }

    private List<Event> amend(AirspaceCommand.Amend amend) {
        Optional<Refusal> why = drafting.bars(amend);
        return why.isPresent()
                ? why.get().alone()
                : met(new AirspaceEvent.Amended(drafting.next(amend)), amend.declaration());
    }

    private List<Event> widen(AirspaceCommand.Widen widen) {
        Optional<Refusal> why = drafting.bars(widen);
        if (why.isPresent()) return why.get().alone();
        return course().then(new AirspaceEvent.Widened(widen.declaration(), widen.to(), widen.level()))
                .tell(widen.declaration())
                .events();
    }

    private List<Event> met(AirspaceEvent said, Hash id) {
        return course().then(said)
                .charge(id)
                .meet(id)
                .tell(id)
                .alarm(id)
                .voided(id)
                .events();
    }

    private List<Event> activate(AirspaceCommand.Some some, Optional<String> because) {
        Optional<Refusal> why = bars(some, WindowState.DECLARED);
        if (why.isEmpty() && because.isEmpty()) why = unacknowledged(some);
        if (why.isPresent()) return why.get().alone();
        return course().then(new AirspaceEvent.Activated(some.declaration(), some.windows(), by.at(), because))
                .tell(some.declaration())
                .events();
    }

    private List<Event> end(AirspaceCommand.Some some) {
        Optional<Refusal> why = bars(some, WindowState.ACTIVATED);
        if (why.isPresent()) return why.get().alone();
        return less(new AirspaceEvent.Ended(some.declaration(), some.windows(), by.at()), some.declaration());
    }

    private List<Event> withdraw(AirspaceCommand.Some some) {
        Optional<Refusal> why = bars(some, WindowState.DECLARED);
        if (why.isPresent()) return why.get().alone();
        return less(new AirspaceEvent.Withdrawn(some.declaration(), some.windows(), by.at()), some.declaration());
    }

    // What was left out of a list may now have its place.
    private List<Event> less(AirspaceEvent over, Hash id) {
        boolean unlisted = airspace.crowds().has(id)
                || airspace.conflictsOf(id).stream()
                        .anyMatch(conflict -> conflict.finding().more());
        Course course = course().then(over);
        return (unlisted ? course.meet(id) : course).tell(id).events();
    }

    private List<Event> see(Hash id, int version) {
        Optional<Conflict> conflict = airspace.conflict(id).filter(c -> c.concerns(by.party()));
        if (conflict.isEmpty()) return new AirspaceRefusal.NoSuchConflict(id).alone();
        Status status =
                airspace.declaration(conflict.get().finding().a()).orElseThrow().status();
        if (status != by.note().status()) return new AirspaceRefusal.OtherStatus(status).alone();
        Side side = conflict.get().side(by.party());
        if (version != side.version()) return new AirspaceRefusal.VersionMoved(version, side.version()).alone();
        if (side.current()) return new AirspaceRefusal.AlreadySeen(version).alone();
        return course().then(new AirspaceEvent.Seen(id, by.party(), version))
                .tell(conflict.get())
                .events();
    }

    private Course course() {
        return new Course(airspace, terms, drawn, by.party(), by.at());
    }

    private Optional<Refusal> bars(AirspaceCommand.Some some, WindowState wanted) {
        Optional<Refusal> why = drafting.notMine(some.declaration(), some.version());
        if (why.isPresent()) return why;
        Declaration declared = airspace.declaration(some.declaration()).orElseThrow();
        for (int number : some.windows()) {
            Optional<DeclaredWindow> window = declared.windows().get(number);
            if (window.isEmpty()) return Optional.of(new AirspaceRefusal.NoSuchWindow(number));
            WindowState state = window.get().state(by.at());
            if (state != wanted) return Optional.of(new AirspaceRefusal.WindowIs(number, state));
        }
        return Optional.empty();
    }

    // Only where the terms of the two say so; what is over, or of other windows, hinders nobody.
    private Optional<Refusal> unacknowledged(AirspaceCommand.Some some) {
        List<Conflict> open = airspace.conflictsOf(some.declaration()).stream()
                .filter(conflict -> !conflict.side(by.party()).acknowledged() && refuses(conflict))
                .filter(conflict -> touches(conflict, some))
                .toList();
        // Over budget it has no name for some. They stand by the names of what others declared.
        List<Hash> known = open.stream()
                .filter(conflict -> conflict.side(by.party()).view().isPresent())
                .map(Conflict::id)
                .sorted()
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new AirspaceRefusal.Unacknowledged(known));
    }

    private boolean refuses(Conflict conflict) {
        return terms.between(conflict.a().party(), conflict.b().party(), Figure.ACTIVATION_RULE)
                        .value()
                == 1;
    }

    private boolean touches(Conflict conflict, AirspaceCommand.Some some) {
        boolean first = conflict.finding().a().equals(some.declaration());
        return (conflict.open(by.at()) && conflict.finding().more())
                || conflict.finding().pairs().stream()
                        .filter(pair -> !pair.over(by.at()))
                        .anyMatch(pair -> some.windows().contains(first ? pair.a() : pair.b()));
    }
}
