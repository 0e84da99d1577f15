package org.tansiq.app.replacement;

import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.Draft;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.LoginText;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Submission;

/** A test key in one world, and its chain as far as it has spoken. */
final class Author {
    private final Signer signer;
    private final String salts;
    private Hash theatre = Hash.NONE;
    private Hash last = Hash.NONE;
    private long next;

    /** {@code salts}: two of one name make the same notes where that is the same too. */
    Author(String name, String salts) {
        this.signer = Ed25519.signer(name, seed(name).bytes());
        this.salts = name + salts;
    }

    static Hash seed(String name) {
        return Sha256.of(Bytes.of(name));
    }

    VerifierKey key() {
        return signer.key();
    }

    void in(Hash founded) {
        theatre = founded;
    }

    Submission says(Command command, Status status, long at) {
        Acts.Said act = Acts.write(command);
        Section envelope = section("envelope", act.envelope());
        Section details = section("details", act.details());
        Draft draft =
                new Draft(theatre, key(), next, last, at, act.type(), status, envelope.digest(), details.digest());
        Submission said = new Submission(NoteText.sign(draft, signer), envelope, details);
        next++;
        last = said.note().note().hash();
        return said;
    }

    private Section section(String name, Bytes body) {
        return new Section(Sha256.of(Bytes.of(salts + name + next)), body);
    }

    Bytes login(Hash challenge) {
        return LoginText.sign(theatre, challenge, signer);
    }
}
