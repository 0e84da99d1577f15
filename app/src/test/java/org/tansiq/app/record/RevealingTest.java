package org.tansiq.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.app.words.Language;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.client.Drafting;
import org.tansiq.client.Opened;
import org.tansiq.client.Place;
import org.tansiq.core.Hash;
import org.tansiq.core.Status;
import org.tansiq.core.airspace.Answering;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Margins;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Parties;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Agreed;
import org.tansiq.ledger.Section;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Submission;

/** What is said of a note that another party opens. */
final class RevealingTest {
    private static final long NOON = 1_790_000_000_000_000L;

    private final Submission said = said();
    private final Revealing revealing =
            new Revealing(new Moments(Messages.in(Language.EN), ZoneOffset.UTC), Parties.NONE);

    private static Submission said() {
        Acts.Said act = Acts.example("airspace.declare");
        Drafting drafting = new Drafting(Hash.NONE, Players.signer("TEST-stranger/1"), new SecureRandom());
        return drafting.sign(
                new Drafting.Saying(act.type(), Status.ACTUAL, act.envelope(), act.details(), NOON),
                new Place(0, Hash.NONE));
    }

    private static ConflictView view() {
        Agreed none = new Agreed(0, new Agreed.Source.ByRules());
        return new ConflictView(
                Hash.NONE,
                Hash.NONE,
                1,
                new Answering(new PartyId("b"), new DeskId("air")),
                new Margins(none, none, none),
                List.of(),
                true,
                Optional.empty(),
                new ConflictView.Standing(false, false, false));
    }

    private List<String> lines(Optional<Section> details) {
        Opened opened = new Opened(7, said.note(), said.envelope(), details);
        return revealing.lines(view(), opened).stream().map(Phrase::text).toList();
    }

    @Test
    void aKeyThatIsNoneOfTheirsIsNamed() {
        assertThat(lines(Optional.empty()).getFirst()).contains("SIGNED BY TEST-stranger/1, WHICH IS NO KEY OF b");
    }

    @Test
    void ofClosedDetailsNothingIsSaid() {
        assertThat(lines(Optional.empty())).noneMatch(line -> line.contains("Name:"));
        assertThat(lines(Optional.of(said.details()))).anyMatch(line -> line.contains("Name:"));
        assertThat(lines(Optional.empty())).anyMatch(line -> line.contains("Volume 1:"));
    }
}
