package org.tansiq.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.HallCommand;
import org.tansiq.core.Malformed;
import org.tansiq.core.Reading;
import org.tansiq.core.Rules;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.terms.TermsCommand;

/**
 * The types of notes, and what the sections of each say: the command as JSON in the envelope; in the details
 * what is declared beyond it, with what an offer or an answer says beside it, and for every other type
 * nothing.
 */
public final class Acts {
    /** A command as a note says it: the note's type, and the bodies of its sections. */
    public record Said(String type, Bytes envelope, Bytes details) {
        private Said with(Details said) {
            return new Said(type, envelope, AirspaceForms.DETAILS.write(said).bytes());
        }
    }

    private static final String DECLARE = "airspace.declare";
    private static final String AMEND = "airspace.amend";
    private static final String OFFER = "conflict.offer";
    private static final String ACCEPT = "conflict.accept";

    /** Every type there is, in the order in which a theatre needs them. */
    public static final List<String> TYPES = List.of(
            Rules.FOUNDING,
            "party.accept",
            "party.propose",
            "party.agree",
            "party.desk",
            "key.enrol",
            "key.revoke",
            "head.replace",
            "terms.propose",
            "terms.sign",
            "rules.agree",
            "rules.adopt",
            DECLARE,
            AMEND,
            "airspace.activate",
            "airspace.end",
            "airspace.withdraw",
            "airspace.widen",
            "conflict.see",
            OFFER,
            ACCEPT,
            "conflict.decline",
            "conflict.ask");

    private Acts() {}

    /** A note of some type, as somebody might say it. */
    public static Said example(String type) {
        if (!TYPES.contains(type)) throw unknown(type);
        return new Said(type, example(type, ".json"), example(type, ".details.json"));
    }

