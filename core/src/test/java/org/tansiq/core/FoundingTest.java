package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.party.Role;
import org.tansiq.core.party.Theatre;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.TermsEvent;

final class FoundingTest {
    private static final Figures FOUR = figure(Figure.BUFFER_METRES, 4);

    @Test
    void entryZeroIsTheTheatreItsTermsAndItsRules() {
        Then founded = Given.nothing().when(HOST, found(founding(), FOUR));
        Hash note = founded.after().last();
        World world = founded.then(
                        new PartyEvent.Founded(new Theatre(note, HOST, founding())),
                        new TermsEvent.TheatreTermsSet(FOUR),
                        new HallEvent.RulesInForce(RULES))
                .world();
        assertThat(founded.entry().index()).isZero();
        assertThat(world.terms().everywhere(Figure.BUFFER_METRES))
                .isEqualTo(new Agreed(4, new Agreed.Source.ByTheatre()));
        assertThat(world.rules()).contains(RULES);
        assertThat(world.parties().waiting()).containsExactly(ALPHA, BRAVO, CHARLIE);
        assertThat(world.parties().key(HOST)).contains(enrolled(HOST, ALPHA, Role.HOST));
    }

    @Test
    void everyFounderIsToldOfTheFounding() {
        Then founded = Given.nothing().when(HOST, found(founding(), FOUR));
        assertThat(founded.entry().deliveries())
                .extracting(Delivery::to, Delivery::number, Delivery::opening)
                .containsExactly(
                        tuple(ALPHA, 1L, Opening.WHOLE),
                        tuple(BRAVO, 1L, Opening.WHOLE),
                        tuple(CHARLIE, 1L, Opening.WHOLE));
        assertThat(founded.told(BRAVO)).isEqualTo(founded.entry().events());
    }

    @Test
    void aFoundingThatIsRefusedMayBeMended() {
        VerifierKey forTests = key("TEST-bravo/head");
        Founding founding = founding(false, draft(ALPHA, HEAD_A), draft(BRAVO, forTests));
        Given refused =
                Given.nothing().when(HOST, found(founding, FOUR)).refused(new PartyRefusal.TestKey("TEST-bravo/head"));
        assertThat(refused.world().next()).isEqualTo(1);
        World mended = refused.by(HOST, found(founding(), FOUR)).world();
        assertThat(mended.parties().theatre()).isPresent();
    }

    @Test
    void aTheatreForTestsTakesKeysMadeForTests() {
        Founding founding = founding(true, draft(ALPHA, HEAD_A), draft(BRAVO, key("TEST-bravo/head")));
        World world = Given.open(founding, FOUR).world();
        assertThat(world.parties().members()).containsExactly(ALPHA, BRAVO);
    }

    @Test
    void theHostsKeyIsNobodysHeadKey() {
        Founding founding = founding(false, draft(ALPHA, HEAD_A), draft(BRAVO, HOST));
        Given.nothing().when(HOST, found(founding, FOUR)).refused(new PartyRefusal.KeyTaken(HOST.name()));
    }

    @Test
    void aTheatreIsNotFoundedInPlay() {
        Given given = Given.nothing();
        HallCommand.Found found = found(founding(), FOUR);
        given.when(given.note(HOST, found, Status.EXERCISE), new Reading.Clear(found))
                .refused(new HallRefusal.OnlyActual(Status.EXERCISE));
    }

    @Test
    void aFoundingThatSaysSomethingElseIsRefused() {
        Given given = Given.nothing();
        Command other = new HallCommand.AgreeRules(RULES);
        given.when(given.note(HOST, found(founding(), FOUR)), new Reading.Clear(other))
                .refused(new HallRefusal.BadBody("type", Rules.FOUNDING, Rules.FOUNDING));
    }

    @Test
    void thereIsOneFounding() {
        Given.theatre().when(HEAD_B, found(founding(), FOUR)).refused(new HallRefusal.AlreadyFounded());
    }

    @Test
    void nothingButAcceptancesBeforeAllHaveAccepted() {
        Given given = Given.founded(founding(), FOUR);
        Hash theatre = given.last();
        for (Command early : List.of(
                new PartyCommand.SetDesk(desk(AIR)),
                new TermsCommand.Sign(RULES),
                new HallCommand.AgreeRules(NEWER),
                new PartyCommand.ProposeParty(draft(DELTA, HEAD_D))))
            given = given.when(HEAD_A, early).refused(new HallRefusal.NotYetAccepted(List.of(ALPHA, BRAVO, CHARLIE)));
        given.when(HOST, new HallCommand.AdoptRules(NEWER))
                .refused(new HallRefusal.NotYetAccepted(List.of(ALPHA, BRAVO, CHARLIE)));
        Given open = given.when(HEAD_A, new PartyCommand.Accept(theatre))
                .then(new PartyEvent.Accepted(ALPHA))
                .when(HEAD_A, new PartyCommand.SetDesk(desk(AIR)))
                .refused(new HallRefusal.NotYetAccepted(List.of(BRAVO, CHARLIE)))
                .by(HEAD_B, new PartyCommand.Accept(theatre))
                .by(HEAD_C, new PartyCommand.Accept(theatre));
        open.when(HEAD_A, new PartyCommand.SetDesk(desk(AIR))).then(new PartyEvent.DeskSet(ALPHA, desk(AIR)));
    }

    @Test
    void onlyAHeadAccepts() {
        Given given = Given.founded(founding(), FOUR);
        given.when(HOST, new PartyCommand.Accept(given.last())).refused(new HallRefusal.NotYourRole(Role.HOST));
    }

    @Test
    void whatIsAcceptedIsThisTheatre() {
        Given given = Given.founded(founding(), FOUR);
        given.when(HEAD_A, new PartyCommand.Accept(NEWER)).refused(new PartyRefusal.OtherFounding(given.last()));
    }

    @Test
    void oneAcceptsOnce() {
        Given given = Given.founded(founding(), FOUR);
        Hash theatre = given.last();
        given.by(HEAD_A, new PartyCommand.Accept(theatre))
                .when(HEAD_A, new PartyCommand.Accept(theatre))
                .refused(new PartyRefusal.AlreadyAccepted());
    }

    @Test
    void aFoundingNamesEachPartyAndEachKeyOnce() {
        assertThatThrownBy(() -> founding(false, draft(ALPHA, HEAD_A), draft(ALPHA, HEAD_B)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("founders.id");
        assertThatThrownBy(() -> founding(false, draft(ALPHA, HEAD_A), draft(BRAVO, HEAD_A)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("founders.heads");
        VerifierKey otherName = new VerifierKey("other", HEAD_D.point());
        assertThatThrownBy(() -> draft(DELTA, HEAD_D, otherName))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("each key once");
        assertThatThrownBy(() -> founding(false, draft(BRAVO, HEAD_A), draft(CHARLIE, HEAD_B)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("host");
        assertThatThrownBy(() -> founding(false, draft(ALPHA, HEAD_A))).isInstanceOf(Malformed.class);
    }

    @Test
    void aRefusedFoundingTellsNobody() {
        Founding founding = founding(false, draft(ALPHA, HEAD_A), draft(BRAVO, HOST));
        assertThat(Given.nothing().when(HOST, found(founding, FOUR)).entry().deliveries())
                .isEmpty();
        assertThat(Given.nothing().world().rules()).isEqualTo(Optional.empty());
    }
}
