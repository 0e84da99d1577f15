package org.tansiq.wire;

import static org.tansiq.wire.AirspaceForms.CHARGE;
import static org.tansiq.wire.AirspaceForms.SOURCE;
import static org.tansiq.wire.Basics.*;
import static org.tansiq.wire.PartyForms.PARTY;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.ConflictThread;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.airspace.Outlook;
import org.tansiq.core.airspace.Step;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.airspace.Way;
import org.tansiq.core.airspace.Ways;

/** The forms of what is offered, answered and asked about a conflict. */
final class ThreadForms {
    private static final Codec<Change> CHANGE = Codec.by(TEXT, Change::text, Change::of);

    /**
     * The details of an amendment that is offered or comes with an answer, and beside them what it is in
     * answer to: who is shown the envelope alone is not shown that.
     */
    private record Terms(
            Hash conflict,
            int version,
            Optional<Hash> offer,
            Optional<Long> until,
            Optional<Change> asks,
            Details details) {}

    private static final Codec<Terms> TERMS = Codec.fields(
            (terms, to) -> to.put("conflict", HASH, terms.conflict)
                    .put("version", SMALL, terms.version)
                    .maybe("offer", HASH, terms.offer)
                    .maybe("until", TIME, terms.until)
                    .maybe("asks", CHANGE, terms.asks)
                    .put("details", AirspaceForms.DETAILS, terms.details),
            from -> new Terms(
                    from.get("conflict", HASH),
                    from.get("version", SMALL),
                    from.maybe("offer", HASH),
                    from.maybe("until", TIME),
                    from.maybe("asks", CHANGE),
                    from.get("details", AirspaceForms.DETAILS)));
    private static final Codec<AirspaceCommand.Accept> ACCEPT = Codec.fields(
            (asked, to) -> to.put("conflict", HASH, asked.conflict())
                    .put("version", SMALL, asked.version())
                    .put("offer", HASH, asked.offer()),
            from -> new AirspaceCommand.Accept(
                    from.get("conflict", HASH), from.get("version", SMALL), from.get("offer", HASH), Optional.empty()));
    static final Codec<AirspaceCommand.Decline> DECLINE = Codec.fields(
            (asked, to) -> to.put("conflict", HASH, asked.conflict()).put("offer", HASH, asked.offer()),
            from -> new AirspaceCommand.Decline(from.get("conflict", HASH), from.get("offer", HASH)));
    static final Codec<AirspaceCommand.Ask> ASK = Codec.fields(
            (asked, to) -> to.put("conflict", HASH, asked.conflict()).put("version", SMALL, asked.version()),
            from -> new AirspaceCommand.Ask(from.get("conflict", HASH), from.get("version", SMALL)));

