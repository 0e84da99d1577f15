package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Terms;

/**
 * What a version touches for the first time, by owner, and the alarms that come of it. An alarm counts the
 * owner's own declarations only, and is raised once a day for each kind and each party.
 */
final class Touches {
    /** So many touched on one day. */
    static final int MANY = 20;
    /** For less each than this part of a day's budget. */
    private static final int PART_OF_BUDGET = 10_000;
    /** So many that meet, or met, one declaration. */
    static final int AT_ONE = 10;
    /** What is called small: 10 km by 10 km, 1 km high, for an hour. */
    private static final long SMALL = 100 * VolumeTime.KM3_HOUR;
    /** One part in so many may have been activated. */
    private static final int ACTIVATED = 10;

    private final Airspace airspace;
    private final Declaration version;
    private final long at;
    private final Terms terms;
    private final List<AirspaceEvent> events = new ArrayList<>();

    Touches(Airspace airspace, Terms terms, Declaration version, long at) {
        this.airspace = airspace;
        this.version = version;
        this.at = at;
        this.terms = terms;
    }

    List<AirspaceEvent> of(List<Declaration> touched) {
        TreeMap<PartyId, List<Declaration>> byOwner = new TreeMap<>();
        for (Declaration one : touched)
            byOwner.computeIfAbsent(one.party(), _ -> new ArrayList<>()).add(one);
        byOwner.forEach(this::of);
        return events;
    }

    private void of(PartyId owner, List<Declaration> owned) {
        Probing.Touch touch = new Probing.Touch(owner, version.party());
        long cost = version.charge().cost();
        Touched now = airspace.probing().touched(touch, Account.day(at)).more(owned.size(), cost);
        events.add(new AirspaceEvent.Touching(touch, now));
        if (much(now, terms)) raise(touch, now, Alarm.MUCH_TOUCHED);
        for (Declaration one : owned) near(one, touch, now);
    }

    /** What asking has touched without declaring: by owner how often, and what that cost together. */
    static List<AirspaceEvent> asked(Airspace airspace, Terms terms, PartyId by, Map<PartyId, Asked> touched, long at) {
        List<AirspaceEvent> events = new ArrayList<>();
        touched.forEach((owner, asked) -> {
            Probing.Touch touch = new Probing.Touch(owner, by);
            Touched now = airspace.probing().touched(touch, Account.day(at)).more(asked.touches, asked.cost);
            events.add(new AirspaceEvent.Touching(touch, now));
            if (much(now, terms) && !now.alarms().contains(Alarm.MUCH_TOUCHED))
                events.add(new AirspaceEvent.Alarmed(owner, by, Alarm.MUCH_TOUCHED, now.touches()));
        });
        return events;
    }

    record Asked(int touches, long cost) {
        Asked more(long other) {
            return new Asked(touches + 1, VolumeTime.added(cost, other));
        }
    }

    private static boolean much(Touched now, Terms terms) {
        return now.touches() >= MANY && now.cost() / now.touches() < Budget.daily(terms) / PART_OF_BUDGET;
    }

    // Looked at with every tenth, for a declaration may have met thousands.
    private void near(Declaration own, Probing.Touch touch, Touched now) {
        if (airspace.ties(own.id()).conflicts().size() % AT_ONE != 0) return;
        int small = 0;
        int over = 0;
        double declared = 0;
        double activated = 0;
        for (Conflict conflict : airspace.conflictsOf(own.id())) {
            if (!conflict.concerns(touch.by())) continue;
            Declaration other = airspace.declaration(conflict.other(own.id())).orElseThrow();
            Side side = conflict.side(own.party());
            if (other.charge().cost() <= SMALL) small++;
            if (side.view().filter(view -> !view.open(at)).isEmpty()) continue;
            over++;
            declared += other.charge().cost();
            if (side.used()) activated += other.charge().cost();
        }
        if (small >= AT_ONE) raise(touch, now, Alarm.MANY_SMALL);
        if (over >= AT_ONE && activated * ACTIVATED < declared) raise(touch, now, Alarm.NEVER_ACTIVATED);
    }

    private void raise(Probing.Touch touch, Touched now, Alarm alarm) {
        boolean raised = now.alarms().contains(alarm)
                || events.stream()
                        .anyMatch(event -> event instanceof AirspaceEvent.Alarmed known
                                && known.to().equals(touch.owner())
                                && known.alarm() == alarm);
        if (!raised) events.add(new AirspaceEvent.Alarmed(touch.owner(), touch.by(), alarm, now.touches()));
    }
}
