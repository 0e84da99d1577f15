package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import org.junit.jupiter.api.Test;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.terms.Figures;

final class ChainTest {
    private static final Command ACT = new PartyCommand.SetDesk(desk(AIR));

    private static Note numbered(Given given, long seq, String hash, Hash prev) {
        return given.note(hash(hash), HEAD_A, seq, prev, ACT, Status.ACTUAL);
    }

    @Test
    void aNoteThatFollowsAnotherIsRefusedAndTheNextFollowsIt() {
        Given given = Given.theatre();
        Hash head = given.world().chain(HEAD_A).head();
        Note astray = numbered(given, 1, "astray", hash("elsewhere"));
        Given refused = given.when(astray, new Reading.Clear(ACT)).refused(new HallRefusal.PrevDiffers(head));
        assertThat(refused.world().chain(HEAD_A).head()).isEqualTo(astray.hash());
        refused.when(numbered(refused, 2, "n", astray.hash()), new Reading.Clear(ACT))
                .then(new PartyEvent.DeskSet(ALPHA, desk(AIR)));
        refused.when(numbered(refused, 2, "n", head), new Reading.Clear(ACT))
                .refused(new HallRefusal.PrevDiffers(astray.hash()));
    }

    @Test
    void aFirstNoteFollowsNothing() {
        Given given = Given.founded(founding(), Figures.NONE);
        given.when(numbered(given, 0, "n", hash("before")), new Reading.Clear(ACT))
                .refused(new HallRefusal.PrevDiffers(Hash.NONE));
    }

    @Test
    void aBadBodyIsRefusedAndConsumesItsNumber() {
        Given given = Given.theatre();
        Given after = given.when(given.note(HEAD_A, ACT), new Reading.Unclear("envelope.id", "A", "a to z"))
                .refused(new HallRefusal.BadBody("envelope.id", "A", "a to z"));
        assertThat(after.world().chain(HEAD_A).next()).isEqualTo(2);
    }

    @Test
    void equivocationIsKeptOnceAndConsumesNothing() {
        Given given = Given.theatre().by(HEAD_A, ACT);
        Hash first = given.last();
        Note second = numbered(given, 1, "second", hash("anything"));
        Then kept = given.when(second, new Reading.Clear(ACT));
        Given after = kept.then(new HallEvent.Equivocated(HEAD_A, 1, first, second.hash()));
        assertThat(after.world().parties()).isEqualTo(given.world().parties());
        Chain chain = after.world().chain(HEAD_A);
        assertThat(chain.next()).isEqualTo(2);
        assertThat(chain.head()).isEqualTo(first);
        assertThat(chain.seconds().get(1L))
                .contains(new Chain.Sequenced(second.hash(), kept.entry().index()));
        assertThat(Rules.admit(after.world(), numbered(given, 1, "third", first)))
                .isEqualTo(new Admission.Spent(kept.entry().index()));
    }

    @Test
    void everybodyIsToldOfAnEquivocationAndSeesItsTextAlone() {
        Given given = Given.theatre().by(HEAD_A, ACT);
        Then kept = given.when(numbered(given, 1, "second", Hash.NONE), new Reading.Clear(ACT));
        assertThat(kept.entry().deliveries()).hasSize(3).allMatch(told -> told.opening() == Opening.TEXT);
    }

    @Test
    void twoNotesOfOneKeyInOneBatchFollowEachOther() {
        Given given = Given.theatre();
        Note first = given.note(HEAD_A, ACT);
        Note second = numbered(given, 2, "second", first.hash());
        assertThat(Rules.admit(given.world(), second)).isEqualTo(new Admission.Ahead(1));
        given.when(first, new Reading.Clear(ACT))
                .after()
                .when(second, new Reading.Clear(ACT))
                .then(new PartyEvent.DeskSet(ALPHA, desk(AIR)));
    }

    @Test
    void refusalsConsumeTheirNumber() {
        Given given = Given.theatre();
        for (long seq = 1; seq < 5; seq++) {
            assertThat(given.world().chain(HEAD_A).next()).isEqualTo(seq);
            given = given.when(HEAD_A, new PartyCommand.AgreeParty(NEWER))
                    .refused(new PartyRefusal.NoSuchProposal(NEWER));
        }
    }

    @Test
    void keysOfOnePartyDoNotWaitForEachOther() {
        Given given = Given.theatre();
        Note ofHost = given.note(HOST, ACT);
        Given after = given.by(HEAD_A, ACT).by(HEAD_A, ACT);
        assertThat(Rules.admit(after.world(), ofHost)).isEqualTo(new Admission.Next());
    }
}
