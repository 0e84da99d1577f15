package org.tansiq.core;

import static org.tansiq.core.Cast.*;

import org.junit.jupiter.api.Test;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyEvent;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.TermsCommand;

final class QuotaTest {
    private static final Command ACT = new PartyCommand.SetDesk(desk(AIR));
    private static final PartyEvent SET = new PartyEvent.DeskSet(ALPHA, desk(AIR));

    /** Three acts a minute, and the acceptances are a minute ago. */
    private static Given three() {
        return Given.open(founding(), figure(Figure.ACTS_PER_MINUTE, 3)).later(NOON + MINUTE - at());
    }

    private static long at() {
        return Given.open(founding(), figure(Figure.ACTS_PER_MINUTE, 3)).at();
    }

    @Test
    void aKeyThatSaysMoreInAMinuteThanAgreedIsRefused() {
        three().by(HEAD_A, ACT)
                .by(HEAD_A, ACT)
                .by(HEAD_A, ACT)
                .when(HEAD_A, ACT)
                .refused(new HallRefusal.OverQuota(3, NOON + 2 * MINUTE));
    }

    @Test
    void refusedActsCountToo() {
        Given given = three();
        for (int i = 0; i < 3; i++)
            given = given.when(HEAD_A, new HallCommand.AdoptRules(NEWER)).after();
        given.when(HEAD_A, ACT).refused(new HallRefusal.OverQuota(3, NOON + 2 * MINUTE));
    }

    @Test
    void theNextMinuteBeginsAnew() {
        Given full = three().by(HEAD_A, ACT).by(HEAD_A, ACT).by(HEAD_A, ACT);
        long left = NOON + 2 * MINUTE - full.at();
        full.later(left - 2).when(HEAD_A, ACT).refused(new HallRefusal.OverQuota(3, NOON + 2 * MINUTE));
        full.later(left - 1).when(HEAD_A, ACT).then(SET);
    }

    @Test
    void eachKeyHasItsOwnQuota() {
        three().by(HEAD_A, ACT)
                .by(HEAD_A, ACT)
                .by(HEAD_A, ACT)
                .when(HEAD_B, ACT)
                .then(new PartyEvent.DeskSet(BRAVO, desk(AIR)));
    }

    @Test
    void theDefaultIsOfTheRules() {
        Given given = Given.theatre().later(MINUTE);
        for (int i = 0; i < Figure.ACTS_PER_MINUTE.standard(); i++) given = given.by(HEAD_A, ACT);
        given.when(HEAD_A, ACT).refused(new HallRefusal.OverQuota(600, NOON + 2 * MINUTE));
    }

    @Test
    void newTermsActOnWhatIsSaidAfterThem() {
        Given given = Given.theatre()
                .later(MINUTE)
                .by(HEAD_A, ACT)
                .by(HEAD_A, ACT)
                .by(HEAD_A, new TermsCommand.Propose(text(group(ALPHA, BRAVO, CHARLIE), Figure.ACTS_PER_MINUTE, 2)));
        Hash text = given.last();
        Given signed = given.by(HEAD_B, new TermsCommand.Sign(text));
        signed.when(HEAD_A, ACT).then(SET);
        signed.by(HEAD_C, new TermsCommand.Sign(text))
                .when(HEAD_A, ACT)
                .refused(new HallRefusal.OverQuota(2, NOON + 2 * MINUTE));
    }
}
