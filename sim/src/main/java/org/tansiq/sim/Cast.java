package org.tansiq.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Command;
import org.tansiq.core.HallCommand;
import org.tansiq.core.Hash;
import org.tansiq.core.Names;
import org.tansiq.core.Table;
import org.tansiq.core.VerifierKey;
import org.tansiq.core.World;
import org.tansiq.core.party.Cover;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Quorum;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.Text;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Position;
import org.tansiq.ledger.Sha256;
import org.tansiq.wire.Acts;

/** Who takes part, and what each would say next. */
final class Cast {
    private static final PartyId A = new PartyId("a");
    private static final PartyId B = new PartyId("b");
    private static final PartyId C = new PartyId("c");
    private static final DeskId AIR = new DeskId("air");
    private static final long ACTS_PER_MINUTE = 45;
    private static final long LOST_HEAD_SECONDS = 60;
    private static final long ANSWER_MICROS_MAX = 20_000_000;

    final Author host;
    final Author stranger;
    final List<Author> all = new ArrayList<>();
    private final Author headOfC;
    private final List<Author> heads;
    private final List<Author> officers = new ArrayList<>();
    private final VerifierKey spare;
    private final VerifierKey spareOfC;
    private final Dice dice;
    private final Pilots pilots;
    private Hash theatre = Hash.NONE;

    Cast(Ways ways, Dice dice) {
        this.dice = dice;
        this.pilots = new Pilots(dice);
        this.host = author(ways, A, "host", true);
        this.heads = List.of(
                author(ways, A, "head", true), author(ways, A, "second-head", true), author(ways, B, "head", true));
        this.headOfC = author(ways, C, "head", true);
        for (PartyId party : List.of(A, B)) {
            for (int i = 1; i <= 3; i++) officers.add(author(ways, party, "officer" + i, true));
            officers.add(author(ways, party, "liar", false));
        }
        this.stranger = author(ways, C, "stranger", false);
        this.spare = ways.signer("TEST-a/spare", Sha256.of(Bytes.of("spare"))).key();
        this.spareOfC =
                ways.signer("TEST-c/spare", Sha256.of(Bytes.of("spare of c"))).key();
        all.add(host);
        all.addAll(heads);
        all.add(headOfC);
        all.addAll(officers);
    }

    private Author author(Ways ways, PartyId party, String name, boolean honest) {
        String whole = "TEST-" + party + "/" + name;
        return new Author(party, ways.signer(whole, Sha256.of(Bytes.of(whole))), honest, dice);
    }

    Hash theatre() {
        return theatre;
    }

    /** The note that founds the theatre; said once. */
    Acts.Said founding() {
        PartyDraft a = new PartyDraft(
                A,
                names("a"),
                Kind.STATE_FORCE,
                List.of(heads.get(0).key(), heads.get(1).key()));
        PartyDraft b =
                new PartyDraft(B, names("b"), Kind.MISSION, List.of(heads.get(2).key()));
        Cover cover = new Cover(List.of(new Position(30, 30), new Position(30, 45), new Position(40, 45)), Band.ALL);
        Founding founding = new Founding(names("Sim"), cover, /* tests= */ true, A, List.of(a, b), Quorum.TWO_THIRDS);
        Figures terms = new Figures(Table.<Figure, Long>empty()
                .put(Figure.ACTS_PER_MINUTE, ACTS_PER_MINUTE)
                .put(Figure.LOST_HEAD_SECONDS, LOST_HEAD_SECONDS));
        return Acts.write(new HallCommand.Found(founding, terms, Ways.RULES));
    }

    void founded(Hash note) {
        theatre = note;
    }

    static PartyCommand desk(String contact) {
        return new PartyCommand.SetDesk(new Desk(AIR, names("Air desk"), contact, "en, ar, ru"));
    }

    private static Names names(String name) {
        return new Names(name, "جو " + name, "Пост " + name);
    }