    private static Bytes example(String type, String kind) {
        try (InputStream from = Acts.class.getResourceAsStream("examples/" + type + kind)) {
            return from == null ? Bytes.NONE : Bytes.of(from.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Said write(Command command) {
        return switch (command) {
            case HallCommand.Found asked -> said(Rules.FOUNDING, HallForms.FOUND, asked);
            case HallCommand.AgreeRules asked -> said("rules.agree", HallForms.AGREE, asked);
            case HallCommand.AdoptRules asked -> said("rules.adopt", HallForms.ADOPT, asked);
            case PartyCommand.Accept asked -> said("party.accept", PartyForms.ACCEPT, asked);
            case PartyCommand.ProposeParty asked -> said("party.propose", PartyForms.PROPOSE, asked);
            case PartyCommand.AgreeParty asked -> said("party.agree", PartyForms.AGREE, asked);
            case PartyCommand.SetDesk asked -> said("party.desk", PartyForms.SET_DESK, asked);
            case PartyCommand.Enrol asked -> said("key.enrol", PartyForms.ENROL, asked);
            case PartyCommand.Revoke asked -> said("key.revoke", PartyForms.REVOKE, asked);
            case PartyCommand.ReplaceHead asked -> said("head.replace", PartyForms.REPLACE_HEAD, asked);
            case TermsCommand.Propose asked -> said("terms.propose", TermsForms.PROPOSE, asked);
            case TermsCommand.Sign asked -> said("terms.sign", TermsForms.SIGN, asked);
            case AirspaceCommand.Declare asked ->
                said(DECLARE, AirspaceForms.ENVELOPE, asked.envelope()).with(asked.details());
            case AirspaceCommand.Amend asked ->
                said(AMEND, AirspaceForms.AMENDED, asked).with(asked.details());
            case AirspaceCommand.Activate asked -> said("airspace.activate", AirspaceForms.ACTIVATE, asked);
            case AirspaceCommand.End asked -> said("airspace.end", AirspaceForms.END, asked);
            case AirspaceCommand.Withdraw asked -> said("airspace.withdraw", AirspaceForms.WITHDRAW, asked);
            case AirspaceCommand.Widen asked -> said("airspace.widen", AirspaceForms.WIDEN, asked);
            case AirspaceCommand.See asked -> said("conflict.see", AirspaceForms.SEE, asked);
            case AirspaceCommand.Offer asked -> ThreadForms.write(OFFER, asked);
            case AirspaceCommand.Accept asked -> ThreadForms.write(ACCEPT, asked);
            case AirspaceCommand.Decline asked -> said("conflict.decline", ThreadForms.DECLINE, asked);
            case AirspaceCommand.Ask asked -> said("conflict.ask", ThreadForms.ASK, asked);
        };
    }

    /** What the sections of a note of some type say; what they do not say well is a value too. */
    public static Reading read(String type, Bytes envelope, Bytes details) {
        try {
            return new Reading.Clear(command(type, envelope, details));
        } catch (Malformed bad) {
            return new Reading.Unclear(bad.field(), bad.value(), bad.limit());
        }
    }

    /** What the envelope of a note of some type declares; nothing where it declares nothing. */
    public static Optional<Envelope> envelope(String type, Bytes envelope) {
        try {
            return switch (type) {
                case DECLARE -> Optional.of(within("envelope", envelope, AirspaceForms.ENVELOPE));
                case AMEND, OFFER, ACCEPT ->
                    Optional.of(
                            within("envelope", envelope, AirspaceForms.AMENDED).envelope());
                default -> Optional.empty();
            };
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /** What the details of a note of some type declare; nothing where they declare nothing. */
    public static Optional<Details> details(String type, Bytes details) {
        try {
            return switch (type) {
                case DECLARE, AMEND -> Optional.of(within("details", details, AirspaceForms.DETAILS));
                case OFFER, ACCEPT -> Optional.of(ThreadForms.details(details));
                default -> Optional.empty();
            };
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private static Command command(String type, Bytes envelope, Bytes details) {
        if (type.equals(DECLARE))
            return new AirspaceCommand.Declare(
                    within("envelope", envelope, AirspaceForms.ENVELOPE),
                    within("details", details, AirspaceForms.DETAILS));
        if (type.equals(AMEND))
            return within("envelope", envelope, AirspaceForms.AMENDED)
                    .with(within("details", details, AirspaceForms.DETAILS));
        if (type.equals(OFFER)) return ThreadForms.offer(envelope, details);
        if (type.equals(ACCEPT)) return ThreadForms.accept(envelope, details);
        if (details.size() > 0) throw unasked(type, details);
        return command(type, envelope);
    }

    private static Malformed unasked(String type, Bytes details) {
        if (!TYPES.contains(type)) return unknown(type);
        return new Malformed("details", details.text(), "nothing, for " + type);
    }

    private static Malformed unknown(String type) {
        return new Malformed("type", type, String.join(", ", TYPES));
    }

    static <T> T within(String section, Bytes body, Codec<T> codec) {
        return Codec.within(section, Codec.inside(section, () -> Json.parse(body)), codec);
    }

    private static Command command(String type, Bytes envelope) {
        Codec<? extends Command> codec = switch (type) {
            case Rules.FOUNDING -> HallForms.FOUND;
            case "rules.agree" -> HallForms.AGREE;
            case "rules.adopt" -> HallForms.ADOPT;
            case "party.accept" -> PartyForms.ACCEPT;
            case "party.propose" -> PartyForms.PROPOSE;
            case "party.agree" -> PartyForms.AGREE;
            case "party.desk" -> PartyForms.SET_DESK;
            case "key.enrol" -> PartyForms.ENROL;
            case "key.revoke" -> PartyForms.REVOKE;
            case "head.replace" -> PartyForms.REPLACE_HEAD;
            case "terms.propose" -> TermsForms.PROPOSE;
            case "terms.sign" -> TermsForms.SIGN;
            case "airspace.activate" -> AirspaceForms.ACTIVATE;
            case "airspace.end" -> AirspaceForms.END;
            case "airspace.withdraw" -> AirspaceForms.WITHDRAW;
            case "airspace.widen" -> AirspaceForms.WIDEN;
            case "conflict.see" -> AirspaceForms.SEE;
            case "conflict.decline" -> ThreadForms.DECLINE;
            case "conflict.ask" -> ThreadForms.ASK;
            default -> throw unknown(type);
        };
        return within("envelope", envelope, codec);
    }

    private static <T> Said said(String type, Codec<T> codec, T envelope) {
        return new Said(type, codec.write(envelope).bytes(), Bytes.NONE);
    }
}
