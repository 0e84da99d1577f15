package org.tansiq.app.record;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.HallRefusal;
import org.tansiq.core.Refusal;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.terms.TermsRefusal;
import org.tansiq.wire.Answer;

/** Why something was refused or not taken, in words. */
public final class Refusing {
    private static final long DAY = 86_400_000_000L;

    private final Moments moments;
    private final Messages messages;

    public Refusing(Moments moments) {
        this.moments = moments;
        this.messages = moments.messages();
    }

    public Phrase why(Refusal why) {
        return switch (why) {
            case HallRefusal hall -> hall(hall);
            case PartyRefusal party -> party(party);
            case TermsRefusal terms -> terms(terms);
            case AirspaceRefusal airspace -> airspace(airspace);
        };
    }

    private Phrase airspace(AirspaceRefusal why) {
        return switch (why) {
            case AirspaceRefusal.NoSuchDeclaration w ->
                messages.say(
                        "refusal.no-such-declaration", "id", w.declaration().brief());
            case AirspaceRefusal.NoSuchConflict w ->
                messages.say("refusal.no-such-conflict", "id", Ids.conflict(w.conflict()));
            case AirspaceRefusal.VersionMoved w ->
                messages.say("refusal.version-moved", "seen", w.seen(), "current", w.current());
            case AirspaceRefusal.NoSuchWindow w -> messages.say("refusal.no-such-window", "window", w.window());
            case AirspaceRefusal.WindowIs w ->
                messages.say("refusal.window-is", "window", w.window(), "state", messages.say("window." + w.state()));
            case AirspaceRefusal.OutOfTime w -> messages.say("refusal.out-of-time", "window", w.window());
            case AirspaceRefusal.OtherStatus w -> messages.say("refusal.other-status", "status", w.status());
            case AirspaceRefusal.Unacknowledged w ->
                messages.say(
                        "refusal.unacknowledged",
                        "conflicts",
                        messages.list(w.conflicts().stream()
                                .map(id -> messages.name(Ids.conflict(id)))
                                .toList()));
            case AirspaceRefusal.NoSuchOther w -> messages.say("refusal.no-such-other", "party", w.party());
            case AirspaceRefusal.NotWider w ->
                messages.say("refusal.not-wider", "party", w.to(), "level", messages.say("level." + w.level()));
            case AirspaceRefusal.AlreadySeen w -> messages.say("refusal.already-seen", "version", w.version());
            case AirspaceRefusal.TooManyDeclared w ->
                messages.say("refusal.too-many", "what", w.what(), "limit", w.limit());
            case AirspaceRefusal.ConflictCleared w ->
                messages.say("refusal.conflict-cleared", "id", Ids.conflict(w.conflict()));
            case AirspaceRefusal.Untimely w ->
                messages.say(
                        "refusal.untimely", "until", moments.bare(w.until()), "days", AirspaceRules.HORIZON_MAX / DAY);
            case AirspaceRefusal.NoSuchOffer _ -> messages.say("refusal.no-such-offer");
            case AirspaceRefusal.OfferIs w -> messages.say("refusal.offer-is." + w.kind());
            case AirspaceRefusal.OwnOffer _ -> messages.say("refusal.own-offer");
            case AirspaceRefusal.OfferUnfit _ -> messages.say("refusal.offer-unfit");
            case AirspaceRefusal.AlreadyAsked w -> messages.say("refusal.already-asked", "version", w.version());
        };
    }

    /** The answer in one line, without what it delivers. */
    public Phrase answer(Answer answer) {
        return switch (answer) {
            case Answer.Sequenced a ->
                messages.say(
                        "answer.sequenced",
                        "index",
                        a.index(),
                        "inbox",
                        a.delivery().number(),
                        "at",
                        moments.at(a.delivery().at()));
            case Answer.Known a -> messages.say("answer.known", "n", a.index());
            case Answer.Unreadable a ->
                messages.say("answer.unreadable", "field", a.field(), "value", a.value(), "limit", a.limit());
            case Answer.NotEnrolled _ -> messages.say("answer.not-enrolled");
            case Answer.Revoked _ -> messages.say("answer.revoked");
            case Answer.OtherTheatre a -> messages.say("answer.other-theatre", "hash", a.expected());
            case Answer.Ahead a -> messages.say("answer.ahead", "n", a.expected());
            case Answer.Spent a -> messages.say("answer.spent", "n", a.index());
            case Answer.NotFounded a -> messages.say("answer.not-founded", "why", why(a.why()));
            case Answer.Busy _ -> messages.say("answer.busy");
            case Answer.NoRoom _ -> messages.say("answer.no-room");
        };
    }

