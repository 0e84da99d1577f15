package org.tansiq.wire;

import static org.tansiq.wire.Basics.*;
import static org.tansiq.wire.PartyForms.*;

import java.util.Optional;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyRefusal;

/** The forms of what comes of commands in the room party. */
final class PartyOutcomes {
    private PartyOutcomes() {}

    static Tagged event(PartyEvent event) {
        return switch (event) {
            case PartyEvent.Founded e -> Tagged.of("party.founded", to -> to.put("theatre", THEATRE, e.theatre()));
            case PartyEvent.Accepted e -> Tagged.of("party.accepted", to -> to.put("party", PARTY, e.party()));
            case PartyEvent.PartyProposed e ->
                Tagged.of(
                        "party.proposed",
                        to -> to.put("proposal", HASH, e.proposal())
                                .put("party", DRAFT, e.party())
                                .put("by", PARTY, e.by()));
            case PartyEvent.PartyAgreed e ->
                Tagged.of(
                        "party.agreed",
                        to -> to.put("proposal", HASH, e.proposal()).put("by", PARTY, e.by()));
            case PartyEvent.PartyInvited e -> Tagged.of("party.invited", to -> to.put("proposal", HASH, e.proposal()));
            case PartyEvent.DeskSet e ->
                Tagged.of("desk.set", to -> to.put("party", PARTY, e.party()).put("desk", DESK, e.desk()));
            case PartyEvent.KeyEnrolled e -> Tagged.of("key.enrolled", to -> to.put("key", KEY, e.key()));
            case PartyEvent.KeyRevoked e ->
                Tagged.of(
                        "key.revoked",
                        to -> to.put("party", PARTY, e.party())
                                .put("key", VKEY, e.key())
                                .put("why", LINE, e.why()));
            case PartyEvent.ReplacementVoted e ->
                Tagged.of(
                        "head.voted",
                        to -> to.put("party", PARTY, e.party())
                                .put("lost", VKEY, e.lost())
                                .put("replacement", VKEY, e.replacement())
                                .put("by", VKEY, e.by()));
            case PartyEvent.ReplacementDue e ->
                Tagged.of(
                        "head.due",
                        to -> to.put("party", PARTY, e.party())
                                .put("lost", VKEY, e.lost())
                                .put("replacement", VKEY, e.replacement())
                                .put("at", TIME, e.at()));
            case PartyEvent.NotLost e ->
                Tagged.of(
                        "head.not-lost", to -> to.put("party", PARTY, e.party()).put("key", VKEY, e.key()));
            case PartyEvent.HeadReplaced e ->
                Tagged.of(
                        "head.replaced",
                        to -> to.put("party", PARTY, e.party())
                                .put("lost", VKEY, e.lost())
                                .put("replacement", VKEY, e.replacement()));
        };
    }

