package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;

final class HeadReplacementTest {
    private static final VerifierKey NEW = key("alpha/new-head");
    private static final VerifierKey OTHER = key("alpha/other-head");
    private static final Command REPLACE = new PartyCommand.ReplaceHead(HEAD_A, NEW);

    private static VerifierKey duty(int number) {
        return key("alpha/duty" + number);
    }

    /** A theatre in which alpha has some keys at a desk. */
    private static Given desks(int keys) {
        Given given = Given.theatre().by(HEAD_A, new PartyCommand.SetDesk(desk(AIR)));
        for (int i = 0; i < keys; i++) given = given.by(HEAD_A, enrol(duty(i), roles(i)));
        return given;
    }

    private static Role roles(int number) {
        return number % 2 == 0 ? Role.DUTY_OFFICER : Role.PLANNER;
    }

    private static Command enrol(VerifierKey key, Role role) {
        return new PartyCommand.Enrol(key, role, role.atDesk() ? Optional.of(AIR) : Optional.empty());
    }

    private static Event vote(VerifierKey by) {
        return new PartyEvent.ReplacementVoted(ALPHA, HEAD_A, NEW, by);
    }

    private static final long WAIT = Figure.LOST_HEAD_SECONDS.standard() * 1_000_000;

    /** All others want it from some time on. */
    private static Event due(Given before) {
        return new PartyEvent.ReplacementDue(ALPHA, HEAD_A, NEW, before.at() + 1 + WAIT);
    }

    private static final Event DONE = new PartyEvent.HeadReplaced(ALPHA, HEAD_A, NEW);

    @ParameterizedTest
    @CsvSource({"2,2", "3,2", "4,3", "5,4", "6,4", "7,5"})
    void twoThirdsOfTheDesksRoundedUpReplaceALostHead(int keys, int needed) {
        Given given = desks(keys);
        for (int i = 0; i < needed - 1; i++)
            given = given.when(duty(i), REPLACE).then(vote(duty(i)));
        World world = given.when(duty(needed - 1), REPLACE)
                .then(vote(duty(needed - 1)), DONE)
                .world();
        assertThat(world.parties().key(HEAD_A).orElseThrow().revoked()).isTrue();
        assertThat(world.parties().key(NEW)).contains(enrolled(NEW, ALPHA, Role.HEAD));
        assertThat(world.parties().replacements().size()).isZero();
    }

    @Test
    void theNewHeadSpeaksAndTheLostOneDoesNot() {
        Given given = desks(2).by(duty(0), REPLACE).by(duty(1), REPLACE);
        assertThat(Rules.admit(given.world(), given.note(HEAD_A, REPLACE))).isEqualTo(new Admission.Revoked());
        given.when(NEW, new PartyCommand.SetDesk(desk(LINE))).then(new PartyEvent.DeskSet(ALPHA, desk(LINE)));
    }

    @Test
    void devicesNeverCount() {
        VerifierKey device = key("alpha/device");
        Given given = desks(2).by(HEAD_A, enrol(device, Role.DEVICE)).by(duty(0), REPLACE);
        given.when(device, REPLACE).refused(new HallRefusal.NotYourRole(Role.DEVICE));
        given.when(duty(1), REPLACE).then(vote(duty(1)), DONE);
    }

    @Test
    void aHeadHasNoVoiceInItsOwnParty() {
        desks(2).by(HEAD_A, enrol(OTHER, Role.HEAD))
                .when(OTHER, REPLACE)
                .refused(new HallRefusal.NotYourRole(Role.HEAD));
    }

    @Test
    void aVoiceWhoseKeyIsRevokedDoesNotCount() {
        Given given = desks(4).by(HEAD_A, enrol(OTHER, Role.HEAD))
                .by(duty(0), REPLACE)
                .by(duty(1), REPLACE)
                .by(OTHER, new PartyCommand.Revoke(duty(0), "lost"));
        given = given.so(new PartyEvent.KeyEnrolled(enrolled(key("alpha/late"), ALPHA, Role.PLANNER, AIR)));
        given.when(duty(2), REPLACE).then(vote(duty(2))).when(duty(3), REPLACE).then(vote(duty(3)), DONE);
    }

