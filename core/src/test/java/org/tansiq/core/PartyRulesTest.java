package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.party.DeskId;
import org.tansiq.core.party.Founding;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyDraft;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.party.PartyRules;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.TermsCommand;

final class PartyRulesTest {
    private static final PartyDraft ANOTHER = draft(DELTA, HEAD_D);
    private static final Command PROPOSE = new PartyCommand.ProposeParty(ANOTHER);
    private static final VerifierKey DUTY = key("alpha/duty");

    private static Command agree(Hash proposal) {
        return new PartyCommand.AgreeParty(proposal);
    }

    private static Given proposed() {
        return Given.theatre().by(HEAD_A, PROPOSE);
    }

    private static Given invited() {
        Given given = proposed();
        Hash proposal = given.last();
        return given.by(HEAD_B, agree(proposal)).by(HEAD_C, agree(proposal));
    }

    @Test
    void anotherPartyIsInvitedOnceAllHaveAgreed() {
        Then made = Given.theatre().when(HEAD_A, PROPOSE);
        Hash proposal = made.after().last();
        made.then(new PartyEvent.PartyProposed(proposal, ANOTHER, ALPHA))
                .when(HEAD_B, agree(proposal))
                .then(new PartyEvent.PartyAgreed(proposal, BRAVO))
                .when(HEAD_C, agree(proposal))
                .then(new PartyEvent.PartyAgreed(proposal, CHARLIE), new PartyEvent.PartyInvited(proposal));
    }

    @Test
    void anInvitedPartyMayAcceptAndNothingElse() {
        Given given = invited();
        Hash theatre = given.world().parties().theatre().orElseThrow().hash();
        Given refused = given.when(HEAD_D, new PartyCommand.SetDesk(desk(AIR)))
                .refused(new HallRefusal.NotYetAccepted(List.of(DELTA)));
        refused.when(HEAD_D, new PartyCommand.Accept(theatre))
                .then(new PartyEvent.Accepted(DELTA))
                .when(HEAD_D, new PartyCommand.SetDesk(desk(AIR)))
                .then(new PartyEvent.DeskSet(DELTA, desk(AIR)));
    }

    @Test
    void anInvitedPartyThatNeverAcceptsHindersNobody() {
        PartyDraft next = draft(ECHO, HEAD_E);
        Given given = invited().by(HEAD_A, new PartyCommand.ProposeParty(next));
        Hash proposal = given.last();
        given.by(HEAD_B, agree(proposal))
                .when(HEAD_C, agree(proposal))
                .then(new PartyEvent.PartyAgreed(proposal, CHARLIE), new PartyEvent.PartyInvited(proposal));
        Given terms = invited()
                .by(HEAD_A, new TermsCommand.Propose(text(group(ALPHA, BRAVO, CHARLIE), Figure.ACTS_PER_MINUTE, 50)));
        Hash text = terms.last();
        World agreed = terms.by(HEAD_B, new TermsCommand.Sign(text))
                .by(HEAD_C, new TermsCommand.Sign(text))
                .world();
        assertThat(agreed.terms().everywhere(Figure.ACTS_PER_MINUTE).value()).isEqualTo(50);
    }

    @Test
    void theTermsSayHowManyMustAgree() {
        Given two = Given.open(founding(), figure(Figure.ADMISSION_AGREEMENTS, 2));
        Given given = two.by(HEAD_A, PROPOSE);
        Hash proposal = given.last();
        given.when(HEAD_C, agree(proposal))
                .then(new PartyEvent.PartyAgreed(proposal, CHARLIE), new PartyEvent.PartyInvited(proposal));
    }

    @Test
    void whereOneSufficesAProposalInvites() {
        Then made =
                Given.open(founding(), figure(Figure.ADMISSION_AGREEMENTS, 1)).when(HEAD_A, PROPOSE);
        Hash proposal = made.after().last();
        made.then(new PartyEvent.PartyProposed(proposal, ANOTHER, ALPHA), new PartyEvent.PartyInvited(proposal));
    }

