package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.core.Hash;
import org.tansiq.core.Names;
import org.tansiq.core.Refusal;
import org.tansiq.core.Table;
import org.tansiq.core.party.Cover;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.Kind;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.Quorum;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.edge.http.Words;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Position;
import org.tansiq.wire.Answer;

/** Who takes part: three parties, each with a head, a planner, a duty officer, and a key that only reads. */
final class Cast {
    static final long MINUTE = 60_000_000L;
    static final long HOUR = 60 * MINUTE;
    static final long CELL = 5 * MINUTE;
    /** On a whole step of five minutes. */
    static final long NOON = 1_790_000_100_000_000L / CELL * CELL;

    static final PartyId ALPHA = new PartyId("alpha");
    static final PartyId BRAVO = new PartyId("bravo");
    static final PartyId CHARLIE = new PartyId("charlie");
    static final List<PartyId> PARTIES = List.of(ALPHA, BRAVO, CHARLIE);
    static final List<String> KEYS = keys();

    static final DeskId AIR = new DeskId("air");
    static final DeskId LINE = new DeskId("line");
    static final Position HERE = new Position(35, 38);

    private Cast() {}

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("host"));
        for (PartyId party : PARTIES)
            for (String key : List.of("head", "planner", "duty", "reader")) keys.add(party + "/" + key);
        return keys;
    }

    static String key(String name) {
        return "TEST-" + name;
    }

    static Names names(String name) {
        return new Names(name, name, name);
    }

    static Desk desk(DeskId id, String contact) {
        return new Desk(id, names(id.text()), contact, "en");
    }

    static Founding founding() {
        List<Position> outline = List.of(new Position(30, 30), new Position(30, 45), new Position(40, 45));
        return new Founding(
                names("theatre"),
                new Cover(outline, Band.ALL),
                /* tests= */ true,
                ALPHA,
                PARTIES.stream().map(Cast::draft).toList(),
                Quorum.TWO_THIRDS);
    }

    private static PartyDraft draft(PartyId party) {
        Author head = new Author(key(party + "/head"), "");
        return new PartyDraft(party, names(party.text()), Kind.STATE_FORCE, List.of(head.key()));
    }

    static Figures with(Figures others, Figure figure, long value) {
        return new Figures(others.named().put(figure, value));
    }

    static Hash hash(String of) {
        return Author.seed(of);
    }

    static Figures figures(Figure figure, long value) {
        return new Figures(Table.<Figure, Long>empty().put(figure, value));
    }

    /** Words in which everything stands that a problem is made of. */
    static Words words() {
        return new Words() {
            @Override
            public Said fault(String accepted, String type, String field, String value, String limit) {
                return new Said("en", type, field + " " + value + " " + limit);
            }

            @Override
            public Said refused(String accepted, Refusal why) {
                return new Said("en", "refused", why.toString());
            }

            @Override
            public Said answer(String accepted, Answer answer) {
                return new Said("en", "answer", answer.bytes().text());
            }
        };
    }
}
