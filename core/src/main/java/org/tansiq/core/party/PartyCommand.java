package org.tansiq.core.party;

import java.util.Optional;
import org.tansiq.core.Command;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.Wording;

/** What is asked about who takes part. */
public sealed interface PartyCommand extends Command {
    /** A party's head accepts the theatre, and with it the terms in entry 0, named by that note's hash. */
    record Accept(Hash theatre) implements PartyCommand {}

    record ProposeParty(PartyDraft party) implements PartyCommand {}

    /** A head agrees to a party that the note with this hash proposed. */
    record AgreeParty(Hash proposal) implements PartyCommand {}

    /** Sets up a desk of the own party, or says anew how it is reached. */
    record SetDesk(Desk desk) implements PartyCommand {}

    record Enrol(VerifierKey key, Role role, Optional<DeskId> desk) implements PartyCommand {
        public Enrol {
            role.check(desk);
        }
    }

    record Revoke(VerifierKey key, String why) implements PartyCommand {
        public Revoke {
            Wording.line("why", why, Wording.LINE_MAX);
        }
    }

    /**
     * One voice for putting a new head key in place of a lost one; a later voice takes the place of an
     * earlier.
     */
    record ReplaceHead(VerifierKey lost, VerifierKey replacement) implements PartyCommand {}
}