    static Optional<PartyEvent> event(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "party.founded" -> new PartyEvent.Founded(from.get("theatre", THEATRE));
                    case "party.accepted" -> new PartyEvent.Accepted(from.get("party", PARTY));
                    case "party.proposed" ->
                        new PartyEvent.PartyProposed(
                                from.get("proposal", HASH), from.get("party", DRAFT), from.get("by", PARTY));
                    case "party.agreed" ->
                        new PartyEvent.PartyAgreed(from.get("proposal", HASH), from.get("by", PARTY));
                    case "party.invited" -> new PartyEvent.PartyInvited(from.get("proposal", HASH));
                    case "desk.set" -> new PartyEvent.DeskSet(from.get("party", PARTY), from.get("desk", DESK));
                    case "key.enrolled" -> new PartyEvent.KeyEnrolled(from.get("key", KEY));
                    case "key.revoked" ->
                        new PartyEvent.KeyRevoked(
                                from.get("party", PARTY), from.get("key", VKEY), from.get("why", LINE));
                    case "head.voted" ->
                        new PartyEvent.ReplacementVoted(
                                from.get("party", PARTY),
                                from.get("lost", VKEY),
                                from.get("replacement", VKEY),
                                from.get("by", VKEY));
                    case "head.due" ->
                        new PartyEvent.ReplacementDue(
                                from.get("party", PARTY),
                                from.get("lost", VKEY),
                                from.get("replacement", VKEY),
                                from.get("at", TIME));
                    case "head.not-lost" -> new PartyEvent.NotLost(from.get("party", PARTY), from.get("key", VKEY));
                    case "head.replaced" ->
                        new PartyEvent.HeadReplaced(
                                from.get("party", PARTY), from.get("lost", VKEY), from.get("replacement", VKEY));
                    default -> null;
                });
    }

    static Tagged refusal(PartyRefusal why) {
        return switch (why) {
            case PartyRefusal.AlreadyAccepted _ -> Tagged.of("already-accepted");
            case PartyRefusal.OtherFounding w ->
                Tagged.of("other-founding", to -> to.put("expected", HASH, w.expected()));
            case PartyRefusal.IdTaken w -> Tagged.of("id-taken", to -> to.put("id", PARTY, w.id()));
            case PartyRefusal.KeyTaken w -> Tagged.of("key-taken", to -> to.put("name", TEXT, w.name()));
            case PartyRefusal.NoSuchKey w -> Tagged.of("no-such-key", to -> to.put("name", TEXT, w.name()));
            case PartyRefusal.NotYours w -> Tagged.of("not-yours", to -> to.put("party", PARTY, w.party()));
            case PartyRefusal.NoSuchDesk w -> Tagged.of("no-such-desk", to -> to.put("desk", DESK_ID, w.desk()));
            case PartyRefusal.NotYourDesk w -> Tagged.of("not-your-desk", to -> to.put("desk", DESK_ID, w.desk()));
            case PartyRefusal.NoSuchProposal w ->
                Tagged.of("no-such-proposal", to -> to.put("proposal", HASH, w.proposal()));
            case PartyRefusal.AlreadyAgreed _ -> Tagged.of("already-agreed");
            case PartyRefusal.TestKey w -> Tagged.of("test-key", to -> to.put("name", TEXT, w.name()));
            case PartyRefusal.LastHead _ -> Tagged.of("last-head");
            case PartyRefusal.LastHost _ -> Tagged.of("last-host");
            case PartyRefusal.OnlyHost w -> Tagged.of("only-host", to -> to.put("host", PARTY, w.host()));
            case PartyRefusal.NoSuchHead w -> Tagged.of("no-such-head", to -> to.put("name", TEXT, w.name()));
            case PartyRefusal.DesksDecide w ->
                Tagged.of("desks-decide", to -> to.put("keys", SMALL, w.keys()).put("needed", SMALL, w.needed()));
            case PartyRefusal.TooMany w ->
                Tagged.of("too-many", to -> to.put("what", TEXT, w.what()).put("limit", SMALL, w.limit()));
        };
    }

    static Optional<PartyRefusal> refusal(String tag, FieldsIn from) {
        return Optional.ofNullable(
                switch (tag) {
                    case "already-accepted" -> new PartyRefusal.AlreadyAccepted();
                    case "other-founding" -> new PartyRefusal.OtherFounding(from.get("expected", HASH));
                    case "id-taken" -> new PartyRefusal.IdTaken(from.get("id", PARTY));
                    case "key-taken" -> new PartyRefusal.KeyTaken(from.get("name", TEXT));
                    case "no-such-key" -> new PartyRefusal.NoSuchKey(from.get("name", TEXT));
                    case "not-yours" -> new PartyRefusal.NotYours(from.get("party", PARTY));
                    case "no-such-desk" -> new PartyRefusal.NoSuchDesk(from.get("desk", DESK_ID));
                    case "not-your-desk" -> new PartyRefusal.NotYourDesk(from.get("desk", DESK_ID));
                    case "no-such-proposal" -> new PartyRefusal.NoSuchProposal(from.get("proposal", HASH));
                    case "already-agreed" -> new PartyRefusal.AlreadyAgreed();
                    case "test-key" -> new PartyRefusal.TestKey(from.get("name", TEXT));
                    case "last-head" -> new PartyRefusal.LastHead();
                    case "last-host" -> new PartyRefusal.LastHost();
                    case "only-host" -> new PartyRefusal.OnlyHost(from.get("host", PARTY));
                    case "no-such-head" -> new PartyRefusal.NoSuchHead(from.get("name", TEXT));
                    case "desks-decide" ->
                        new PartyRefusal.DesksDecide(from.get("keys", SMALL), from.get("needed", SMALL));
                    case "too-many" -> new PartyRefusal.TooMany(from.get("what", TEXT), from.get("limit", SMALL));
                    default -> null;
                });
    }
}
