package org.tansiq.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.party.Cover;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.Key;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Quorum;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.Text;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Position;

/**
 * Who takes part: alpha, which is the host, bravo and charlie; delta and echo come later. No key signs
 * anything.
 */
final class Cast {
    static final long NOON = 1_790_000_040_000_000L;
    static final long MINUTE = 60_000_000L;

    static final PartyId ALPHA = new PartyId("alpha");
    static final PartyId BRAVO = new PartyId("bravo");
    static final PartyId CHARLIE = new PartyId("charlie");
    static final PartyId DELTA = new PartyId("delta");
    static final PartyId ECHO = new PartyId("echo");

    static final VerifierKey HOST = key("alpha/host");
    static final VerifierKey HEAD_A = key("alpha/head");
    static final VerifierKey HEAD_B = key("bravo/head");
    static final VerifierKey HEAD_C = key("charlie/head");
    static final VerifierKey HEAD_D = key("delta/head");
    static final VerifierKey HEAD_E = key("echo/head");

    static final DeskId AIR = new DeskId("air");
    static final DeskId LINE = new DeskId("line");
    static final Hash RULES = hash("rules");
    static final Hash NEWER = hash("newer rules");

    private Cast() {}

    static Hash hash(String of) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException(every);
        }
    }

    static VerifierKey key(String name) {
        return new VerifierKey(name, hash("key " + name));
    }

    static Names names(String name) {
        return new Names(name, name, name);
    }

    static PartyDraft draft(PartyId id, VerifierKey... heads) {
        return new PartyDraft(id, names(id.text()), Kind.STATE_FORCE, List.of(heads));
    }

    static Founding founding(boolean tests, PartyDraft... founders) {
        List<Position> outline = List.of(new Position(30, 30), new Position(30, 45), new Position(40, 45));
        return new Founding(
                names("theatre"), new Cover(outline, Band.ALL), tests, ALPHA, List.of(founders), Quorum.TWO_THIRDS);
    }

    static Founding founding() {
        return founding(false, draft(ALPHA, HEAD_A), draft(BRAVO, HEAD_B), draft(CHARLIE, HEAD_C));
    }

    static HallCommand.Found found(Founding founding, Figures terms) {
        return new HallCommand.Found(founding, terms, RULES);
    }

    static Key enrolled(VerifierKey key, PartyId party, Role role, DeskId... desk) {
        return new Key(key, party, role, List.of(desk).stream().findFirst(), /* revoked= */ false);
    }

    static Desk desk(DeskId id) {
        return new Desk(id, names(id.text()), "radio 3", "en, ar");
    }

    static Figures figure(Figure figure, long value) {
        return figures(Figures.NONE, figure, value);
    }

    static Figures figures(Figures others, Figure figure, long value) {
        return new Figures(others.named().put(figure, value));
    }

    static Group group(PartyId... parties) {
        return new Group(List.of(parties));
    }

    static Text text(Group group, Figure figure, long value) {
        return new Text(names("text"), group, figure(figure, value), Optional.empty());
    }

    static Text until(long answerBy, Group group) {
        return new Text(names("text"), group, figure(Figure.BUFFER_METRES, 500), Optional.of(answerBy));
    }
}
