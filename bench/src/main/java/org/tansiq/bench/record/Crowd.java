package org.tansiq.bench.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Position;
import org.tansiq.ledger.Draft;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Submission;

/**
 * A theatre of two parties with desk keys, and notes that these signed beforehand: how their desk is reached.
 */
final class Crowd {
    private static final long TIME = 1_790_000_000_000_000L;

    private final Hash rules;
    private final List<Author> desks;
    private final Author host = new Author("TEST-a/host");
    private final Author headOfA = new Author("TEST-a/head");
    private final Author headOfB = new Author("TEST-b/head");
    private Hash theatre = Hash.NONE;

    Crowd(Hash rules, int keys) {
        this.rules = rules;
        this.desks = IntStream.range(0, keys)
                .mapToObj(i -> new Author("TEST-desk/" + i))
                .toList();
    }

    /** Founds the theatre and enrols all desk keys. */
    List<Submission> opening() {
        List<Submission> all = new ArrayList<>();
        Submission founding = host.says(new HallCommand.Found(founding(), figures(), rules));
        theatre = founding.note().note().hash();
        all.add(founding);
        for (Author head : List.of(headOfA, headOfB)) all.add(head.says(new PartyCommand.Accept(theatre)));
        for (Author head : List.of(headOfA, headOfB)) all.add(head.says(desk("line 1")));
        for (int i = 0; i < desks.size(); i++)
            all.add((i % 2 == 0 ? headOfA : headOfB)
                    .says(new PartyCommand.Enrol(
                            desks.get(i).signer.key(), Role.DUTY_OFFICER, Optional.of(new DeskId("air")))));
        return all;
    }

    /** For each key, so many notes in a row, each as a line of JSON. Signed on all cores. */
    List<List<Bytes>> lines(int each) {
        return desks.parallelStream().map(desk -> desk.lines(each)).toList();
    }

    /** These commands, each key in turn: for each key its notes in a row. */
    List<List<Bytes>> lines(List<Command> commands) {
        return IntStream.range(0, desks.size())
                .parallel()
                .mapToObj(key -> desks.get(key).lines(commands, key, desks.size()))
                .toList();
    }

    private static PartyCommand.SetDesk desk(String contact) {
        return new PartyCommand.SetDesk(new Desk(
                new DeskId("air"), new Names("Air desk", "مكتب الجو", "Воздушный пост"), contact, "en, ar, ru"));
    }

    private Founding founding() {
        return new Founding(
                new Names("Bench", "قياس", "Замер"),
                new Cover(List.of(new Position(30, 30), new Position(30, 45), new Position(40, 45)), Band.ALL),
                /* tests= */ true,
                new PartyId("a"),
                List.of(party("a", headOfA.signer.key()), party("b", headOfB.signer.key())),
                Quorum.TWO_THIRDS);
    }

    private static Figures figures() {
        return new Figures(Table.<Figure, Long>empty().put(Figure.ACTS_PER_MINUTE, Figure.ACTS_PER_MINUTE.most()));
    }

    private static PartyDraft party(String id, VerifierKey head) {
        return new PartyDraft(new PartyId(id), new Names(id, id, id), Kind.STATE_FORCE, List.of(head));
    }

    /** One key and its chain. */
    private final class Author {
        private final Signer signer;
        private Hash last = Hash.NONE;
        private long seq;

        Author(String name) {
            this.signer = Ed25519.signer(name, Sha256.of(Bytes.of(name)).bytes());
        }

        List<Bytes> lines(int each) {
            return IntStream.range(0, each)
                    .mapToObj(i -> says(desk("line " + i)).line())
                    .toList();
        }

        List<Bytes> lines(List<Command> commands, int first, int step) {
            return IntStream.iterate(first, i -> i < commands.size(), i -> i + step)
                    .mapToObj(i -> says(commands.get(i)).line())
                    .toList();
        }

        Submission says(Command command) {
            Acts.Said act = Acts.write(command);
            Section envelope = new Section(Sha256.of(Bytes.of("salt " + seq)), act.envelope());
            Section details = new Section(envelope.salt(), act.details());
            Draft draft = new Draft(
                    theatre,
                    signer.key(),
                    seq++,
                    last,
                    TIME,
                    act.type(),
                    Status.ACTUAL,
                    envelope.digest(),
                    details.digest());
            Submission said = new Submission(NoteText.sign(draft, signer), envelope, details);
            last = said.note().note().hash();
            return said;
        }
    }
}
