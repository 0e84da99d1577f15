package org.tansiq.core.airspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tansiq.core.By;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Refusal;
import org.tansiq.core.Table;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.places.Gazetteer;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Terms;
import org.tansiq.geometry.Window;

/** Versions of declarations, as somebody would say them now, and what keeps them from being said. */
public final class Drafting {
    private final Airspace airspace;
    private final Parties parties;
    private final Terms terms;
    private final Holder by;
    private final Source source;
    private final long at;
    private final Gazetteer places;

    Drafting(Airspace airspace, By by, AirspaceRules.Theirs theirs) {
        this(
                airspace,
                theirs,
                new Holder(by.party(), by.note().status()),
                new Source(by.note().hash(), theirs.entry()),
                by.at());
    }

    /** Of what somebody said before, as it would be said now. */
    Drafting(Airspace airspace, AirspaceRules.Theirs theirs, Holder by, Source source, long at) {
        this.airspace = airspace;
        this.parties = theirs.parties();
        this.terms = theirs.terms();
        this.by = by;
        this.source = source;
        this.at = at;
        this.places = theirs.places();
    }

    /**
     * The most that each other party could be told of a version, or of one that is opened further. Throws
     * {@link Malformed} for every other act.
     */
    public static Previewed preview(Airspace airspace, By by, AirspaceCommand asked, AirspaceRules.Theirs theirs) {
        Drafting drafting = new Drafting(airspace, by, theirs);
        Optional<Refusal> why = switch (asked) {
            case AirspaceCommand.Declare a -> drafting.bars(a);
            case AirspaceCommand.Amend a -> drafting.bars(a);
            case AirspaceCommand.Widen a -> drafting.bars(a);
            default -> throw new Malformed("type", asked.getClass().getSimpleName(), "declare, amend or widen");
        };
        if (why.isPresent()) return new Previewed.Barred(why.get());
        Declaration version = switch (asked) {
            case AirspaceCommand.Declare a -> drafting.first(a);
            case AirspaceCommand.Amend a -> drafting.next(a);
            case AirspaceCommand.Widen a -> drafting.known(a.declaration()).widened(a.to(), a.level());
            default -> throw new IllegalStateException("looked at before");
        };
        return new Previewed.Shown(version.charge(), drafting.previews(version));
    }

    private List<Preview> previews(Declaration version) {
        List<Preview> all = new ArrayList<>();
        Map<Margins, List<Pair>> pairs = new LinkedHashMap<>(); // Most parties have the same terms.
        for (PartyId party : parties.all().keys()) {
            if (party.equals(by.party())) continue;
            Margins margins = Margins.between(terms, by.party(), party);
            List<Pair> whole = pairs.computeIfAbsent(margins, _ -> Meetings.whole(version, margins, at));
            all.add(Views.most(version, party, margins, whole, at));
        }
        return all;
    }

    Optional<Refusal> bars(AirspaceCommand.Declare declare) {
        return unfit(declare.envelope());
    }

    /** A first version, which nothing bars. */
    Declaration first(AirspaceCommand.Declare declare) {
        Envelope envelope = declare.envelope();
        return version(source.note(), envelope, declare.details()).first(found(envelope.plan()));
    }

    Optional<Refusal> bars(AirspaceCommand.Amend amend) {
        Optional<Refusal> why = notMine(amend.declaration(), amend.version()).or(() -> unfit(amend.envelope()));
        return why.isPresent() ? why : version(amend).bars(known(amend.declaration()));
    }

    /** The version after another, which nothing bars. */
    Declaration next(AirspaceCommand.Amend amend) {
        return version(amend)
                .after(known(amend.declaration()), found(amend.envelope().plan()));
    }

    /** The same only to be compared: what its author alone would be told of it is not looked for. */
    Declaration compared(AirspaceCommand.Amend amend) {
        return version(amend).after(known(amend.declaration()), new Version.Found(List.of(), Optional.empty()));
    }

    Optional<Refusal> bars(AirspaceCommand.Widen widen) {
        Optional<Refusal> why = notMine(widen.declaration(), widen.version());
        if (why.isPresent()) return why;
        PartyId to = widen.to();
        if (!parties.accepted(to) || to.equals(by.party())) return Optional.of(new AirspaceRefusal.NoSuchOther(to));
        Level level = known(widen.declaration()).reach().of(to);
        return widen.level().compareTo(level) > 0
                ? Optional.empty()
                : Optional.of(new AirspaceRefusal.NotWider(to, level));
    }

    private Declaration known(Hash id) {
        return airspace.declaration(id).orElseThrow();
    }

    private Version version(AirspaceCommand.Amend amend) {
        return version(amend.declaration(), amend.envelope(), amend.details());
    }

    private Version version(Hash id, Envelope envelope, Details details) {
        Reach reach = new Reach(source, source, levels());
        Charge charge = new Budget(airspace, parties, terms, by, at).charge(envelope);
        return new Version(id, by, at, envelope, details, notice(), reach, charge);
    }

    // What the terms say of each other party.
    private Table<PartyId, Level> levels() {
        Table<PartyId, Level> levels = Table.empty();
        if (terms.widest(by.party(), Figure.DISCLOSURE_LEVEL) == 0) return levels;
        for (PartyId party : parties.all().keys()) {
            long agreed =
                    terms.between(by.party(), party, Figure.DISCLOSURE_LEVEL).value();
            if (agreed > 0 && !party.equals(by.party())) levels = levels.put(party, Level.of(agreed));
        }
        return levels;
    }

    // What another party declared, and what nobody did, have one answer.
    Optional<Refusal> notMine(Hash id, int version) {
        Optional<Declaration> declared =
                airspace.declaration(id).filter(d -> d.party().equals(by.party()));
        if (declared.isEmpty()) return Optional.of(new AirspaceRefusal.NoSuchDeclaration(id));
        if (declared.get().status() != by.status())
            return Optional.of(new AirspaceRefusal.OtherStatus(declared.get().status()));
        int current = declared.get().version();
        return version == current ? Optional.empty() : Optional.of(new AirspaceRefusal.VersionMoved(version, current));
    }

    private Optional<Refusal> unfit(Envelope envelope) {
        if (!parties.desk(by.party(), envelope.plan().desk()))
            return Optional.of(new PartyRefusal.NoSuchDesk(envelope.plan().desk()));
        for (int i = 0; i < envelope.windows().size(); i++) {
            Window window = envelope.windows().get(i).window();
            boolean ahead = window.from() <= at + AirspaceRules.HORIZON_MAX
                    && (window.until() == Window.OPEN_UNTIL || window.until() <= at + AirspaceRules.HORIZON_MAX);
            if (window.until() < at || window.from() < at - AirspaceRules.HORIZON_MAX || !ahead)
                return Optional.of(new AirspaceRefusal.OutOfTime(i + 1, window.from(), window.until()));
        }
        return Optional.empty();
    }

    private Version.Found found(Plan plan) {
        return new Version.Found(beyond(plan), Misplaced.of(places, plan));
    }

    private List<Integer> beyond(Plan plan) {
        Optional<Sky> sky = airspace.sky(); // What a party is shown of a world has none.
        List<Integer> beyond = new ArrayList<>();
        for (int i = 1; i <= plan.volumes().size() && sky.isPresent(); i++)
            if (!sky.get().covers(plan.volumes().get(i - 1))) beyond.add(i);
        return beyond;
    }

    /** The most notice, in microseconds, that any terms of this party ask for. */
    private long notice() {
        return Margins.MICROS * terms.widest(by.party(), Figure.MINIMUM_NOTICE_SECONDS);
    }
}