    @Test
    void moreAgreementsThanPartiesAreAllParties() {
        Given given =
                Given.open(founding(), figure(Figure.ADMISSION_AGREEMENTS, 100)).by(HEAD_A, PROPOSE);
        Hash proposal = given.last();
        given.by(HEAD_B, agree(proposal))
                .when(HEAD_C, agree(proposal))
                .then(new PartyEvent.PartyAgreed(proposal, CHARLIE), new PartyEvent.PartyInvited(proposal));
    }

    @Test
    void onlyAHeadProposesAndAgrees() {
        Given given = Given.theatre();
        given.when(HOST, PROPOSE).refused(new HallRefusal.NotYourRole(Role.HOST));
        proposed().when(HOST, agree(proposed().last())).refused(new HallRefusal.NotYourRole(Role.HOST));
    }

    @Test
    void aPartyAgreesOnce() {
        Given given = proposed();
        given.when(HEAD_A, agree(given.last())).refused(new PartyRefusal.AlreadyAgreed());
    }

    @Test
    void whatNobodyProposedIsNotAgreedTo() {
        proposed().when(HEAD_B, agree(NEWER)).refused(new PartyRefusal.NoSuchProposal(NEWER));
        Given invited = invited();
        Hash proposal = proposed().last();
        invited.when(HEAD_B, agree(proposal)).refused(new PartyRefusal.NoSuchProposal(proposal));
    }

    @Test
    void anIdThatIsTakenIsNotProposed() {
        Given.theatre()
                .when(HEAD_A, new PartyCommand.ProposeParty(draft(BRAVO, HEAD_D)))
                .refused(new PartyRefusal.IdTaken(BRAVO));
    }

    @Test
    void aKeyThatIsTakenOrForTestsIsNotProposed() {
        Given.theatre()
                .when(HEAD_A, new PartyCommand.ProposeParty(draft(DELTA, HEAD_B)))
                .refused(new PartyRefusal.KeyTaken(HEAD_B.name()));
        Given.theatre()
                .when(HEAD_A, new PartyCommand.ProposeParty(draft(DELTA, key("TEST-d"))))
                .refused(new PartyRefusal.TestKey("TEST-d"));
    }

    @Test
    void ofTwoProposalsWithOneIdTheFirstComesIn() {
        Given given = proposed();
        Hash first = given.last();
        given = given.by(HEAD_B, new PartyCommand.ProposeParty(draft(DELTA, HEAD_E)));
        Hash second = given.last();
        given.by(HEAD_A, agree(second))
                .by(HEAD_C, agree(second))
                .by(HEAD_B, agree(first))
                .when(HEAD_C, agree(first))
                .refused(new PartyRefusal.IdTaken(DELTA));
    }

    @Test
    void ofTwoProposalsWithOneKeyTheFirstComesIn() {
        Given given = proposed();
        Hash first = given.last();
        given = given.by(HEAD_B, new PartyCommand.ProposeParty(draft(ECHO, HEAD_D)));
        Hash second = given.last();
        given.by(HEAD_A, agree(second))
                .by(HEAD_C, agree(second))
                .by(HEAD_B, agree(first))
                .when(HEAD_C, agree(first))
                .refused(new PartyRefusal.KeyTaken(HEAD_D.name()));
    }

    @Test
    void onePartyCannotFillThePlacesForProposalsOfAnother() {
        Given given = Given.theatre();
        for (int i = 0; i < PartyRules.PROPOSALS_MAX; i++)
            given = given.by(HEAD_A, new PartyCommand.ProposeParty(draft(new PartyId("p" + i), key("p" + i))));
        given.when(HEAD_A, PROPOSE).refused(new PartyRefusal.TooMany("proposals", PartyRules.PROPOSALS_MAX));
        Then made = given.when(HEAD_B, PROPOSE);
        made.then(new PartyEvent.PartyProposed(made.after().last(), ANOTHER, BRAVO));
    }