    private static final Codec<Outlook> OUTLOOK = Codec.fields(
            (outlook, to) -> to.put("overlaps", AirspaceOutcomes.OVERLAPS, outlook.overlaps())
                    .put("more", TRUTH, outlook.more()),
            from -> new Outlook(from.get("overlaps", AirspaceOutcomes.OVERLAPS), from.get("more", TRUTH)));
    private static final Codec<AirspaceCommand.Amend> AMEND = Codec.fields(
            (amend, to) -> to.put("envelope", AirspaceForms.AMENDED, amend)
                    .put("details", AirspaceForms.DETAILS, amend.details()),
            from -> from.get("envelope", AirspaceForms.AMENDED).with(from.get("details", AirspaceForms.DETAILS)));
    private static final Codec<Offer> OFFER = Codec.fields(
            (offer, to) -> to.put("conflict", HASH, offer.conflict())
                    .put("by", PARTY, offer.by())
                    .put("seen", SMALL, offer.seen())
                    .put("otherSeen", SMALL, offer.otherSeen())
                    .put("amend", AMEND, offer.amend())
                    .put("until", TIME, offer.until())
                    .maybe("asks", CHANGE, offer.asks())
                    .maybe("ours", OUTLOOK, offer.ours())
                    .maybe("theirs", OUTLOOK, offer.theirs())
                    .put("charge", CHARGE, offer.charge())
                    .put("said", SOURCE, offer.source()),
            from -> new Offer(
                    from.get("conflict", HASH),
                    from.get("by", PARTY),
                    from.get("seen", SMALL),
                    from.get("otherSeen", SMALL),
                    from.get("amend", AMEND),
                    from.get("until", TIME),
                    from.maybe("asks", CHANGE),
                    from.maybe("ours", OUTLOOK),
                    from.maybe("theirs", OUTLOOK),
                    from.get("charge", CHARGE),
                    from.get("said", SOURCE)));
    private static final Codec<Step.Kind> STEP_KIND = Codec.word(Step.Kind.values());
    private static final Codec<Step> STEP = Codec.fields(
            (step, to) -> to.put("what", STEP_KIND, step.kind())
                    .put("by", PARTY, step.by())
                    .put("offer", HASH, step.offer())
                    .put("at", TIME, step.at()),
            from -> new Step(
                    from.get("what", STEP_KIND), from.get("by", PARTY), from.get("offer", HASH), from.get("at", TIME)));
    private static final Codec<List<Step>> STEPS = Codec.list(STEP, ConflictThread.STEPS_MAX);
    private static final Codec<Way.Fit> FIT = Codec.word(Way.Fit.values());
    private static final Codec<Way> WAY = Codec.fields(
            (way, to) -> to.put("change", CHANGE, way.change())
                    .put("fit", FIT, way.fit())
                    .put("cost", WHOLE, way.cost()),
            from -> new Way(from.get("change", CHANGE), from.get("fit", FIT), from.get("cost", WHOLE)));
    private static final Codec<Ways> WAYS = Codec.fields(
            (ways, to) -> to.put("version", SMALL, ways.version())
                    .put("withheld", TRUTH, ways.withheld())
                    .put("all", Codec.list(WAY, Change.ALL.size()), ways.all()),
            from -> new Ways(
                    from.get("version", SMALL),
                    from.get("withheld", TRUTH),
                    from.get("all", Codec.list(WAY, Change.ALL.size()))));
    static final Codec<ConflictThread> THREAD = Codec.fields(
            (thread, to) -> to.put("conflict", HASH, thread.conflict())
                    .maybe("standing", OFFER, thread.standing())
                    .put("steps", STEPS, thread.steps())
                    .maybe("a", WAYS, thread.a())
                    .maybe("b", WAYS, thread.b()),
            from -> new ConflictThread(
                    from.get("conflict", HASH),
                    from.maybe("standing", OFFER),
                    from.get("steps", STEPS),
                    from.maybe("a", WAYS),
                    from.maybe("b", WAYS)));
    private static final Codec<ThreadView.Turn> TURN = Codec.word(ThreadView.Turn.values());
    private static final Codec<ThreadView.Offered> OFFERED = Codec.fields(
            (offer, to) -> to.put("offer", HASH, offer.offer())
                    .put("by", PARTY, offer.by())
                    .put("seen", SMALL, offer.seen())
                    .put("until", TIME, offer.until())
                    .maybe("asks", CHANGE, offer.asks())
                    .maybe("left", OUTLOOK, offer.left()),
            from -> new ThreadView.Offered(
                    from.get("offer", HASH),
                    from.get("by", PARTY),
                    from.get("seen", SMALL),
                    from.get("until", TIME),
                    from.maybe("asks", CHANGE),
                    from.maybe("left", OUTLOOK)));
    static final Codec<ThreadView> VIEW = Codec.fields(
            (view, to) -> to.put("conflict", HASH, view.conflict())
                    .put("declaration", HASH, view.declaration())
                    .put("turn", TURN, view.turn())
                    .maybe("offer", OFFERED, view.offer())
                    .put("steps", STEPS, view.steps())
                    .maybe("ways", WAYS, view.ways()),
            from -> new ThreadView(
                    from.get("conflict", HASH),
                    from.get("declaration", HASH),
                    from.get("turn", TURN),
                    from.maybe("offer", OFFERED),
                    from.get("steps", STEPS),
                    from.maybe("ways", WAYS)));

    private ThreadForms() {}

    /** What the sections of an offer say. */
    static Acts.Said write(String type, AirspaceCommand.Offer asked) {
        return said(
                type,
                asked.amend(),
                new Terms(
                        asked.conflict(),
                        asked.version(),
                        Optional.empty(),
                        Optional.of(asked.until()),
                        asked.asks(),
                        asked.amend().details()));
    }

    /** What the sections of an acceptance say: with no amendment the envelope alone. */
    static Acts.Said write(String type, AirspaceCommand.Accept asked) {
        return asked.amend()
                .map(amend -> said(
                        type,
                        amend,
                        new Terms(
                                asked.conflict(),
                                asked.version(),
                                Optional.of(asked.offer()),
                                Optional.empty(),
                                Optional.empty(),
                                amend.details())))
                .orElseGet(() -> new Acts.Said(type, ACCEPT.write(asked).bytes(), Bytes.NONE));
    }

    private static Acts.Said said(String type, AirspaceCommand.Amend amend, Terms terms) {
        return new Acts.Said(
                type,
                AirspaceForms.AMENDED.write(amend).bytes(),
                TERMS.write(terms).bytes());
    }

    static AirspaceCommand.Offer offer(Bytes envelope, Bytes details) {
        Terms terms = terms(details);
        if (terms.offer.isPresent()) throw nothing("offer", terms.offer.get());
        return new AirspaceCommand.Offer(
                terms.conflict,
                terms.version,
                amend(envelope, terms),
                terms.until.orElseThrow(() -> new Malformed("details.until", "", "a value")),
                terms.asks);
    }

