package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.tansiq.ledger.VKey;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Submission;

/**
 * A theatre for tests with two parties, and as many desk keys of each as wanted; every key keeps its chain.
 */
final class Players {
    private static final long NOON = 1_790_000_000_000_000L;

    private final Signer host;
    private final Signer headOfA = signer("TEST-a/head");
    private final Signer headOfB = signer("TEST-b/head");
    private final TreeMap<String, List<Hash>> chains = new TreeMap<>();
    private final List<Signer> desks = new ArrayList<>();
    private Hash theatre = Hash.NONE;

    Players() {
        this("TEST-a/host");
    }

    /** Another host founds another theatre. */
    Players(String host) {
        this.host = signer(host);
    }

    static Signer signer(String name) {
        return Ed25519.signer(name, Sha256.of(Bytes.of(name)).bytes());
    }

    /** The key of that name, as its owner would have it in a file of a folder. */
    static String keyFile(Path folder, String name) throws IOException {
        Path file = folder.resolve(name.replace('/', '-') + ".key");
        String key = VKey.write(signer(name).key());
        Files.writeString(file, "tansiq-key/v1\nkey " + key + "\nseed " + Sha256.of(Bytes.of(name)) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    /** What founds the theatre and enrols so many desk keys, in order. */
    List<Submission> opening(Hash rules, int keys) {
        List<Submission> all = new ArrayList<>();
        Submission founding = says(host, new HallCommand.Found(founding(), figures(), rules));
        theatre = founding.note().note().hash();
        all.add(founding);
        for (Signer head : List.of(headOfA, headOfB)) all.add(says(head, new PartyCommand.Accept(theatre)));
        for (Signer head : List.of(headOfA, headOfB)) all.add(setsDesk(head, "line 1"));
        for (int i = 0; i < keys; i++) {
            Signer desk = signer("TEST-desk/" + i);
            desks.add(desk);
            Signer head = i % 2 == 0 ? headOfA : headOfB;
            all.add(says(head, new PartyCommand.Enrol(desk.key(), Role.DUTY_OFFICER, Optional.of(new DeskId("air")))));
        }
        return all;
    }

    /** The next note of a desk key, which says how the desk is reached. */
    Submission deskSays(int key, String contact) {
        return setsDesk(desks.get(key), contact);
    }

    private Submission setsDesk(Signer by, String contact) {
        Names names = new Names("Air desk", "مكتب الجو", "Воздушный пост");
        return says(by, new PartyCommand.SetDesk(new Desk(new DeskId("air"), names, contact, "en, ar, ru")));
    }

    private Submission says(Signer key, Command command) {
        List<Hash> chain = chains.computeIfAbsent(key.key().name(), _ -> new ArrayList<>());
        Acts.Said act = Acts.write(command);
        Hash salt = Sha256.of(Bytes.of(key.key().name() + " " + chain.size()));
        Section envelope = new Section(salt, act.envelope());
        Section details = new Section(salt, act.details());
        Hash prev = chain.isEmpty() ? Hash.NONE : chain.getLast();
        Draft draft = new Draft(
                theatre,
                key.key(),
                chain.size(),
                prev,
                NOON,
                act.type(),
                Status.ACTUAL,
                envelope.digest(),
                details.digest());
        Submission said = new Submission(NoteText.sign(draft, key), envelope, details);
        chain.add(said.note().note().hash());
        return said;
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
