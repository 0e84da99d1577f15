package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.core.Cast.*;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.Standing;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.TermsEvent;
import org.tansiq.core.terms.TermsRefusal;
import org.tansiq.core.terms.TermsRules;
import org.tansiq.core.terms.Text;

final class TermsRulesTest {
    private static final Group PAIR = group(ALPHA, BRAVO);
    private static final Group ALL = group(ALPHA, BRAVO, CHARLIE);
    private static final Text TEXT = text(PAIR, Figure.BUFFER_METRES, 500);
    private static final Command PROPOSE = new TermsCommand.Propose(TEXT);

    private static Command sign(Hash text) {
        return new TermsCommand.Sign(text);
    }

    @Test
    void aTextIsInForceOnceAllOfItsGroupHaveSigned() {
        Then made = Given.theatre().when(HEAD_A, PROPOSE);
        Hash text = made.after().last();
        World world = made.then(new TermsEvent.Proposed(text, TEXT, ALPHA))
                .when(HEAD_B, sign(text))
                .then(new TermsEvent.Signed(text, BRAVO), new TermsEvent.InForce(text, false, 0))
                .world();
        assertThat(world.terms().text(text)).contains(new Standing.InForce(TEXT, 0));
        assertThat(world.terms().open().size()).isZero();
    }

    @Test
    void aTextOfThreeWaitsForThree() {
        Given given = Given.theatre().by(HEAD_C, new TermsCommand.Propose(text(ALL, Figure.BUFFER_METRES, 1)));
        Hash text = given.last();
        given.when(HEAD_A, sign(text))
                .then(new TermsEvent.Signed(text, ALPHA))
                .when(HEAD_B, sign(text))
                .then(new TermsEvent.Signed(text, BRAVO), new TermsEvent.InForce(text, true, 0));
    }

    @Test
    void onlyAHeadSignsTerms() {
        Given given = Given.theatre();
        given.when(HOST, PROPOSE).refused(new HallRefusal.NotYourRole(Role.HOST));
        given.when(HOST, sign(NEWER)).refused(new HallRefusal.NotYourRole(Role.HOST));
    }

    @Test
    void oneProposesForAGroupThatOneIsIn() {
        Given.theatre().when(HEAD_C, PROPOSE).refused(new TermsRefusal.NotInGroup());
    }

    @Test
    void aTextIsForPartiesThatHaveAccepted() {
        Command stranger = new TermsCommand.Propose(text(group(ALPHA, DELTA), Figure.BUFFER_METRES, 1));
        Given.theatre().when(HEAD_A, stranger).refused(new TermsRefusal.NoSuchParty(DELTA));
        Given given = Given.theatre().by(HEAD_A, new PartyCommand.ProposeParty(draft(DELTA, HEAD_D)));
        Hash proposal = given.last();
        given.by(HEAD_B, new PartyCommand.AgreeParty(proposal))
                .by(HEAD_C, new PartyCommand.AgreeParty(proposal))
                .when(HEAD_A, stranger)
                .refused(new TermsRefusal.NoSuchParty(DELTA));
    }

    @Test
    void whatOneDoesNotSeeIsNoSuchText() {
        Given given = Given.theatre().by(HEAD_A, PROPOSE);
        Hash hidden = given.last();
        given.when(HEAD_C, sign(hidden)).refused(new TermsRefusal.NoSuchText(hidden));
        given.when(HEAD_C, sign(NEWER)).refused(new TermsRefusal.NoSuchText(NEWER));
        Given inForce = given.by(HEAD_B, sign(hidden));
        inForce.when(HEAD_C, sign(hidden)).refused(new TermsRefusal.NoSuchText(hidden));
    }

    @Test
    void aPartySignsOnce() {
        Given given = Given.theatre().by(HEAD_A, PROPOSE);
        Hash text = given.last();
        given.when(HEAD_A, sign(text)).refused(new TermsRefusal.AlreadySigned());
        given.by(HEAD_B, sign(text)).when(HEAD_B, sign(text)).refused(new TermsRefusal.AlreadySigned());
    }

