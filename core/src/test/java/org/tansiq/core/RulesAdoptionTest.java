package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figure;

final class RulesAdoptionTest {
    private static final Command ADOPT = new HallCommand.AdoptRules(NEWER);
    private static final Command AGREE = new HallCommand.AgreeRules(NEWER);

    private static Given byHeads() {
        return Given.open(founding(), figure(Figure.RULES_BY_HEADS, 1));
    }

    @Test
    void theHostPutsRulesInForce() {
        World world = Given.theatre()
                .when(HOST, ADOPT)
                .then(new HallEvent.RulesInForce(NEWER))
                .world();
        assertThat(world.rules()).contains(NEWER);
    }

    @Test
    void nobodyElseDoes() {
        Given.theatre().when(HEAD_A, ADOPT).refused(new HallRefusal.NotYourRole(Role.HEAD));
    }

    @Test
    void rulesInForceAreNotAdoptedNorAgreedToAgain() {
        Given.theatre().when(HOST, new HallCommand.AdoptRules(RULES)).refused(new HallRefusal.RulesAlreadyInForce());
        Given.theatre().when(HEAD_A, new HallCommand.AgreeRules(RULES)).refused(new HallRefusal.RulesAlreadyInForce());
    }

    @Test
    void onlyHeadsAgreeToRules() {
        Given.theatre().when(HOST, AGREE).refused(new HallRefusal.NotYourRole(Role.HOST));
    }

    @Test
    void whereTheTermsWantItTheHeadsAgreeFirst() {
        Given given = byHeads()
                .when(HOST, ADOPT)
                .refused(new HallRefusal.HeadsHaveNotAgreed(List.of(ALPHA, BRAVO, CHARLIE)))
                .when(HEAD_B, AGREE)
                .then(new HallEvent.RulesAgreed(BRAVO, NEWER))
                .when(HOST, ADOPT)
                .refused(new HallRefusal.HeadsHaveNotAgreed(List.of(ALPHA, CHARLIE)));
        Given adopted =
                given.by(HEAD_A, AGREE).by(HEAD_C, AGREE).when(HOST, ADOPT).then(new HallEvent.RulesInForce(NEWER));
        assertThat(adopted.world().agreed().size()).isZero();
    }

    @Test
    void aHeadThatAgreesToOtherRulesAgreesToTheseNoMore() {
        byHeads()
                .by(HEAD_A, AGREE)
                .by(HEAD_B, AGREE)
                .by(HEAD_C, AGREE)
                .by(HEAD_B, new HallCommand.AgreeRules(hash("newest")))
                .when(HOST, ADOPT)
                .refused(new HallRefusal.HeadsHaveNotAgreed(List.of(BRAVO)));
    }

    @Test
    void eachAdoptionWantsItsOwnAgreements() {
        byHeads()
                .by(HEAD_A, AGREE)
                .by(HEAD_B, AGREE)
                .by(HEAD_C, AGREE)
                .by(HOST, ADOPT)
                .when(HOST, new HallCommand.AdoptRules(RULES))
                .refused(new HallRefusal.HeadsHaveNotAgreed(List.of(ALPHA, BRAVO, CHARLIE)));
    }
}
