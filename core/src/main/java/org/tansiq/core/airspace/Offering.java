package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tansiq.core.By;
import org.tansiq.core.Event;
import org.tansiq.core.Hash;
import org.tansiq.core.Refusal;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Window;

/** What the room makes of offers and answers. */
final class Offering {
    private final Airspace airspace;
    private final AirspaceRules.Theirs theirs;
    private final By by;
    private final Drafting drafting;
    private final Talking talking;

    Offering(Airspace airspace, By by, AirspaceRules.Theirs theirs) {
        this.airspace = airspace;
        this.theirs = theirs;
        this.by = by;
        this.drafting = new Drafting(airspace, by, theirs);
        this.talking = new Talking(airspace, by);
    }

    List<Event> offer(AirspaceCommand.Offer asked) {
        Optional<Refusal> why = talking.bars(asked.conflict(), asked.version())
                .or(() -> bars(asked.conflict(), asked.amend()))
                .or(() -> untimely(asked.until()));
        if (why.isPresent()) return why.get().alone();
        Declaration version = drafting.next(asked.amend());
        Conflict conflict = talking.conflict(asked.conflict());
        Offer offer = offer(asked, version, conflict);
        Course course = course().then(new AirspaceEvent.Offered(offer, by.at()))
                .then(new AirspaceEvent.Spent(
                        version.holder(), Account.day(by.at()), version.charge().spent()))
                .charge(version.holder(), version.charge())
                .talk(asked.conflict());
        boolean meets = !left(version, conflict, conflict.finding().a()).clear();
        if (meets) touch(course, conflict, version.charge().cost());
        return course.events();
    }

    // It is looked at as any version is, and so the other side's owner is told that it was.
    private void touch(Course course, Conflict conflict, long cost) {
        TreeMap<PartyId, Touches.Asked> touched = new TreeMap<>();
        touched.put(other(conflict).party(), new Touches.Asked(1, cost));
        Touches.asked(airspace, theirs.terms(), by.party(), touched, by.at()).forEach(course::then);
    }

    private Offer offer(AirspaceCommand.Offer asked, Declaration version, Conflict conflict) {
        Declaration other = airspace.declaration(conflict.other(version.id())).orElseThrow();
        return new Offer(
                asked.conflict(),
                by.party(),
                asked.version(),
                conflict.side(other.party()).version(),
                asked.amend(),
                asked.until(),
                asked.asks(),
                outlook(version, conflict, version, asked.version()),
                outlook(version, conflict, other, conflict.side(other.party()).version()),
                version.charge(),
                new Source(by.note().hash(), theirs.entry()));
    }

    // Over budget, or without a view of the conflict, nothing is told of it.
    private Optional<Outlook> outlook(Declaration version, Conflict conflict, Declaration viewer, int seen) {
        return viewer.charge().withheld() || seen == 0
                ? Optional.empty()
                : Optional.of(left(version, conflict, viewer.id()));
    }

    private Outlook left(Declaration version, Conflict conflict, Hash viewer) {
        Hash other = conflict.other(version.id());
        boolean first = conflict.finding().a().equals(version.id());
        Optional<Meetings.Met> met = Meetings.of(airspace, theirs.terms(), version, other, by.at());
        List<Pair> pairs = met.map(Meetings.Met::pairs).orElse(List.of());
        List<Pair> listed = pairs.subList(0, Math.min(pairs.size(), AirspaceRules.MEETINGS_MAX));
        Finding finding = new Finding(
                conflict.id(),
                conflict.finding().a(),
                conflict.finding().b(),
                met.map(Meetings.Met::margins).orElse(conflict.finding().margins()),
                first ? listed : listed.stream().map(Pair::turned).toList(),
                listed.size() < pairs.size());
        return Views.outlook(airspace.with(version), conflict.with(finding), viewer, by.at());
    }