    @Test
    void aTimeToAnswerThatIsOverIsRefused() {
        Given given = Given.theatre();
        long answerBy = given.at() + 1;
        given.when(HEAD_A, new TermsCommand.Propose(until(answerBy, PAIR)))
                .refused(new TermsRefusal.AnswerTimeOver(answerBy));
        Then open = given.when(HEAD_A, new TermsCommand.Propose(until(answerBy + 1, PAIR)));
        open.then(new TermsEvent.Proposed(open.after().last(), until(answerBy + 1, PAIR), ALPHA));
    }

    @Test
    void whatIsSignedTooLateIsRefusedThoughNoTickCame() {
        Given given = Given.theatre();
        long answerBy = given.at() + MINUTE;
        given = given.by(HEAD_A, new TermsCommand.Propose(until(answerBy, ALL)));
        Hash text = given.last();
        long left = answerBy - given.at();
        given.later(left - 1).when(HEAD_B, sign(text)).refused(new TermsRefusal.AnswerTimeOver(answerBy));
        given.later(left - 2).when(HEAD_B, sign(text)).then(new TermsEvent.Signed(text, BRAVO));
    }

    @Test
    void whatNobodyAnsweredLapses() {
        Given given = Given.theatre();
        assertThat(given.world().nextDue()).isEmpty();
        long answerBy = given.at() + MINUTE;
        given = given.by(HEAD_A, new TermsCommand.Propose(until(answerBy + 5, PAIR)))
                .by(HEAD_B, PROPOSE_BY_B)
                .by(HEAD_A, new TermsCommand.Propose(until(answerBy, PAIR)));
        Hash text = given.last();
        assertThat(given.world().nextDue()).hasValue(answerBy);
        long left = answerBy - given.at();
        given.later(left - 2).tick().then();
        Given lapsed = given.later(left - 1).tick().then(new TermsEvent.Lapsed(text));
        assertThat(lapsed.world().nextDue()).hasValue(answerBy + 5);
        assertThat(lapsed.world().terms().text(text)).contains(new Standing.Lapsed(until(answerBy, PAIR)));
        lapsed.when(HEAD_B, sign(text)).refused(new TermsRefusal.AnswerTimeOver(answerBy));
    }

    private static final Command PROPOSE_BY_B = new TermsCommand.Propose(text(PAIR, Figure.BUFFER_METRES, 7));

    @Test
    void allThatIsDueLapsesAtOnce() {
        Given given = Given.theatre();
        long answerBy = given.at() + MINUTE;
        given = given.by(HEAD_A, new TermsCommand.Propose(until(answerBy, PAIR)));
        Hash one = given.last();
        given = given.by(HEAD_B, new TermsCommand.Propose(until(answerBy + 1, PAIR)));
        Hash other = given.last();
        Hash least = one.compareTo(other) < 0 ? one : other;
        Hash most = least.equals(one) ? other : one;
        Given lapsed = given.later(2 * MINUTE).tick().then(new TermsEvent.Lapsed(least), new TermsEvent.Lapsed(most));
        assertThat(lapsed.world().nextDue()).isEmpty();
    }

    @Test
    void onePartyCannotFillThePlacesOfAnother() {
        Given given = Given.theatre();
        for (int i = 0; i < TermsRules.OPEN_MAX; i++)
            given = given.by(HEAD_A, new TermsCommand.Propose(text(PAIR, Figure.BUFFER_METRES, i)));
        Hash last = given.last();
        given.when(HEAD_A, PROPOSE).refused(new TermsRefusal.TooManyOpen(TermsRules.OPEN_MAX));
        given.by(HEAD_B, PROPOSE).by(HEAD_B, sign(last)).by(HEAD_A, PROPOSE);
    }

    @Test
    void aTextWhoseShortIdIsTakenIsRefused() {
        Given open = Given.theatre().by(HEAD_A, PROPOSE);
        Hash text = open.last();
        assertThatBriefIsTaken(open, text);
        assertThatBriefIsTaken(open.by(HEAD_B, sign(text)), text);
    }

    private static void assertThatBriefIsTaken(Given given, Hash text) {
        Hash reads = new Hash(text.first(), text.second() ^ 1, 7, 7);
        Chain chain = given.world().chain(HEAD_C);
        Command command = new TermsCommand.Propose(text(group(CHARLIE, ALPHA), Figure.BUFFER_METRES, 1));
        Note note = given.note(reads, HEAD_C, chain.next(), chain.head(), command, Status.ACTUAL);
        given.when(note, new Reading.Clear(command)).refused(new HallRefusal.BriefTaken(text.brief()));
    }

