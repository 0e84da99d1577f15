package org.tansiq.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.tansiq.core.Command;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.Draft;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Submission;

/** One key, its chain, and what it said that nobody has answered yet. */
final class Author {
    /** Notes that an honest author has in the air at once. */
    private static final int UNANSWERED_MAX = 2;

    /** Who is called so declares nothing but exercises. */
    private static final String EXERCISES = "officer3";

    final PartyId party;
    final boolean honest;
    /** Whether what it declares is meant, or exercised. */
    final Status plays;

    private final Signer signer;
    private final Dice dice;
    private final Deque<Submission> unanswered = new ArrayDeque<>();
    private final List<Submission> answered = new ArrayList<>();
    private Hash last = Hash.NONE;
    private long seq;
    private boolean retired;

    Author(PartyId party, Signer signer, boolean honest, Dice dice) {
        this.party = party;
        this.signer = signer;
        this.honest = honest;
        this.plays = signer.key().name().endsWith(EXERCISES) ? Status.EXERCISE : Status.ACTUAL;
        this.dice = dice;
    }

    VerifierKey key() {
        return signer.key();
    }

    boolean ready() {
        return !retired && unanswered.size() < UNANSWERED_MAX;
    }

    boolean waits() {
        return !unanswered.isEmpty();
    }

    /** The oldest note without an answer: the same bytes again. */
    Submission again() {
        return unanswered.getFirst();
    }

    /** Some note that was answered before. */
    Submission old() {
        return answered.isEmpty() ? says(Acts.write(Cast.desk("old")), Hash.NONE, 1, seq + 9) : dice.pick(answered);
    }

    /** The next note in the chain; it waits for its answer. */
    Submission says(Acts.Said act, Hash theatre, long at) {
        Submission said = says(act, theatre, at, seq);
        seq++;
        last = said.note().note().hash();
        unanswered.add(said);
        return said;
    }

    /** A note with any number, which nobody waits for. */
    Submission says(Acts.Said act, Hash theatre, long at, long number) {
        Section envelope = new Section(dice.hash(), act.envelope());
        Section details = new Section(dice.hash(), act.details());
        Status usual = act.type().startsWith("airspace.") ? plays : Status.ACTUAL;
        Status status = !theatre.equals(Hash.NONE) && dice.oneIn(60) ? dice.pick(List.of(Status.values())) : usual;
        Draft draft =
                new Draft(theatre, key(), number, last, at, act.type(), status, envelope.digest(), details.digest());
        return new Submission(NoteText.sign(draft, signer), envelope, details);
    }

    /** Another note under the number of the last one. */
    Submission contradicts(Command command, Hash theatre, long at) {
        return says(Acts.write(command), theatre, at, Math.max(0, seq - 1));
    }

    /** Its note is on the record. */
    void heard(Hash note) {
        unanswered.removeIf(said -> {
            boolean same = said.note().note().hash().equals(note);
            if (same) answered.add(said);
            return same;
        });
    }

    /** The key is revoked: nothing more is said with it. */
    void retire() {
        retired = true;
        unanswered.clear();
    }
}
