package org.tansiq.core.airspace;

import java.util.ArrayList;
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
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Terms;
import org.tansiq.geometry.Window;

/** What the room makes of what is asked of it. */
public final class AirspaceRules {
    /** How far from now a window may begin or end, in microseconds: 90 days. */
    public static final long HORIZON_MAX = 90L * 86_400 * Margins.MICROS;
    /** Windows that one declaration may ever have had. */
    public static final int WINDOWS_MAX = 10_000;
    /** Pairs of windows listed in all conflicts of one declaration. */
    public static final int MEETINGS_MAX = 1_000;

    private final Airspace airspace;
    private final Parties parties;
    private final Terms terms;
    private final By by;
    private final Drawn drawn;

    private AirspaceRules(Airspace airspace, Parties parties, Terms terms, By by, Drawn drawn) {
        this.airspace = airspace;
        this.parties = parties;
        this.terms = terms;
        this.by = by;
        this.drawn = drawn;
    }

    /** What the rooms above say to this one, and what names what has no note of its own. */
    public record Theirs(Parties parties, Terms terms, Drawn drawn) {}

    public static List<Event> decide(Airspace airspace, By by, AirspaceCommand asked, Theirs theirs) {
        Role role = by.key().role();
        if (role != Role.PLANNER && role != Role.DUTY_OFFICER) return new HallRefusal.NotYourRole(role).alone();
        AirspaceRules rules = new AirspaceRules(airspace, theirs.parties(), theirs.terms(), by, theirs.drawn());
        return switch (asked) {
            case AirspaceCommand.Declare a -> rules.declare(a.envelope(), a.details());
            case AirspaceCommand.Amend a -> rules.amend(a);
            case AirspaceCommand.Activate a -> rules.activate(a.some(), a.because());
            case AirspaceCommand.End a -> rules.end(a.some());
            case AirspaceCommand.Withdraw a -> rules.withdraw(a.some());
            case AirspaceCommand.See a -> rules.see(a.conflict(), a.version());
        };
    }

    private List<Event> declare(Envelope envelope, Details details) {
        Hash id = by.note().hash();
        if (id.briefIn(airspace.declared())) return new HallRefusal.BriefTaken(id.brief()).alone();
        Optional<Refusal> why = unfit(envelope);
        if (why.isPresent()) return why.get().alone();
        Version version = new Version(id, by, envelope, details, notice());
        return met(new AirspaceEvent.Declared(version.first(beyond(envelope.plan()))), id);
    }

    private List<Event> amend(AirspaceCommand.Amend amend) {
        Hash id = amend.declaration();
        Optional<Refusal> why = notMine(id, amend.version()).or(() -> unfit(amend.envelope()));
        if (why.isPresent()) return why.get().alone();
        Declaration before = airspace.declaration(id).orElseThrow();
        Version version = new Version(id, by, amend.envelope(), amend.details(), notice());
        Optional<Refusal> windows = version.bars(before);
        if (windows.isPresent()) return windows.get().alone();
        Plan plan = amend.envelope().plan();
        return met(new AirspaceEvent.Amended(version.after(before, beyond(plan))), id);
    }

    private List<Event> met(AirspaceEvent said, Hash id) {
        return course().then(said).meet(id).tell(id).events();
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
        return new Course(airspace, terms, drawn, by.at());
    }

    // What another party declared, and what nobody did, have one answer.
    private Optional<Refusal> notMine(Hash id, int version) {
        Optional<Declaration> declared =
                airspace.declaration(id).filter(d -> d.party().equals(by.party()));
        if (declared.isEmpty()) return Optional.of(new AirspaceRefusal.NoSuchDeclaration(id));
        if (declared.get().status() != by.note().status())
            return Optional.of(new AirspaceRefusal.OtherStatus(declared.get().status()));
        int current = declared.get().version();
        return version == current ? Optional.empty() : Optional.of(new AirspaceRefusal.VersionMoved(version, current));
    }

    private Optional<Refusal> bars(AirspaceCommand.Some some, WindowState wanted) {
        Optional<Refusal> why = notMine(some.declaration(), some.version());
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
        List<Hash> open = airspace.conflictsOf(some.declaration()).stream()
                .filter(conflict -> !conflict.seenByBoth() && refuses(conflict))
                .filter(conflict -> touches(conflict, some))
                .map(Conflict::id)
                .sorted() // Conflicts stand by the names of what others declared.
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new AirspaceRefusal.Unacknowledged(open));
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

    private Optional<Refusal> unfit(Envelope envelope) {
        if (!parties.desk(by.party(), envelope.plan().desk()))
            return Optional.of(new PartyRefusal.NoSuchDesk(envelope.plan().desk()));
        for (int i = 0; i < envelope.windows().size(); i++) {
            Window window = envelope.windows().get(i).window();
            boolean ahead = window.from() <= by.at() + HORIZON_MAX
                    && (window.until() == Window.OPEN_UNTIL || window.until() <= by.at() + HORIZON_MAX);
            if (window.until() < by.at() || window.from() < by.at() - HORIZON_MAX || !ahead)
                return Optional.of(new AirspaceRefusal.OutOfTime(i + 1, window.from(), window.until()));
        }
        return Optional.empty();
    }

    private List<Integer> beyond(Plan plan) {
        Sky sky = airspace.sky().orElseThrow();
        List<Integer> beyond = new ArrayList<>();
        for (int i = 1; i <= plan.volumes().size(); i++)
            if (!sky.covers(plan.volumes().get(i - 1))) beyond.add(i);
        return beyond;
    }

    /** The most notice, in microseconds, that any terms of this party ask for. */
    private long notice() {
        return Margins.MICROS * terms.widest(by.party(), Figure.MINIMUM_NOTICE_SECONDS);
    }
}