    private Optional<Refusal> bars(Hash id, AirspaceCommand.Amend amend) {
        return talking.own(talking.conflict(id)).equals(amend.declaration())
                ? drafting.bars(amend)
                : Optional.of(new AirspaceRefusal.NoSuchDeclaration(amend.declaration()));
    }

    private Optional<Refusal> untimely(long until) {
        return until > by.at() && until <= by.at() + AirspaceRules.HORIZON_MAX
                ? Optional.empty()
                : Optional.of(new AirspaceRefusal.Untimely(until));
    }

    List<Event> accept(AirspaceCommand.Accept asked) {
        Optional<Refusal> why = talking.bars(asked.conflict(), asked.version())
                .or(() -> talking.stands(asked.conflict(), asked.offer()))
                .or(() -> asked.amend().flatMap(amend -> bars(asked.conflict(), amend)));
        if (why.isPresent()) return why.get().alone();
        Offer offer =
                airspace.threads().of(asked.conflict()).orElseThrow().standing().orElseThrow();
        if (offer.by().equals(by.party())) return new AirspaceRefusal.OwnOffer(offer.id()).alone();
        Holder holder = new Holder(offer.by(), by.note().status());
        Drafting theirs = new Drafting(airspace, this.theirs, holder, offer.source(), by.at());
        if (theirs.bars(offer.amend()).isPresent() || ending(offer.amend()))
            return new AirspaceRefusal.OfferUnfit(offer.id()).alone();
        Declaration offered = theirs.next(offer.amend()).with(paid(offer, holder));
        Course course =
                course().settled(offer, Step.Kind.ACCEPTED, by.party()).then(new AirspaceEvent.Amended(offered));
        asked.amend()
                .ifPresent(amend -> course.then(new AirspaceEvent.Amended(drafting.next(amend)))
                        .charge(amend.declaration()));
        course.as(offer.by()).meet(offered.id()).tell(offered.id()).alarm(offered.id());
        course.as(by.party());
        asked.amend()
                .map(AirspaceCommand.Amend::declaration)
                .ifPresent(id -> course.meet(id).tell(id).alarm(id));
        course.talk(asked.conflict()).as(offer.by()).voided(offered.id()).as(by.party());
        asked.amend().ifPresent(amend -> course.voided(amend.declaration()));
        return course.events();
    }

    // In the five minutes in which a window ends the answer would tell the other side whether it has.
    private boolean ending(AirspaceCommand.Amend amend) {
        Declaration known = airspace.declaration(amend.declaration()).orElseThrow();
        return amend.envelope().windows().stream()
                .flatMap(draft -> Stream.concat(
                        Stream.of(draft.window()),
                        draft.number().flatMap(known.windows()::get).map(DeclaredWindow::window).stream()))
                .mapToLong(Window::until)
                .anyMatch(until -> until != Window.OPEN_UNTIL
                        && Rounding.window(new Window(until, until)).from() < by.at());
    }

    // It was charged when it was offered; days may have paid for it since.
    private Charge paid(Offer offer, Holder holder) {
        Charge now = new Budget(airspace, theirs.parties(), theirs.terms(), holder, by.at()).charge(0);
        return new Charge(offer.charge().cost(), now.spent(), offer.charge().withheld() && now.withheld());
    }

    List<Event> decline(AirspaceCommand.Decline asked) {
        Optional<Refusal> why =
                talking.known(asked.conflict()).or(() -> talking.stands(asked.conflict(), asked.offer()));
        if (why.isPresent()) return why.get().alone();
        Offer offer =
                airspace.threads().of(asked.conflict()).orElseThrow().standing().orElseThrow();
        Step.Kind kind = offer.by().equals(by.party()) ? Step.Kind.RETRACTED : Step.Kind.DECLINED;
        return course().settled(offer, kind, by.party()).talk(asked.conflict()).events();
    }

    private Declaration other(Conflict conflict) {
        return airspace.declaration(conflict.other(talking.own(conflict))).orElseThrow();
    }

    private Course course() {
        return new Course(airspace, theirs.terms(), theirs.drawn(), by.party(), by.at());
    }
}
