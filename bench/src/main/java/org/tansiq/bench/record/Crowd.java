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
import org.tansiq.ledger.LoginText;
import org.tansiq.ledger.NoteText;
import org.tansiq.ledger.Section;
import org.tansiq.ledger.Sha256;
import org.tansiq.ledger.Signer;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Submission;

/**
 * A theatre of parties with desk keys, which belong to each in turn, and notes that these signed beforehand.
 */
public final class Crowd {
    private static final long TIME = 1_790_000_000_000_000L;

    private final Hash rules;
    private final List<Author> desks;
    private final Author host = new Author("TEST-a/host");
    private final List<Author> heads;
    private Hash theatre = Hash.NONE;

    /** Of two parties. */
    public Crowd(Hash rules, int keys) {
        this(rules, 2, keys);
    }

    public Crowd(Hash rules, int parties, int keys) {
        this.rules = rules;
        this.heads = IntStream.range(0, parties)
                .mapToObj(i -> new Author("TEST-" + id(i) + "/head"))
                .toList();
        this.desks = IntStream.range(0, keys)
                .mapToObj(i -> new Author("TEST-desk/" + i))
                .toList();
    }

    // a to j, and then a1 to j1 and so on.
    private static String id(int party) {
        return "abcdefghij".charAt(party % 10) + (party < 10 ? "" : Integer.toString(party / 10));
    }

    /** Founds the theatre and enrols all desk keys. */
    public List<Submission> opening() {
        List<Submission> all = new ArrayList<>();
        Submission founding = host.says(new HallCommand.Found(founding(), figures(), rules));
        theatre = founding.note().note().hash();
        all.add(founding);
        for (Author head : heads) all.add(head.says(new PartyCommand.Accept(theatre)));
        for (Author head : heads) all.add(head.says(desk("line 1")));
        for (int i = 0; i < desks.size(); i++)
            all.add(heads.get(i % heads.size())
                    .says(new PartyCommand.Enrol(
                            desks.get(i).signer.key(), Role.DUTY_OFFICER, Optional.of(new DeskId("air")))));
        return all;
    }

    /** For each key, so many notes in a row, each as a line of JSON. Signed on all cores. */
    List<List<Bytes>> lines(int each) {
        return desks.parallelStream().map(desk -> desk.lines(each)).toList();
    }

    /** These commands, each key in turn: for each key its notes in a row. */
    public List<List<Bytes>> lines(List<Command> commands) {
        return lines(commands, IntStream.range(0, desks.size()).boxed().toList());
    }

    /** These commands, each of these keys in turn: for each its notes in a row. */
    public List<List<Bytes>> lines(List<Command> commands, List<Integer> keys) {
        return IntStream.range(0, keys.size())
                .parallel()
                .mapToObj(i -> desks.get(keys.get(i)).lines(commands, i, keys.size()))
                .toList();
    }

    /** What a desk key signs to log in. */
    public Bytes login(int key, Hash challenge) {
        return LoginText.sign(theatre, challenge, desks.get(key).signer);
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
                IntStream.range(0, heads.size())
                        .mapToObj(i -> party(id(i), heads.get(i).signer.key()))
                        .toList(),
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
