package org.tansiq.wire;

import static org.tansiq.wire.Basics.*;
import static org.tansiq.wire.PartyForms.PARTY;
import static org.tansiq.wire.PartyForms.ROLE;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Event;
import org.tansiq.core.HallCommand;
import org.tansiq.core.HallEvent;
import org.tansiq.core.HallRefusal;
import org.tansiq.core.Malformed;
import org.tansiq.core.Refusal;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.terms.TermsEvent;
import org.tansiq.core.terms.TermsRefusal;

/** The forms of what the hall says, and of any event and any refusal. */
final class HallForms {
    static final Codec<Event> EVENT = Codec.of(event -> tagged(event).json("event"), HallForms::event);
    static final Codec<Refusal> REFUSAL = Codec.of(why -> tagged(why).json("refusal"), HallForms::refusal);
    static final Codec<HallCommand.Found> FOUND = Codec.fields(
            (asked, to) -> to.put("theatre", PartyForms.FOUNDING, asked.founding())
                    .put("terms", TermsForms.FIGURES, asked.terms())
                    .put("rules", HASH, asked.rules()),
            from -> new HallCommand.Found(
                    from.get("theatre", PartyForms.FOUNDING),
                    from.get("terms", TermsForms.FIGURES),
                    from.get("rules", HASH)));
    static final Codec<HallCommand.AgreeRules> AGREE = Codec.fields(
            (asked, to) -> to.put("rules", HASH, asked.rules()),
            from -> new HallCommand.AgreeRules(from.get("rules", HASH)));
    static final Codec<HallCommand.AdoptRules> ADOPT = Codec.fields(
            (asked, to) -> to.put("rules", HASH, asked.rules()),
            from -> new HallCommand.AdoptRules(from.get("rules", HASH)));

    private static final Codec<List<PartyId>> PARTIES = Codec.list(PARTY, Founding.PARTIES_MAX);

    private HallForms() {}

    private static Tagged tagged(Event event) {
        return switch (event) {
            case PartyEvent room -> PartyOutcomes.event(room);
            case TermsEvent room -> TermsForms.event(room);
            case AirspaceEvent room -> AirspaceOutcomes.event(room);
            case HallEvent hall -> tagged(hall);
        };
    }

    private static Tagged tagged(HallEvent event) {
        return switch (event) {
            case HallEvent.Refused e -> Tagged.of("refused", to -> to.put("why", REFUSAL, e.why()));
            case HallEvent.Equivocated e ->
                Tagged.of(
                        "equivocated",
                        to -> to.put("key", VKEY, e.key())
                                .put("seq", WHOLE, e.seq())
                                .put("first", HASH, e.first())
                                .put("second", HASH, e.second()));
            case HallEvent.WorldHash e ->
                Tagged.of("world.hash", to -> to.put("next", WHOLE, e.next()).put("hash", HASH, e.hash()));
            case HallEvent.RulesAgreed e ->
                Tagged.of(
                        "rules.agreed", to -> to.put("party", PARTY, e.party()).put("rules", HASH, e.rules()));
            case HallEvent.RulesInForce e -> Tagged.of("rules.in-force", to -> to.put("rules", HASH, e.rules()));
        };
    }

    private static Event event(Json json) {
        FieldsIn from = new FieldsIn(json);
        String tag = from.get("event", TEXT);
        Event event = hall(tag, from)
                .<Event>map(e -> e)
                .or(() -> PartyOutcomes.event(tag, from))
                .or(() -> TermsForms.event(tag, from))
                .or(() -> AirspaceOutcomes.event(tag, from))
                .orElseThrow(() -> new Malformed("event", tag, "a known event"));
        from.done();
        return event;
    }

