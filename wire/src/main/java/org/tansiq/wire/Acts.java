package org.tansiq.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.HallCommand;
import org.tansiq.core.Malformed;
import org.tansiq.core.Reading;
import org.tansiq.core.Rules;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.terms.TermsCommand;

/**
 * The types of notes, and what the sections of each say: the command as JSON in the envelope, and nothing in
 * the details.
 */
public final class Acts {
    /** A command as a note says it: the note's type, and the body of its envelope. */
    public record Said(String type, Bytes envelope) {}

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
            "rules.adopt");

    private Acts() {}

    /** The body of an envelope of some type, as somebody might say it. */
    public static Bytes example(String type) {
        try (InputStream from = Acts.class.getResourceAsStream("examples/" + type + ".json")) {
            if (from == null) throw new Malformed("type", type, String.join(", ", TYPES));
            return Bytes.of(from.readAllBytes());
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
        };
    }

    /** What the sections of a note of some type say; what they do not say well is a value too. */
    public static Reading read(String type, Bytes envelope, Bytes details) {
        try {
            Command command = command(type, envelope);
            if (details.size() > 0) throw new Malformed("details", details.text(), "nothing, for " + type);
            return new Reading.Clear(command);
        } catch (Malformed bad) {
            return new Reading.Unclear(bad.field(), bad.value(), bad.limit());
        }
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
            default -> throw new Malformed("type", type, String.join(", ", TYPES));
        };
        return Codec.within("envelope", Json.parse(envelope), codec);
    }

    private static <C extends Command> Said said(String type, Codec<C> codec, C command) {
        return new Said(type, codec.write(command).bytes());
    }
}