    /** What an author would say next, as the world stands. Nothing where its key may not speak yet. */
    Optional<Acts.Said> next(Author author, World world, long now) {
        Optional<Key> key = world.parties().key(author.key()).filter(known -> !known.revoked());
        if (key.isEmpty()) return Optional.empty();
        if (dice.oneIn(60)) return Optional.of(new Acts.Said("party.desk", Bytes.of("{\"desk\":7}"), Bytes.NONE));
        Command command = switch (key.get().role()) {
            case HEAD -> head(author, world, now);
            case HOST -> new HallCommand.AdoptRules(Ways.RULES);
            case DUTY_OFFICER, PLANNER, DEVICE, AUDITOR -> officer(author, world, now);
        };
        boolean quiet = key.get().role() == Role.HOST && !dice.oneIn(10);
        return quiet ? Optional.empty() : Optional.of(Acts.write(command));
    }

    private Command officer(Author author, World world, long now) {
        if (!dice.oneIn(4)) return pilots.next(author, world, now);
        if (author.party.equals(A) && dice.oneIn(25))
            return new PartyCommand.ReplaceHead(heads.get(1).key(), spare);
        return desk("line " + dice.below(1000));
    }

    private Command head(Author author, World world, long now) {
        if (!world.parties().accepted(author.party)) return new PartyCommand.Accept(theatre);
        boolean bare =
                world.parties().all().get(author.party).orElseThrow().desks().size() == 0;
        return switch (bare ? 0 : dice.below(24)) {
            case 0, 1, 2, 3 -> desk("line " + dice.below(1000));
            case 4, 5, 6, 7 -> enrol(author, world);
            case 8, 9, 10 -> proposes(world, now);
            case 11, 12, 13, 14, 15 -> signs(world);
            case 16, 17 ->
                new PartyCommand.ProposeParty(new PartyDraft(C, names("c"), Kind.OPERATOR, List.of(headOfC.key())));
            case 18, 19, 20 -> agrees(world);
            case 21 -> new HallCommand.AgreeRules(dice.oneIn(2) ? Ways.RULES : dice.hash());
            case 22 ->
                dice.oneIn(2)
                        ? lost()
                        : new PartyCommand.Revoke(dice.pick(officers).key(), "lost");
            default -> new TermsCommand.Sign(dice.hash());
        };
    }

    // Party c has no desks of its own: the others may call its head key lost, and it may show that it is not.
    private Command lost() {
        return new PartyCommand.ReplaceHead(headOfC.key(), spareOfC);
    }

    private Command enrol(Author head, World world) {
        List<Author> own = officers.stream()
                .filter(officer -> officer.party.equals(head.party))
                .filter(officer -> world.parties().key(officer.key()).isEmpty())
                .toList();
        if (own.isEmpty()) return desk("line " + dice.below(1000));
        Author officer = dice.pick(own);
        Role role = dice.oneIn(6) ? Role.PLANNER : Role.DUTY_OFFICER;
        return new PartyCommand.Enrol(officer.key(), role, Optional.of(AIR));
    }

    private Command proposes(World world, long now) {
        List<PartyId> members = world.parties().members();
        Group group = new Group(dice.oneIn(3) ? members : List.of(A, B));
        Figures figures = new Figures(Table.<Figure, Long>empty()
                .put(Figure.BUFFER_METRES, (long) dice.below(1000))
                .put(Figure.BUFFER_HEIGHT_METRES, (long) dice.below(200))
                .put(Figure.MINIMUM_NOTICE_SECONDS, (long) dice.below(dice.oneIn(2) ? 60 : 3600))
                .put(Figure.ACTIVATION_RULE, (long) dice.below(2))
                .put(Figure.DISCLOSURE_LEVEL, dice.oneIn(3) ? (long) dice.below(3) : 0L));
        long answerBy = now + 1 + dice.below((int) ANSWER_MICROS_MAX);
        return new TermsCommand.Propose(new Text(
                names("text " + dice.below(100)),
                group,
                figures,
                dice.oneIn(2) ? Optional.of(answerBy) : Optional.empty()));
    }

    private Command signs(World world) {
        List<Hash> open = world.terms().open().keys();
        return new TermsCommand.Sign(open.isEmpty() ? dice.hash() : dice.pick(open));
    }

    private Command agrees(World world) {
        List<Hash> open = world.parties().proposals().keys();
        return new PartyCommand.AgreeParty(open.isEmpty() ? dice.hash() : dice.pick(open));
    }
}
