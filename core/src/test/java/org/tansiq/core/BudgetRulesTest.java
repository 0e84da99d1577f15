package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.Account;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.Answering;
import org.tansiq.core.airspace.Charge;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Holder;
import org.tansiq.core.airspace.Probing;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Window;

/** What declaring costs. A disc of 5 km, 1 km high, for an hour is 78.54 km3 h. */
final class BudgetRulesTest {
    private static final long DAY = 24 * HOUR;
    private static final long DISC = 78_539_817;
    private static final Holder A_ACTUAL = new Holder(ALPHA, Status.ACTUAL);

    /** A day pays for one disc and not for two. */
    private static Given tight() {
        return planning(figure(Figure.BUDGET_KM3_HOURS, 100));
    }

    private static WindowDraft tomorrow() {
        return from(SOON + 2 * DAY);
    }

    private static long day(Given given) {
        return Account.day(given.at());
    }

    private static Given midnight(Given given) {
        return given.later((day(given) + 1) * DAY - given.at());
    }

    private static Account account(Given given) {
        return given.world().airspace().probing().account(A_ACTUAL);
    }

    @Test
    void everyVersionCountsInFullAndNothingIsGivenBack() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash id = given.last();
        assertThat(declaration(given, id).charge()).isEqualTo(new Charge(DISC, DISC, false));
        given = given.by(PLANNER_A, amend(id, 1, at(HERE, window(1, SOON))));
        assertThat(declaration(given, id).charge()).isEqualTo(new Charge(DISC, 2 * DISC, false));
        given = given.by(PLANNER_A, withdraw(id, 2, 1));
        assertThat(account(given).spent()).isEqualTo(2 * DISC);
        given.when(PLANNER_A, amend(id, 1, at(HERE, window(1, SOON))));
        assertThat(account(given).spent()).isEqualTo(2 * DISC);
    }

    @Test
    void anExerciseHasABudgetOfItsOwn() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        AirspaceCommand played = declare(at(HERE, from(SOON)));
        Note note = given.note(PLANNER_A, played, Status.EXERCISE);
        Given after = given.when(note, new Reading.Clear(played)).after();
        assertThat(account(after).spent()).isEqualTo(DISC);
    }

    @Test
    void overBudgetTheAuthorIsToldOnlyWhomToCall() {
        Given given = tight().by(PLANNER_B, declare(at(HERE, from(SOON))))
                .by(PLANNER_C, declare(at(HERE, from(SOON))))
                .by(PLANNER_A, declare(at(FAR, from(SOON))));
        Then probe = given.when(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash id = probe.after().last();
        assertThat(declaration(probe.after(), id).charge()).isEqualTo(new Charge(DISC, 2 * DISC, true));
        assertThat(views(probe, ALPHA)).isEmpty();
        assertThat(crowds(probe))
                .containsExactly(
                        new AirspaceEvent.Crowded(ALPHA, Optional.of(id), new Answering(BRAVO, AIR)),
                        new AirspaceEvent.Crowded(ALPHA, Optional.of(id), new Answering(CHARLIE, AIR)));
        assertThat(view(probe, BRAVO).overlaps()).hasSize(1);
        assertThat(view(probe, CHARLIE).overlaps()).hasSize(1);
        assertThat(Disclosure.conflicts(probe.after().world(), ALPHA)).isEmpty();
    }

    private static List<AirspaceEvent> crowds(Then then) {
        return then.told(ALPHA).stream()
                .filter(AirspaceEvent.Crowded.class::isInstance)
                .map(AirspaceEvent.class::cast)
                .toList();
    }

    @Test
    void thatABudgetIsExceededIsToldToAllOnceADay() {
        Given given = tight().by(PLANNER_A, declare(at(FAR, from(SOON))));
        Then over = given.when(PLANNER_A, declare(at(FAR, tomorrow())));
        AirspaceEvent exceeded = new AirspaceEvent.Exceeded(A_ACTUAL, day(given));
        assertThat(over.told(BRAVO)).containsExactly(exceeded);
        assertThat(over.told(CHARLIE)).containsExactly(exceeded);
        assertThat(over.entry().deliveries().stream()
                        .filter(delivery -> !delivery.to().equals(ALPHA))
                        .map(Delivery::opening))
                .containsOnly(Opening.CLOSED);
        Then again = over.after().when(PLANNER_A, declare(at(FAR, tomorrow())));
        assertThat(again.told(BRAVO)).isEmpty();
        Given next = midnight(again.after()).tick().after();
        assertThat(next.when(PLANNER_A, declare(at(FAR, tomorrow()))).told(BRAVO))
                .containsExactly(new AirspaceEvent.Exceeded(A_ACTUAL, day(next)));
    }

    @Test
    void whatOthersDeclareLaterIsAnsweredAlike() {
        Given given = tight().by(PLANNER_A, declare(at(FAR, from(SOON)))).by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash id = given.last();
        Then met = given.when(PLANNER_B, declare(at(HERE, from(SOON))));
        assertThat(views(met, ALPHA)).isEmpty();
        assertThat(crowds(met))
                .containsExactly(new AirspaceEvent.Crowded(ALPHA, Optional.of(id), new Answering(BRAVO, AIR)));
        Then more =
                met.after().by(PLANNER_B, declare(at(FAR, from(SOON)))).when(PLANNER_B, declare(at(HERE, from(SOON))));
        assertThat(crowds(more)).isEmpty();
    }

    @Test
    void whenTheBudgetHasRefilledTheAuthorIsTold() {
        Given given = tight().by(PLANNER_B, declare(at(HERE, tomorrow())))
                .by(PLANNER_A, declare(at(FAR, from(SOON))))
                .by(PLANNER_A, declare(at(HERE, tomorrow())));
        Hash id = given.last();
        assertThat(given.world().nextDue()).isEqualTo(OptionalLong.of((day(given) + 1) * DAY));
        Then paid = midnight(given).tick();
        assertThat(paid.told(ALPHA))
                .containsExactly(new AirspaceEvent.Refilled(A_ACTUAL, day(given) + 1, 2 * DISC - 100_000_000, true));
        assertThat(paid.told(BRAVO)).isEmpty();
        Then lifted = paid.after().tick();
        assertThat(lifted.told(ALPHA).getFirst()).isEqualTo(new AirspaceEvent.Lifted(id));
        assertThat(view(lifted, ALPHA).overlaps()).hasSize(1);
        assertThat(lifted.told(BRAVO)).isEmpty();
        assertThat(lifted.after().world().airspace().crowds().has(id)).isFalse();
        assertThat(lifted.after().world().nextDue()).isEmpty();
    }

    /** Asking about everything costs more days than there are until the horizon. */
    @Test
    void whatOneDayCannotPayTheNextOnesDo() {
        Given given = tight();
        for (int i = 0; i < 4; i++) given = given.by(PLANNER_A, declare(at(FAR, tomorrow())));
        Then first = midnight(given).tick();
        assertThat(first.told(ALPHA))
                .containsExactly(new AirspaceEvent.Refilled(A_ACTUAL, day(given) + 1, 4 * DISC - 100_000_000, false));
        assertThat(first.after().world().nextDue()).isEqualTo(OptionalLong.of((day(given) + 2) * DAY));
        Then second = midnight(midnight(first.after())).tick();
        assertThat(((AirspaceEvent.Refilled) second.told(ALPHA).getFirst()).spent())
                .isEqualTo(4 * DISC - 300_000_000);
        Given all = second.after();
        for (int i = 0; i < 3; i++) all = all.tick().after();
        assertThat(all.world().nextDue()).isEmpty();
        assertThat(all.world().airspace().probing().withheld().size()).isZero();
    }

    @Test
    void aVersionWithinTheBudgetIsToldAgain() {
        Given given = tight().by(PLANNER_B, declare(at(HERE, tomorrow())))
                .by(PLANNER_A, declare(at(FAR, from(SOON))))
                .by(PLANNER_A, declare(at(HERE, tomorrow())));
        Hash id = given.last();
        Given next = midnight(given).later(DAY);
        Then within = next.when(PLANNER_A, amend(id, 1, at(HERE, window(1, SOON + 2 * DAY))));
        assertThat(declaration(within.after(), id).charge().withheld()).isFalse();
        assertThat(view(within, ALPHA).overlaps()).hasSize(1);
        assertThat(within.after().world().airspace().probing().withheld().size())
                .isZero();
    }

    /** A conflict that it knew of stays one, without boxes. */
    @Test
    void anAmendmentOverBudgetTakesTheBoxesAway() {
        Given given = tight().by(PLANNER_B, declare(at(HERE, from(SOON)))).by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash id = given.last();
        Then moved = given.when(PLANNER_A, amend(id, 1, at(HERE, window(1, SOON + MINUTE))));
        ConflictView view = view(moved, ALPHA);
        assertThat(view.overlaps()).isEmpty();
        assertThat(view.more()).isTrue();
        assertThat(crowds(moved)).isEmpty();
        assertThat(view(moved, BRAVO).overlaps()).hasSize(1);
    }

    /** B meets A, whose version over budget has the desk of B alone. */
    private static Given withoutBoxes() {
        Given given = tight().by(PLANNER_B, declare(at(HERE, from(SOON)))).by(PLANNER_A, declare(at(HERE, from(SOON))));
        return given.by(PLANNER_A, amend(given.last(), 1, at(HERE, window(1, SOON + MINUTE))));
    }

    private static ConflictView withoutBoxes(Given given) {
        return Disclosure.conflicts(given.world(), ALPHA).getFirst();
    }

    /** For nothing that its author was told has an end: the act of the other side would tell of itself. */
    @Test
    void whatIsOverClearsWithoutBoxesOnlyByAnActOfItsReader() {
        Given given = withoutBoxes();
        Hash other = Disclosure.declarations(given.world(), BRAVO).getFirst().id();
        given = given.later(4 * HOUR);
        Then hidden = given.when(PLANNER_B, amend(other, 1, at(FAR, tomorrow())));
        assertThat(views(hidden, ALPHA)).isEmpty();
        assertThat(withoutBoxes(hidden.after()).cleared()).isFalse();
        Hash own = withoutBoxes(given).declaration();
        Then act = hidden.after().when(PLANNER_A, amend(own, 2, at(HERE, tomorrow())));
        assertThat(view(act, ALPHA).cleared()).isTrue();
    }

    @Test
    void whatIsWithdrawnClearsWithoutBoxesToo() {
        Given given = withoutBoxes();
        Hash other = Disclosure.declarations(given.world(), BRAVO).getFirst().id();
        assertThat(view(given.when(PLANNER_B, withdraw(other, 1, 1)), ALPHA).cleared())
                .isTrue();
    }

    /** That the other side has no view of it keeps nobody from having seen it. */
    @Test
    void whatIsWithheldFromTheOneIsSeenByTheOther() {
        Given given = tight().by(PLANNER_B, declare(at(HERE, from(SOON)))).by(PLANNER_A, declare(at(FAR, from(SOON))));
        Then probe = given.when(PLANNER_A, declare(at(HERE, from(SOON))));
        Then seen = probe.after().when(PLANNER_B, see(view(probe, BRAVO)));
        assertThat(view(seen, BRAVO).standing().seen()).isTrue();
    }

    /** Nobody goes over budget to be free of what it has to see first. */
    @Test
    void whatIsWithheldIsNotActivatedUnseenWhereTermsForbidIt() {
        Given given = planning(figures(figure(Figure.BUDGET_KM3_HOURS, 100), Figure.ACTIVATION_RULE, 1))
                .by(PLANNER_B, declare(at(HERE, from(SOON))))
                .by(PLANNER_A, declare(at(FAR, from(SOON))))
                .by(PLANNER_A, declare(at(HERE, from(SOON))));
        given.when(PLANNER_A, activate(given.last(), 1, 1)).refused(new AirspaceRefusal.Unacknowledged(List.of()));
    }

    @Test
    void nobodyElseSeesWhatIsSpent() {
        Given given = tight().by(PLANNER_A, declare(at(FAR, from(SOON)))).by(PLANNER_A, declare(at(FAR, tomorrow())));
        Probing bravo = Disclosure.probing(given.world(), BRAVO);
        assertThat(bravo.account(A_ACTUAL)).isEqualTo(new Account(0, 0, day(given), 0, false));
        assertThat(bravo.withheld().size()).isZero();
        assertThat(Disclosure.probing(given.world(), ALPHA).account(A_ACTUAL).spent())
                .isEqualTo(2 * DISC);
    }

    @Test
    void openWindowsCountToTheHorizon() {
        Given given = planning()
                .by(
                        PLANNER_A,
                        declare(at(FAR, new WindowDraft(Optional.empty(), new Window(NOON, Window.OPEN_UNTIL)))));
        assertThat(declaration(given, given.last()).charge().cost()).isBetween(2159L * DISC, 2160L * DISC);
    }
}
