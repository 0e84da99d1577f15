package org.tansiq.edge.http;

import java.util.Locale;
import org.tansiq.core.HallRefusal;
import org.tansiq.core.Refusal;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.terms.TermsRefusal;

/** The rules' refusals as HTTP has them. */
final class Refused {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    private Refused() {}

    /** Its name in lower case with dashes. */
    static String word(Refusal why) {
        return word(why.getClass().getSimpleName());
    }

    static String word(String name) {
        return name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static int status(Refusal why) {
        return switch (why) {
            case HallRefusal hall -> hall(hall);
            case PartyRefusal party -> party(party);
            case TermsRefusal terms -> terms(terms);
            case AirspaceRefusal airspace -> airspace(airspace);
        };
    }

    private static int hall(HallRefusal why) {
        return switch (why) {
            case HallRefusal.BadBody _ -> UNPROCESSABLE;
            case HallRefusal.OverQuota _ -> TOO_MANY;
            case HallRefusal.NotYourRole _, HallRefusal.OnlyActual _ -> FORBIDDEN;
            case HallRefusal.PrevDiffers _,
                    HallRefusal.AlreadyFounded _,
                    HallRefusal.NotYetAccepted _,
                    HallRefusal.HeadsHaveNotAgreed _,
                    HallRefusal.RulesAlreadyInForce _,
                    HallRefusal.BriefTaken _ -> CONFLICT;
        };
    }

    private static int party(PartyRefusal why) {
        return switch (why) {
            case PartyRefusal.NoSuchKey _,
                    PartyRefusal.NoSuchDesk _,
                    PartyRefusal.NoSuchProposal _,
                    PartyRefusal.NoSuchHead _ -> NOT_FOUND;
            case PartyRefusal.NotYours _,
                    PartyRefusal.NotYourDesk _,
                    PartyRefusal.OnlyHost _,
                    PartyRefusal.TestKey _,
                    PartyRefusal.DesksDecide _ -> FORBIDDEN;
            case PartyRefusal.TooMany _ -> UNPROCESSABLE;
            case PartyRefusal.AlreadyAccepted _,
                    PartyRefusal.OtherFounding _,
                    PartyRefusal.IdTaken _,
                    PartyRefusal.KeyTaken _,
                    PartyRefusal.AlreadyAgreed _,
                    PartyRefusal.LastHead _,
                    PartyRefusal.LastHost _ -> CONFLICT;
        };
    }

    private static int terms(TermsRefusal why) {
        return switch (why) {
            case TermsRefusal.NoSuchParty _, TermsRefusal.NoSuchText _ -> NOT_FOUND;
            case TermsRefusal.NotInGroup _ -> FORBIDDEN;
            case TermsRefusal.TooManyOpen _, TermsRefusal.OnlyByAll _ -> UNPROCESSABLE;
            case TermsRefusal.AlreadySigned _, TermsRefusal.AnswerTimeOver _ -> CONFLICT;
        };
    }

    private static int airspace(AirspaceRefusal why) {
        return switch (why) {
            case AirspaceRefusal.NoSuchDeclaration _,
                    AirspaceRefusal.NoSuchConflict _,
                    AirspaceRefusal.NoSuchOther _,
                    AirspaceRefusal.NoSuchWindow _,
                    AirspaceRefusal.NoSuchOffer _ -> NOT_FOUND;
            case AirspaceRefusal.OutOfTime _, AirspaceRefusal.Untimely _, AirspaceRefusal.TooManyDeclared _ ->
                UNPROCESSABLE;
            case AirspaceRefusal.VersionMoved _,
                    AirspaceRefusal.WindowIs _,
                    AirspaceRefusal.OtherStatus _,
                    AirspaceRefusal.Unacknowledged _,
                    AirspaceRefusal.NotWider _,
                    AirspaceRefusal.AlreadySeen _,
                    AirspaceRefusal.ConflictCleared _,
                    AirspaceRefusal.OfferIs _,
                    AirspaceRefusal.OwnOffer _,
                    AirspaceRefusal.OfferUnfit _,
                    AirspaceRefusal.AlreadyAsked _ -> CONFLICT;
        };
    }
}