    private Phrase hall(HallRefusal why) {
        return switch (why) {
            case HallRefusal.BadBody w ->
                messages.say("refusal.bad-body", "field", w.field(), "value", w.value(), "limit", w.limit());
            case HallRefusal.PrevDiffers _ -> messages.say("refusal.prev-differs");
            case HallRefusal.AlreadyFounded _ -> messages.say("refusal.already-founded");
            case HallRefusal.NotYetAccepted w ->
                messages.say("refusal.not-yet-accepted", "parties", parties(w.waiting()));
            case HallRefusal.NotYourRole w ->
                messages.say("refusal.not-your-role", "role", messages.say("role." + w.role()));
            case HallRefusal.OnlyActual w ->
                messages.say("refusal.only-actual", "status", messages.say("status." + w.status()));
            case HallRefusal.OverQuota w ->
                messages.say("refusal.over-quota", "limit", w.limit(), "until", moments.bare(w.until()));
            case HallRefusal.HeadsHaveNotAgreed w ->
                messages.say("refusal.heads-have-not-agreed", "parties", parties(w.waiting()));
            case HallRefusal.RulesAlreadyInForce _ -> messages.say("refusal.rules-already-in-force");
            case HallRefusal.BriefTaken w -> messages.say("refusal.brief-taken", "id", w.brief());
        };
    }

    private Phrase party(PartyRefusal why) {
        return switch (why) {
            case PartyRefusal.AlreadyAccepted _ -> messages.say("refusal.already-accepted");
            case PartyRefusal.OtherFounding w -> messages.say("refusal.other-founding", "hash", w.expected());
            case PartyRefusal.IdTaken w -> messages.say("refusal.id-taken", "id", w.id());
            case PartyRefusal.KeyTaken w -> messages.say("refusal.key-taken", "key", w.name());
            case PartyRefusal.NoSuchKey w -> messages.say("refusal.no-such-key", "key", w.name());
            case PartyRefusal.NotYours w -> messages.say("refusal.not-yours", "party", w.party());
            case PartyRefusal.NoSuchDesk w -> messages.say("refusal.no-such-desk", "desk", w.desk());
            case PartyRefusal.NotYourDesk w -> messages.say("refusal.not-your-desk", "desk", w.desk());
            case PartyRefusal.NoSuchProposal w ->
                messages.say("refusal.no-such-proposal", "id", w.proposal().brief());
            case PartyRefusal.AlreadyAgreed _ -> messages.say("refusal.already-agreed");
            case PartyRefusal.TestKey w -> messages.say("refusal.test-key", "key", w.name());
            case PartyRefusal.LastHead _ -> messages.say("refusal.last-head");
            case PartyRefusal.LastHost _ -> messages.say("refusal.last-host");
            case PartyRefusal.OnlyHost w -> messages.say("refusal.only-host", "party", w.host());
            case PartyRefusal.NoSuchHead w -> messages.say("refusal.no-such-head", "key", w.name());
            case PartyRefusal.DesksDecide w ->
                messages.say("refusal.desks-decide", "keys", w.keys(), "needed", w.needed());
            case PartyRefusal.TooMany w -> messages.say("refusal.too-many", "what", w.what(), "limit", w.limit());
        };
    }

    private Phrase terms(TermsRefusal why) {
        return switch (why) {
            case TermsRefusal.NoSuchParty w -> messages.say("refusal.no-such-party", "party", w.party());
            case TermsRefusal.NotInGroup _ -> messages.say("refusal.not-in-group");
            case TermsRefusal.NoSuchText w ->
                messages.say("refusal.no-such-text", "id", w.text().brief());
            case TermsRefusal.AlreadySigned _ -> messages.say("refusal.already-signed");
            case TermsRefusal.AnswerTimeOver w ->
                messages.say("refusal.answer-time-over", "until", moments.bare(w.answerBy()));
            case TermsRefusal.TooManyOpen w -> messages.say("refusal.too-many-open", "limit", w.limit());
            case TermsRefusal.OnlyByAll w -> messages.say("refusal.only-by-all", "figure", Telling.figure(w.figure()));
        };
    }

    Phrase parties(List<PartyId> parties) {
        List<Phrase> names = new ArrayList<>();
        for (PartyId party : parties) names.add(new Phrase(party.text()));
        return messages.list(names);
    }
}
