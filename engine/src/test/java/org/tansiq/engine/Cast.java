package org.tansiq.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.HallCommand;
import org.tansiq.core.Hash;
import org.tansiq.core.Names;
import org.tansiq.core.Status;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.party.Cover;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Quorum;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Position;
import org.tansiq.ledger.Draft;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.SignedNote;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Submission;

/** Two parties, {@code a} and {@code b}, with keys made from fixed seeds; each key keeps its own chain. */
final class Cast {
    static final long NOON = 1_790_000_000_000_000L;

    final Signer host = signer("TEST-a/host");
    final Signer headOfA = signer("TEST-a/head");
    final Signer headOfB = signer("TEST-b/head");
    private final TreeMap<String, List<Hash>> said = new TreeMap<>();
    private Hash theatre = Hash.NONE;

    static Signer signer(String name) {
        return Ed25519.signer(name, Sha256.of(Bytes.of(name)).bytes());
    }

    /** The next note of a key. */
    Submission says(Signer key, Command command) {
        List<Hash> chain = said.computeIfAbsent(key.key().name(), _ -> new ArrayList<>());
        Submission submission = says(key, chain.size(), chain.isEmpty() ? Hash.NONE : chain.getLast(), command);
        chain.add(submission.note().note().hash());
        if (command instanceof HallCommand.Found)
            theatre = submission.note().note().hash();
        return submission;
    }

    /** A note at any place of a key's chain, which this cast does not keep. */
    Submission says(Signer key, long seq, Hash prev, Command command) {
        Acts.Said act = Acts.write(command);
        Section envelope = new Section(Sha256.of(Bytes.of(key.key().name() + seq)), act.envelope());
        Section details = new Section(Sha256.of(Bytes.of("details" + seq)), act.details());
        Draft draft = new Draft(
                theatre, key.key(), seq, prev, NOON, act.type(), Status.ACTUAL, envelope.digest(), details.digest());
        SignedNote note = NoteText.sign(draft, key);
        return new Submission(note, envelope, details);
    }

    Submission founds(Hash rules) {
        return says(host, new HallCommand.Found(founding(), figures(), rules));
    }

    Submission accepts(Signer head) {
        return says(head, new PartyCommand.Accept(theatre));
    }

    Submission setsDesk(Signer head, String contact) {
        Names names = new Names("Air desk", "مكتب الجو", "Воздушный пост");
        return says(head, new PartyCommand.SetDesk(new Desk(new DeskId("air"), names, contact, "en, ar, ru")));
    }

    private Founding founding() {
        List<Position> outline = List.of(new Position(30, 30), new Position(30, 45), new Position(40, 45));
        return new Founding(
                new Names("Geneva", "جنيف", "Женева"),
                new Cover(outline, Band.ALL),
                /* tests= */ true,
                new PartyId("a"),
                List.of(party("a", headOfA.key()), party("b", headOfB.key())),
                Quorum.TWO_THIRDS);
    }

    private static Figures figures() {
        return new Figures(Table.<Figure, Long>empty().put(Figure.ACTS_PER_MINUTE, 1_000_000L));
    }

    private static PartyDraft party(String id, VerifierKey head) {
        return new PartyDraft(new PartyId(id), new Names(id, id, id), Kind.STATE_FORCE, List.of(head));
    }
}