    @Test
    void whatIsOneForTheTheatreIsAgreedByAll() {
        for (Figure figure : Figure.values()) {
            if (!figure.ofTheatre()) continue;
            Given.theatre()
                    .when(HEAD_A, new TermsCommand.Propose(text(PAIR, figure, figure.most())))
                    .refused(new TermsRefusal.OnlyByAll(figure));
        }
        assertThat(Figure.BUFFER_METRES.ofTheatre()).isFalse();
    }

    @Test
    void aTextForAllThatSomebodyJoinedSinceIsNoTextForAll() {
        Given given = Given.theatre().by(HEAD_A, new PartyCommand.ProposeParty(draft(DELTA, HEAD_D)));
        Hash proposal = given.last();
        Hash theatre = given.world().parties().theatre().orElseThrow().hash();
        given = given.by(HEAD_A, new TermsCommand.Propose(text(ALL, Figure.ACTS_PER_MINUTE, 5)));
        Hash quota = given.last();
        given = given.by(HEAD_A, new TermsCommand.Propose(text(ALL, Figure.BUFFER_METRES, 5)));
        Hash buffer = given.last();
        given = given.by(HEAD_B, new PartyCommand.AgreeParty(proposal))
                .by(HEAD_C, new PartyCommand.AgreeParty(proposal))
                .by(HEAD_D, new PartyCommand.Accept(theatre))
                .by(HEAD_B, sign(buffer));
        given.when(HEAD_B, sign(quota)).refused(new TermsRefusal.OnlyByAll(Figure.ACTS_PER_MINUTE));
        given.when(HEAD_C, sign(buffer))
                .then(new TermsEvent.Signed(buffer, CHARLIE), new TermsEvent.InForce(buffer, false, 1));
    }

    @Test
    void standingMattersAreThoseThatTheWholeGroupKnows() {
        Given given = Given.theatre()
                .by(HEAD_A, new TermsCommand.Propose(text(ALL, Figure.BUFFER_METRES, 1)))
                .by(HEAD_A, new TermsCommand.Propose(text(PAIR, Figure.BUFFER_METRES, 2)))
                .by(HEAD_C, new TermsCommand.Propose(text(group(CHARLIE, BRAVO), Figure.BUFFER_METRES, 3)));
        Given pair = given.by(HEAD_A, new TermsCommand.Propose(text(PAIR, Figure.BUFFER_METRES, 4)));
        Hash text = pair.last();
        pair.when(HEAD_B, sign(text)).then(new TermsEvent.Signed(text, BRAVO), new TermsEvent.InForce(text, false, 2));
        Given all = given.by(HEAD_A, new TermsCommand.Propose(text(ALL, Figure.BUFFER_METRES, 5)));
        Hash wide = all.last();
        all.by(HEAD_B, sign(wide))
                .when(HEAD_C, sign(wide))
                .then(new TermsEvent.Signed(wide, CHARLIE), new TermsEvent.InForce(wide, true, 1));
    }

    @Test
    void aNumberOutsideItsBoundsIsNoFigure() {
        for (Figure figure : Figure.values()) {
            assertThatThrownBy(() -> figure(figure, figure.most() + 1)).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> figure(figure, figure.least() - 1)).isInstanceOf(Malformed.class);
            assertThat(figure(figure, figure.standard()).named().size()).isEqualTo(1);
        }
    }

    @Test
    void aTextNamesANumberAndTwoParties() {
        assertThatThrownBy(() -> new Text(names("x"), PAIR, Figures.NONE, Optional.empty()))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("figures");
        assertThatThrownBy(() -> group(ALPHA, ALPHA)).isInstanceOf(Malformed.class);
    }

    @Test
    void applyRunsNoRules() {
        Given given = Given.theatre().by(HEAD_A, PROPOSE);
        Hash text = given.last();
        World world = given.so(new TermsEvent.InForce(text, true, 9)).world();
        assertThat(world.terms().everywhere(Figure.BUFFER_METRES).value()).isEqualTo(500);
    }
}