    private static Optional<HallEvent> hall(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "refused" -> new HallEvent.Refused(from.get("why", REFUSAL));
                    case "equivocated" ->
                        new HallEvent.Equivocated(
                                from.get("key", VKEY),
                                from.get("seq", WHOLE),
                                from.get("first", HASH),
                                from.get("second", HASH));
                    case "world.hash" -> new HallEvent.WorldHash(from.get("next", WHOLE), from.get("hash", HASH));
                    case "rules.agreed" -> new HallEvent.RulesAgreed(from.get("party", PARTY), from.get("rules", HASH));
                    case "rules.in-force" -> new HallEvent.RulesInForce(from.get("rules", HASH));
                    default -> null;
                });
    }

    private static Tagged tagged(Refusal why) {
        return switch (why) {
            case PartyRefusal room -> PartyOutcomes.refusal(room);
            case TermsRefusal room -> TermsForms.refusal(room);
            case AirspaceRefusal room -> AirspaceOutcomes.refusal(room);
            case HallRefusal hall -> tagged(hall);
        };
    }

    private static Tagged tagged(HallRefusal why) {
        return switch (why) {
            case HallRefusal.BadBody w ->
                Tagged.of(
                        "bad-body",
                        to -> to.put("field", TEXT, w.field())
                                .put("value", TEXT, w.value())
                                .put("limit", TEXT, w.limit()));
            case HallRefusal.PrevDiffers w -> Tagged.of("prev-differs", to -> to.put("expected", HASH, w.expected()));
            case HallRefusal.AlreadyFounded _ -> Tagged.of("already-founded");
            case HallRefusal.NotYetAccepted w ->
                Tagged.of("not-yet-accepted", to -> to.put("waiting", PARTIES, w.waiting()));
            case HallRefusal.NotYourRole w -> Tagged.of("not-your-role", to -> to.put("role", ROLE, w.role()));
            case HallRefusal.OnlyActual w -> Tagged.of("only-actual", to -> to.put("status", STATUS, w.status()));
            case HallRefusal.OverQuota w ->
                Tagged.of("over-quota", to -> to.put("limit", WHOLE, w.limit()).put("until", TIME, w.until()));
            case HallRefusal.HeadsHaveNotAgreed w ->
                Tagged.of("heads-have-not-agreed", to -> to.put("waiting", PARTIES, w.waiting()));
            case HallRefusal.RulesAlreadyInForce _ -> Tagged.of("rules-already-in-force");
            case HallRefusal.BriefTaken w -> Tagged.of("brief-taken", to -> to.put("brief", TEXT, w.brief()));
        };
    }

    private static Refusal refusal(Json json) {
        FieldsIn from = new FieldsIn(json);
        String tag = from.get("refusal", TEXT);
        Refusal why = hallRefusal(tag, from)
                .<Refusal>map(w -> w)
                .or(() -> PartyOutcomes.refusal(tag, from))
                .or(() -> TermsForms.refusal(tag, from))
                .or(() -> AirspaceOutcomes.refusal(tag, from))
                .orElseThrow(() -> new Malformed("refusal", tag, "a known refusal"));
        from.done();
        return why;
    }

    private static Optional<HallRefusal> hallRefusal(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "bad-body" ->
                        new HallRefusal.BadBody(
                                from.get("field", TEXT), from.get("value", TEXT), from.get("limit", TEXT));
                    case "prev-differs" -> new HallRefusal.PrevDiffers(from.get("expected", HASH));
                    case "already-founded" -> new HallRefusal.AlreadyFounded();
                    case "not-yet-accepted" -> new HallRefusal.NotYetAccepted(from.get("waiting", PARTIES));
                    case "not-your-role" -> new HallRefusal.NotYourRole(from.get("role", ROLE));
                    case "only-actual" -> new HallRefusal.OnlyActual(from.get("status", STATUS));
                    case "over-quota" -> new HallRefusal.OverQuota(from.get("limit", WHOLE), from.get("until", TIME));
                    case "heads-have-not-agreed" -> new HallRefusal.HeadsHaveNotAgreed(from.get("waiting", PARTIES));
                    case "rules-already-in-force" -> new HallRefusal.RulesAlreadyInForce();
                    case "brief-taken" -> new HallRefusal.BriefTaken(from.get("brief", TEXT));
                    default -> null;
                });
    }
}
