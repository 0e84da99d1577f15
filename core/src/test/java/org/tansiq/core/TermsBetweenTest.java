package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.TermsEvent;
import org.tansiq.core.terms.Text;

final class TermsBetweenTest {
    private static final Group PAIR = group(ALPHA, BRAVO);
    private static final Group THREE = group(ALPHA, BRAVO, CHARLIE);
    private static final Figure BUFFER = Figure.BUFFER_METRES;

    private Given given = Given.open(
            founding(false, draft(ALPHA, HEAD_A), draft(BRAVO, HEAD_B), draft(CHARLIE, HEAD_C), draft(DELTA, HEAD_D)),
            figure(Figure.LINE_CHECK_SECONDS, 77));

    private Hash agreed(Text text) {
        given = given.by(HEAD_A, new TermsCommand.Propose(text));
        Hash hash = given.last();
        for (PartyId party : text.group().parties())
            if (!party.equals(ALPHA)) given = given.by(key(party + "/head"), new TermsCommand.Sign(hash));
        return hash;
    }

    private Agreed between(PartyId one, PartyId other, Figure figure) {
        Agreed found = given.world().terms().between(one, other, figure);
        assertThat(given.world().terms().between(other, one, figure)).isEqualTo(found);
        return found;
    }

    private static Agreed by(Hash text, long value) {
        return new Agreed(value, new Agreed.Source.ByText(text));
    }

    private static Agreed byRules(Figure figure) {
        return new Agreed(figure.standard(), new Agreed.Source.ByRules());
    }

    @Test
    void whatNobodyAgreedOnIsTheDefaultOfTheRules() {
        for (Figure figure : Figure.values())
            if (figure != Figure.LINE_CHECK_SECONDS)
                assertThat(between(ALPHA, BRAVO, figure)).isEqualTo(byRules(figure));
    }

    @Test
    void whatNoTextNamesIsTheTheatres() {
        agreed(text(PAIR, BUFFER, 500));
        assertThat(between(ALPHA, BRAVO, Figure.LINE_CHECK_SECONDS))
                .isEqualTo(new Agreed(77, new Agreed.Source.ByTheatre()));
    }

    @Test
    void theSmallestGroupThatHoldsBothDecides() {
        Hash pair = agreed(text(PAIR, BUFFER, 500));
        Hash three = agreed(text(THREE, BUFFER, 900));
        assertThat(between(ALPHA, BRAVO, BUFFER)).isEqualTo(by(pair, 500));
        assertThat(between(ALPHA, CHARLIE, BUFFER)).isEqualTo(by(three, 900));
        assertThat(between(ALPHA, DELTA, BUFFER)).isEqualTo(byRules(BUFFER));
    }

    @Test
    void ofEqualGroupsTheLaterInForceDecides() {
        Hash first = agreed(text(group(ALPHA, BRAVO, DELTA), BUFFER, 1));
        assertThat(between(ALPHA, BRAVO, BUFFER)).isEqualTo(by(first, 1));
        Hash second = agreed(text(THREE, BUFFER, 2));
        assertThat(between(ALPHA, BRAVO, BUFFER)).isEqualTo(by(second, 2));
        Hash third = agreed(text(group(ALPHA, BRAVO, DELTA), BUFFER, 3));
        assertThat(between(ALPHA, BRAVO, BUFFER)).isEqualTo(by(third, 3));
    }

    @Test
    void whichWasProposedFirstDoesNotMatter() {
        given = given.by(HEAD_A, new TermsCommand.Propose(text(THREE, BUFFER, 2)));
        Hash early = given.last();
        agreed(text(group(ALPHA, BRAVO, DELTA), BUFFER, 1));
        given = given.by(HEAD_B, new TermsCommand.Sign(early)).by(HEAD_C, new TermsCommand.Sign(early));
        assertThat(between(ALPHA, BRAVO, BUFFER)).isEqualTo(by(early, 2));
    }

    @Test
    void whatTheDecidingTextLacksIsNotTakenFromALargerGroup() {
        agreed(text(THREE, Figure.MINIMUM_NOTICE_SECONDS, 60));
        agreed(text(PAIR, BUFFER, 500));
        assertThat(between(ALPHA, BRAVO, Figure.MINIMUM_NOTICE_SECONDS))
                .isEqualTo(byRules(Figure.MINIMUM_NOTICE_SECONDS));
    }

    @Test
    void aNewTextOfAGroupTakesThePlaceOfItsWholeOldOne() {
        agreed(new Text(
                names("old"), PAIR, figures(figure(BUFFER, 500), Figure.MINIMUM_NOTICE_SECONDS, 60), Optional.empty()));
        Hash now = agreed(text(PAIR, BUFFER, 600));
        assertThat(between(ALPHA, BRAVO, BUFFER)).isEqualTo(by(now, 600));
        assertThat(between(ALPHA, BRAVO, Figure.MINIMUM_NOTICE_SECONDS))
                .isEqualTo(byRules(Figure.MINIMUM_NOTICE_SECONDS));
    }

    @Test
    void aTextOfAllSetsTheTheatresNumbers() {
        Group all = group(ALPHA, BRAVO, CHARLIE, DELTA);
        Hash pair = agreed(text(PAIR, BUFFER, 500));
        Hash first = agreed(text(all, Figure.LINE_CHECK_SECONDS, 100));
        Hash second = agreed(text(all, BUFFER, 5));
        assertThat(given.world().terms().everywhere(Figure.LINE_CHECK_SECONDS)).isEqualTo(by(first, 100));
        assertThat(between(ALPHA, BRAVO, Figure.LINE_CHECK_SECONDS)).isEqualTo(by(first, 100));
        assertThat(between(ALPHA, BRAVO, BUFFER)).isEqualTo(by(pair, 500));
        assertThat(between(CHARLIE, DELTA, BUFFER)).isEqualTo(by(second, 5));
    }

    @Test
    void whatIsOneForTheTheatreIsNotOfAPair() {
        given = given.by(HEAD_A, new TermsCommand.Propose(text(PAIR, BUFFER, 500)));
        Hash pair = given.last();
        Text naming = text(PAIR, Figure.ACTS_PER_MINUTE, 5);
        given = given.so(new TermsEvent.Proposed(NEWER, naming, ALPHA), new TermsEvent.InForce(NEWER, false, 0));
        assertThat(between(ALPHA, BRAVO, Figure.ACTS_PER_MINUTE)).isEqualTo(byRules(Figure.ACTS_PER_MINUTE));
        assertThat(given.world().terms().deciding(ALPHA, BRAVO)).contains(NEWER).isNotEqualTo(pair);
    }

    @Test
    void aTextThatWaitsChangesNothing() {
        given = given.by(HEAD_A, new TermsCommand.Propose(text(PAIR, BUFFER, 500)));
        assertThat(between(ALPHA, BRAVO, BUFFER)).isEqualTo(byRules(BUFFER));
        assertThat(given.world().terms().deciding(ALPHA, BRAVO)).isEmpty();
    }
}