    @Test
    void othersHaveNoVoiceWhereTheDesksDecide() {
        desks(3).when(HEAD_B, REPLACE).refused(new PartyRefusal.DesksDecide(3, 2));
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void whereDesksAreTooFewAllOtherHeadsDecideAndWait(int keys) {
        Given one = desks(keys).when(HEAD_B, REPLACE).then(vote(HEAD_B));
        Given all = one.when(HEAD_C, REPLACE).then(vote(HEAD_C), due(one));
        assertThat(all.world().nextDue()).hasValue(one.at() + 1 + WAIT);
        Given early = all.later(WAIT - 2).tick().then();
        Given over = early.tick().then(DONE);
        assertThat(over.world().nextDue()).isEmpty();
        assertThat(over.world().parties().key(NEW)).contains(enrolled(NEW, ALPHA, Role.HEAD));
    }

    /** Nobody takes over a party whose head still signs, be what it signs refused. */
    @Test
    void aHeadThatSignsAnythingIsNotLost() {
        Given all = desks(0).by(HEAD_B, REPLACE).by(HEAD_C, REPLACE);
        Event found = new PartyEvent.NotLost(ALPHA, HEAD_A);
        Command other = new PartyCommand.SetDesk(desk(LINE));
        Given spoken = all.when(HEAD_A, other).then(new PartyEvent.DeskSet(ALPHA, desk(LINE)), found);
        assertThat(spoken.world().nextDue()).isEmpty();
        assertThat(spoken.world().parties().replacements().size()).isZero();
        spoken.when(HEAD_A, other).then(new PartyEvent.DeskSet(ALPHA, desk(LINE)));

        Then refused = all.when(HEAD_A, new PartyCommand.AgreeParty(RULES));
        refused.then(new HallEvent.Refused(new PartyRefusal.NoSuchProposal(RULES)), found);
        assertThat(refused.told(BRAVO)).containsExactly(found);
        assertThat(refused.entry().deliveries())
                .filteredOn(delivery -> delivery.to().equals(BRAVO))
                .extracting(Delivery::opening)
                .containsExactly(Opening.TEXT);
    }

    @Test
    void whoeverTakesAVoiceBackStopsTheClock() {
        Given all = desks(0).by(HEAD_B, REPLACE).by(HEAD_C, REPLACE);
        Given less = all.by(HEAD_B, new PartyCommand.ReplaceHead(HEAD_A, OTHER));
        assertThat(less.world().nextDue()).isEmpty();
        less.when(HEAD_B, REPLACE).then(vote(HEAD_B), due(less));
    }

    @Test
    void theWaitIsTheTheatresNumber() {
        Given given = Given.open(founding(), figure(Figure.LOST_HEAD_SECONDS, 60));
        given = given.by(HEAD_B, REPLACE).by(HEAD_C, REPLACE);
        given.later(60_000_000).tick().then(DONE);
    }

    @Test
    void aSingleDeskKeyIsHeardAndDecidesNothing() {
        Given two = desks(1).when(duty(0), REPLACE)
                .then(vote(duty(0)))
                .when(HEAD_B, REPLACE)
                .then(vote(HEAD_B));
        two.when(HEAD_C, REPLACE).then(vote(HEAD_C), due(two));
    }

    @Test
    void onlyHeadsOfOtherPartiesHaveAVoice() {
        VerifierKey planner = key("bravo/planner");
        Given given = Given.theatre()
                .by(HEAD_B, new PartyCommand.SetDesk(desk(AIR)))
                .by(HEAD_B, new PartyCommand.Enrol(planner, Role.PLANNER, Optional.of(AIR)));
        given.when(planner, REPLACE).refused(new HallRefusal.NotYourRole(Role.PLANNER));
    }

    @Test
    void theHeadsOfOnePartyHaveOneVoiceTogether() {
        VerifierKey second = key("bravo/second");
        Given given = Given.theatre()
                .by(HEAD_B, enrol(second, Role.HEAD))
                .by(HEAD_B, REPLACE)
                .by(second, REPLACE);
        assertThat(given.world()
                        .parties()
                        .replacements()
                        .get(NEW.point())
                        .orElseThrow()
                        .voices()
                        .values())
                .containsExactly(second);
        given.when(HEAD_C, REPLACE).then(vote(HEAD_C), due(given));
    }

    @Test
    void aLaterVoiceTakesThePlaceOfAnEarlier() {
        Given given = desks(3).by(duty(0), REPLACE).by(duty(0), new PartyCommand.ReplaceHead(HEAD_A, OTHER));
        assertThat(given.world().parties().replacements().keys()).containsExactly(OTHER.point());
        given.when(duty(1), REPLACE).then(vote(duty(1)));
        given.when(duty(1), new PartyCommand.ReplaceHead(HEAD_A, OTHER))
                .then(
                        new PartyEvent.ReplacementVoted(ALPHA, HEAD_A, OTHER, duty(1)),
                        new PartyEvent.HeadReplaced(ALPHA, HEAD_A, OTHER));
    }

    @Test
    void aVoiceIsGivenOnce() {
        desks(3).by(duty(0), REPLACE).when(duty(0), REPLACE).refused(new PartyRefusal.AlreadyAgreed());
    }

    @Test
    void whatElseWasWantedIsOverOnceAHeadIsReplaced() {
        Given given = desks(3).by(duty(2), new PartyCommand.ReplaceHead(HEAD_A, OTHER))
                .by(duty(0), REPLACE)
                .by(duty(1), REPLACE);
        assertThat(given.world().parties().replacements().size()).isZero();
        given.when(duty(2), new PartyCommand.ReplaceHead(HEAD_A, OTHER))
                .refused(new PartyRefusal.NoSuchHead(HEAD_A.name()));
    }

    @Test
    void aHeadThatIsRevokedIsNotReplacedAnyMore() {
        Given given = desks(3).by(duty(0), REPLACE)
                .by(HEAD_A, enrol(OTHER, Role.HEAD))
                .by(OTHER, new PartyCommand.Revoke(HEAD_A, "found again"));
        assertThat(given.world().parties().replacements().size()).isZero();
        given.when(duty(1), REPLACE).refused(new PartyRefusal.NoSuchHead(HEAD_A.name()));
    }

    @Test
    void onlyAHeadKeyIsReplaced() {
        desks(2).when(duty(0), new PartyCommand.ReplaceHead(duty(1), NEW))
                .refused(new PartyRefusal.NoSuchHead(duty(1).name()));
        desks(2).when(duty(0), new PartyCommand.ReplaceHead(OTHER, NEW))
                .refused(new PartyRefusal.NoSuchHead(OTHER.name()));
    }

    @Test
    void whatComesInItsPlaceIsNewAndNobodyElseWaitsForIt() {
        Given given = desks(2);
        given.when(duty(0), new PartyCommand.ReplaceHead(HEAD_A, duty(1)))
                .refused(new PartyRefusal.KeyTaken(duty(1).name()));
        given.when(duty(0), new PartyCommand.ReplaceHead(HEAD_A, key("TEST-new")))
                .refused(new PartyRefusal.TestKey("TEST-new"));
        given.by(HEAD_B, new PartyCommand.ProposeParty(draft(DELTA, NEW)))
                .when(duty(0), REPLACE)
                .refused(new PartyRefusal.KeyTaken(NEW.name()));
        Given wanted = given.by(duty(0), REPLACE);
        wanted.when(HEAD_C, new PartyCommand.ReplaceHead(HEAD_B, NEW)).refused(new PartyRefusal.KeyTaken(NEW.name()));
        VerifierKey renamed = new VerifierKey("alpha/renamed", NEW.point());
        wanted.when(duty(1), new PartyCommand.ReplaceHead(HEAD_A, renamed))
                .refused(new PartyRefusal.KeyTaken("alpha/renamed"));
    }

    @Test
    void aProposalOutlivesTheHeadThatMadeIt() {
        Given given = desks(2).by(HEAD_A, new PartyCommand.ProposeParty(draft(DELTA, HEAD_D)));
        Hash proposal = given.last();
        given = given.by(duty(0), REPLACE).by(duty(1), REPLACE);
        given.when(NEW, new PartyCommand.AgreeParty(proposal)).refused(new PartyRefusal.AlreadyAgreed());
        given.by(HEAD_B, new PartyCommand.AgreeParty(proposal))
                .when(HEAD_C, new PartyCommand.AgreeParty(proposal))
                .then(new PartyEvent.PartyAgreed(proposal, CHARLIE), new PartyEvent.PartyInvited(proposal));
    }

    @Test
    void anInvitedPartyWhoseHeadIsLostIsHelpedByAllOthers() {
        Given given = Given.theatre().by(HEAD_A, new PartyCommand.ProposeParty(draft(DELTA, HEAD_D)));
        Hash proposal = given.last();
        given = given.by(HEAD_B, new PartyCommand.AgreeParty(proposal))
                .by(HEAD_C, new PartyCommand.AgreeParty(proposal));
        Command replace = new PartyCommand.ReplaceHead(HEAD_D, HEAD_E);
        given = given.by(HEAD_A, replace).by(HEAD_B, replace).by(HEAD_C, replace);
        given.later(WAIT).tick().then(new PartyEvent.HeadReplaced(DELTA, HEAD_D, HEAD_E));
    }

    @Test
    void aKeyThatComesInAnotherWayIsWantedNoMore() {
        Given given = Given.open(founding(), Figures.NONE)
                .by(HEAD_B, REPLACE)
                .by(HEAD_C, new PartyCommand.ProposeParty(draft(DELTA, NEW)));
        Hash proposal = given.last();
        given = given.by(HEAD_A, new PartyCommand.AgreeParty(proposal))
                .by(HEAD_B, new PartyCommand.AgreeParty(proposal));
        assertThat(given.world().parties().replacements().size()).isZero();
    }
}
