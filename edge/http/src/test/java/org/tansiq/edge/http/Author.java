package org.tansiq.edge.http;

import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.ledger.Draft;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Submission;

/** One test key, and its chain as far as it has spoken. */
final class Author {
    private static final long TIME = 1_790_000_000_000_000L;

    final Signer signer;
    Hash theatre = Hash.NONE;
    Hash last = Hash.NONE;
    long seq;
    Status status = Status.ACTUAL;

    Author(String name) {
        this.signer = Ed25519.signer(name, Sha256.of(Bytes.of(name)).bytes());
    }

    Submission says(Command command) {
        Acts.Said act = Acts.write(command);
        return says(act.type(), act.envelope(), act.details());
    }

    Submission says(String type, Bytes envelope, Bytes details) {
        Section first = new Section(Sha256.of(Bytes.of("salt " + seq)), envelope);
        Section second = new Section(first.salt(), details);
        Draft draft =
                new Draft(theatre, signer.key(), seq++, last, TIME, type, status, first.digest(), second.digest());
        Submission said = new Submission(NoteText.sign(draft, signer), first, second);
        last = said.note().note().hash();
        return said;
    }
}