    static AirspaceCommand.Accept accept(Bytes envelope, Bytes details) {
        if (details.size() == 0) return Acts.within("envelope", envelope, ACCEPT);
        Terms terms = terms(details);
        if (terms.until.isPresent()) throw nothing("until", terms.until.get());
        if (terms.asks.isPresent()) throw nothing("asks", terms.asks.get().text());
        return new AirspaceCommand.Accept(
                terms.conflict,
                terms.version,
                terms.offer.orElseThrow(() -> new Malformed("details.offer", "", "a value")),
                Optional.of(amend(envelope, terms)));
    }

    private static AirspaceCommand.Amend amend(Bytes envelope, Terms terms) {
        return Acts.within("envelope", envelope, AirspaceForms.AMENDED).with(terms.details);
    }

    private static Malformed nothing(String field, Object value) {
        return new Malformed("details." + field, value.toString(), "no such field");
    }

    /** The details of a declaration beside which somebody offers or accepts. */
    static Details details(Bytes section) {
        return terms(section).details;
    }

    private static Terms terms(Bytes section) {
        return Acts.within("details", section, TERMS);
    }

    static Optional<Tagged> event(AirspaceEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case AirspaceEvent.Offered e ->
                        Tagged.of(
                                "conflict.offered",
                                to -> to.put("offer", OFFER, e.offer()).put("at", TIME, e.at()));
                    case AirspaceEvent.Settled e ->
                        Tagged.of(
                                "conflict.settled",
                                to -> to.put("conflict", HASH, e.conflict()).put("step", STEP, e.step()));
                    case AirspaceEvent.Answered e ->
                        Tagged.of(
                                "conflict.answered",
                                to -> to.put("conflict", HASH, e.conflict())
                                        .put("to", PARTY, e.to())
                                        .put("ways", WAYS, e.ways()));
                    case AirspaceEvent.ThreadTold e ->
                        Tagged.of(
                                "thread.told", to -> to.put("to", PARTY, e.to()).put("view", VIEW, e.view()));
                    default -> null;
                });
    }

    static Optional<AirspaceEvent> event(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "conflict.offered" ->
                        new AirspaceEvent.Offered(from.get("offer", OFFER), from.get("at", TIME));
                    case "conflict.settled" ->
                        new AirspaceEvent.Settled(from.get("conflict", HASH), from.get("step", STEP));
                    case "conflict.answered" ->
                        new AirspaceEvent.Answered(
                                from.get("conflict", HASH), from.get("to", PARTY), from.get("ways", WAYS));
                    case "thread.told" -> new AirspaceEvent.ThreadTold(from.get("to", PARTY), from.get("view", VIEW));
                    default -> null;
                });
    }

    static Optional<Tagged> refusal(AirspaceRefusal why) {
        return Optional.ofNullable(
                switch (why) {
                    case AirspaceRefusal.ConflictCleared w ->
                        Tagged.of("conflict-cleared", to -> to.put("conflict", HASH, w.conflict()));
                    case AirspaceRefusal.Untimely w -> Tagged.of("untimely", to -> to.put("until", TIME, w.until()));
                    case AirspaceRefusal.NoSuchOffer w ->
                        Tagged.of("no-such-offer", to -> to.put("offer", HASH, w.offer()));
                    case AirspaceRefusal.OfferIs w ->
                        Tagged.of(
                                "offer-is",
                                to -> to.put("offer", HASH, w.offer()).put("what", STEP_KIND, w.kind()));
                    case AirspaceRefusal.OwnOffer w -> Tagged.of("own-offer", to -> to.put("offer", HASH, w.offer()));
                    case AirspaceRefusal.OfferUnfit w ->
                        Tagged.of("offer-unfit", to -> to.put("offer", HASH, w.offer()));
                    case AirspaceRefusal.AlreadyAsked w ->
                        Tagged.of("already-asked", to -> to.put("version", SMALL, w.version()));
                    default -> null;
                });
    }

    static Optional<AirspaceRefusal> refusal(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "conflict-cleared" -> new AirspaceRefusal.ConflictCleared(from.get("conflict", HASH));
                    case "untimely" -> new AirspaceRefusal.Untimely(from.get("until", TIME));
                    case "no-such-offer" -> new AirspaceRefusal.NoSuchOffer(from.get("offer", HASH));
                    case "offer-is" ->
                        new AirspaceRefusal.OfferIs(from.get("offer", HASH), from.get("what", STEP_KIND));
                    case "own-offer" -> new AirspaceRefusal.OwnOffer(from.get("offer", HASH));
                    case "offer-unfit" -> new AirspaceRefusal.OfferUnfit(from.get("offer", HASH));
                    case "already-asked" -> new AirspaceRefusal.AlreadyAsked(from.get("version", SMALL));
                    default -> null;
                });
    }
}