    @Test
    void noMorePartiesAreInvitedThanATheatreHolds() {
        List<PartyDraft> founders = new ArrayList<>(List.of(draft(ALPHA, HEAD_A)));
        for (int i = 1; i < Founding.PARTIES_MAX - 1; i++) founders.add(draft(new PartyId("p" + i), key("p" + i)));
        Founding founding = founding(false, founders.toArray(PartyDraft[]::new));
        Given full =
                Given.open(founding, figure(Figure.ADMISSION_AGREEMENTS, 2)).by(HEAD_A, PROPOSE);
        Hash first = full.last();
        full = full.by(HEAD_A, new PartyCommand.ProposeParty(draft(ECHO, HEAD_E)));
        Hash second = full.last();
        full.by(key("p1"), agree(first))
                .when(key("p1"), agree(second))
                .refused(new PartyRefusal.TooMany("parties", Founding.PARTIES_MAX));
    }

    @Test
    void aProposalWhoseShortIdIsTakenIsRefused() {
        Given given = proposed();
        Hash first = given.last();
        Hash reads = new Hash(first.first(), first.second() ^ 1, 0, 0);
        Note note = given.note(reads, HEAD_B, 1, given.world().chain(HEAD_B).head(), PROPOSE, Status.ACTUAL);
        given.when(note, new Reading.Clear(PROPOSE)).refused(new HallRefusal.BriefTaken(first.brief()));
    }

    @Test
    void aDeskIsSetUpByAHeadAndMendedByItsDutyOfficer() {
        Given given = Given.theatre()
                .by(HEAD_A, new PartyCommand.SetDesk(desk(AIR)))
                .by(HEAD_A, new PartyCommand.SetDesk(desk(LINE)))
                .by(HEAD_A, new PartyCommand.Enrol(DUTY, Role.DUTY_OFFICER, Optional.of(AIR)));
        given.when(DUTY, new PartyCommand.SetDesk(desk(AIR))).then(new PartyEvent.DeskSet(ALPHA, desk(AIR)));
        given.when(DUTY, new PartyCommand.SetDesk(desk(LINE))).refused(new PartyRefusal.NotYourDesk(LINE));
        given.when(HOST, new PartyCommand.SetDesk(desk(AIR))).refused(new HallRefusal.NotYourRole(Role.HOST));
    }

    @Test
    void aPlannerDoesNotSayHowADeskIsReached() {
        Given given = Given.theatre()
                .by(HEAD_A, new PartyCommand.SetDesk(desk(AIR)))
                .by(HEAD_A, new PartyCommand.Enrol(DUTY, Role.PLANNER, Optional.of(AIR)));
        given.when(DUTY, new PartyCommand.SetDesk(desk(AIR))).refused(new HallRefusal.NotYourRole(Role.PLANNER));
    }

    @Test
    void aPartyHasNoMoreDesksThanItMay() {
        Given given = Given.theatre();
        for (int i = 0; i < PartyRules.DESKS_MAX; i++)
            given = given.by(HEAD_A, new PartyCommand.SetDesk(desk(new DeskId("d" + i))));
        given.when(HEAD_A, new PartyCommand.SetDesk(desk(AIR)))
                .refused(new PartyRefusal.TooMany("desks", PartyRules.DESKS_MAX));
        given.when(HEAD_A, new PartyCommand.SetDesk(desk(new DeskId("d0"))))
                .then(new PartyEvent.DeskSet(ALPHA, desk(new DeskId("d0"))));
    }

    @Test
    void whoTakesPartIsNeverPlayed() {
        Given given = Given.theatre();
        for (Status played : List.of(Status.EXERCISE, Status.TEST))
            given.when(given.note(HEAD_A, PROPOSE, played), new Reading.Clear(PROPOSE))
                    .refused(new HallRefusal.OnlyActual(played));
    }

    @Test
    void applyRunsNoRules() {
        World world = Given.theatre()
                .so(
                        new PartyEvent.DeskSet(BRAVO, desk(AIR)),
                        new PartyEvent.KeyEnrolled(enrolled(key("TEST-x"), BRAVO, Role.HOST)))
                .world();
        assertThat(world.parties().key(key("TEST-x"))).isPresent();
        World early = Given.founded(founding(), Figures.NONE)
                .so(new PartyEvent.DeskSet(ALPHA, desk(AIR)))
                .world();
        assertThat(early.parties().all().get(ALPHA).orElseThrow().desks().size())
                .isEqualTo(1);
    }
}
