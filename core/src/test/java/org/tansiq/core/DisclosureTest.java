package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.TermsEvent;

final class DisclosureTest {
    private static final Command PAIR = new TermsCommand.Propose(text(group(ALPHA, BRAVO), Figure.BUFFER_METRES, 500));
    private static final Command ALL =
            new TermsCommand.Propose(text(group(ALPHA, BRAVO, CHARLIE), Figure.BUFFER_METRES, 500));

    private static void assertTold(Then then, PartyId... parties) {
        assertThat(then.entry().deliveries()).extracting(Delivery::to).containsExactly(parties);
        for (Delivery told : then.entry().deliveries())
            assertThat(told.shown()).isEqualTo(then.entry().events());
    }

    @Test
    void aTextOfTermsIsSeenByItsGroupAlone() {
        Then made = Given.theatre().when(HEAD_A, PAIR);
        Hash text = made.after().last();
        assertTold(made, ALPHA, BRAVO);
        Then signed = made.after().when(HEAD_B, new TermsCommand.Sign(text));
        assertTold(signed, ALPHA, BRAVO);
        World world = signed.after().world();
        assertThat(Disclosure.sees(world, text, BRAVO)).isTrue();
        assertThat(Disclosure.sees(world, text, CHARLIE)).isFalse();
        assertThat(Disclosure.sees(world, NEWER, ALPHA)).isFalse();
    }

    @Test
    void aTextThatLapsesIsToldToItsGroupAlone() {
        Given given = Given.theatre();
        given = given.by(HEAD_A, new TermsCommand.Propose(until(given.at() + MINUTE, group(ALPHA, BRAVO))));
        Then lapsed = given.later(MINUTE).tick();
        assertTold(lapsed, ALPHA, BRAVO);
        assertThat(lapsed.entry().deliveries()).allMatch(told -> told.opening() == Opening.CLOSED);
    }

    @Test
    void whatLapsesTogetherIsToldApart() {
        Given given = Given.theatre();
        long answerBy = given.at() + MINUTE;
        given = given.by(HEAD_A, new TermsCommand.Propose(until(answerBy, group(ALPHA, BRAVO))));
        Hash hidden = given.last();
        given = given.by(HEAD_C, new TermsCommand.Propose(until(answerBy, group(ALPHA, CHARLIE))));
        Hash shown = given.last();
        Then lapsed = given.later(MINUTE).tick();
        assertThat(lapsed.told(ALPHA)).hasSize(2);
        assertThat(lapsed.told(BRAVO)).containsExactly(new TermsEvent.Lapsed(hidden));
        assertThat(lapsed.told(CHARLIE)).containsExactly(new TermsEvent.Lapsed(shown));
    }

    @Test
    void aRefusalIsSeenByItsAuthorsPartyAlone() {
        Then refused = Given.theatre().when(HEAD_B, new HallCommand.AdoptRules(NEWER));
        assertTold(refused, BRAVO);
        assertThat(refused.entry().deliveries()).allMatch(told -> told.opening() == Opening.WHOLE);
    }

    @Test
    void whoTakesPartIsSeenByAll() {
        assertTold(Given.theatre().when(HEAD_B, new PartyCommand.SetDesk(desk(AIR))), ALPHA, BRAVO, CHARLIE);
        assertTold(Given.theatre().when(HEAD_B, new HallCommand.AgreeRules(NEWER)), ALPHA, BRAVO, CHARLIE);
        assertTold(Given.theatre().when(HOST, new HallCommand.AdoptRules(NEWER)), ALPHA, BRAVO, CHARLIE);
    }

    @Test
    void hashesOfTheWorldAreToldToNobody() {
        Then hashed = Given.theatre().stamped(new Cause.WorldHashed(4, NEWER), NEWER);
        hashed.then(new HallEvent.WorldHash(4, NEWER));
        assertThat(hashed.entry().deliveries()).isEmpty();
    }

    @Test
    void whoComesLaterSeesTheTextWhoseNumbersAreTheTheatres() {
        Given given = Given.theatre().by(HEAD_A, ALL);
        Hash everywhere = given.last();
        given = given.by(HEAD_B, new TermsCommand.Sign(everywhere)).by(HEAD_A, PAIR);
        Hash pair = given.last();
        given = given.by(HEAD_B, new TermsCommand.Sign(pair))
                .by(HEAD_A, new PartyCommand.ProposeParty(draft(DELTA, HEAD_D)));
        Hash proposal = given.last();
        given = given.by(HEAD_B, new PartyCommand.AgreeParty(proposal))
                .by(HEAD_C, new PartyCommand.AgreeParty(proposal));
        assertThat(Disclosure.sees(given.world(), everywhere, DELTA)).isFalse();
        Then inForce = given.when(HEAD_C, new TermsCommand.Sign(everywhere));
        assertTold(inForce, ALPHA, BRAVO, CHARLIE);
        assertThat(Disclosure.sees(inForce.after().world(), everywhere, DELTA)).isTrue();
        assertThat(Disclosure.sees(inForce.after().world(), pair, DELTA)).isFalse();
    }

    @Test
    void whoIsInvitedIsToldOfItAndOfNothingBefore() {
        Given given = Given.theatre().by(HEAD_A, new PartyCommand.ProposeParty(draft(DELTA, HEAD_D)));
        Hash proposal = given.last();
        Then invited = given.by(HEAD_B, new PartyCommand.AgreeParty(proposal))
                .when(HEAD_C, new PartyCommand.AgreeParty(proposal));
        assertTold(invited, ALPHA, BRAVO, CHARLIE, DELTA);
        assertThat(invited.after().world().inbox(DELTA).count()).isEqualTo(1);
    }

    @Test
    void anInboxNamesTheEntriesOfItsDeliveries() {
        Then first = Given.theatre().when(HEAD_A, PAIR);
        long before = first.before().world().inbox(BRAVO).count();
        Given after =
                first.after().when(HEAD_C, new HallCommand.AdoptRules(NEWER)).after();
        Then last = after.when(HEAD_B, new TermsCommand.Sign(first.after().last()));
        List<Long> indexes = last.after().world().inbox(BRAVO).entries().values();
        assertThat(indexes.subList((int) before, indexes.size()))
                .containsExactly(first.entry().index(), last.entry().index());
    }
}
