package org.tansiq.client;

import java.security.SecureRandom;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.ledger.Draft;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Submission;

/** Builds and signs notes: fresh salts, the author's own clock, the key's own chain. */
public final class Drafting {
    private final Hash theatre;
    private final Signer signer;
    private final SecureRandom random;

    /** {@code theatre}: the hash of the founding note, {@link Hash#NONE} for that note itself. */
    public Drafting(Hash theatre, Signer signer, SecureRandom random) {
        this.theatre = theatre;
        this.signer = signer;
        this.random = random;
    }

    /**
     * What a note says: its type and status, the bodies of its two sections, and the author's time in
     * microseconds.
     */
    public record Saying(String type, Status status, Bytes envelope, Bytes details, long time) {}

    public Submission sign(Saying saying, Place at) {
        Section envelope = new Section(salt(), saying.envelope());
        Section details = new Section(salt(), saying.details());
        Draft draft = new Draft(
                theatre,
                signer.key(),
                at.next(),
                at.prev(),
                saying.time(),
                saying.type(),
                saying.status(),
                envelope.digest(),
                details.digest());
        return new Submission(NoteText.sign(draft, signer), envelope, details);
    }

    private Hash salt() {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }
}
