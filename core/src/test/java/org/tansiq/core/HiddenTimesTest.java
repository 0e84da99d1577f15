package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.TermsEvent;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Window;

/** Nothing tells the exact times at which others begin and end, nor the names of what they declare. */
final class HiddenTimesTest {
    /** A time that rounding leaves as it is. */
    private static final long WHOLE = SOON + 5 * MINUTE - SOON % (5 * MINUTE);

    private static WindowDraft minutes(long from, long until) {
        return new WindowDraft(Optional.empty(), new Window(WHOLE + from * MINUTE, WHOLE + until * MINUTE));
    }

    private static List<PartyId> told(long bravo, long charlie) {
        Given given = planning()
                .by(PLANNER_B, declare(at(HERE, minutes(bravo, 60))))
                .by(PLANNER_C, declare(at(HERE, minutes(charlie, 60))));
        return views(given.when(PLANNER_A, declare(at(HERE, minutes(0, 120)))), ALPHA).stream()
                .map(view -> view.desk().party())
                .toList();
    }

    /** Both begin in one step of five minutes, so that nothing else may tell which begins first. */
    @Test
    void whatBeginsInOneStepIsToldInOneOrder() {
        assertThat(told(11, 13)).containsExactly(BRAVO, CHARLIE);
        assertThat(told(13, 11)).containsExactly(BRAVO, CHARLIE);
        assertThat(told(16, 14)).containsExactly(CHARLIE, BRAVO);
    }

    /** Where two of its own are met from one step on, they stand by their names. */
    @Test
    void theOtherSideIsToldInAnOrderOfItsOwn() {
        for (int i = 0; i < 4; i++) {
            Position other = HERE.destination(90, 1000 + i);
            Given given = planning()
                    .by(PLANNER_A, declare(at(other, minutes(11, 12))))
                    .by(PLANNER_A, declare(at(other, minutes(13, 14))));
            assertThat(views(given.when(PLANNER_B, declare(at(HERE, minutes(11, 12), minutes(13, 14)))), ALPHA))
                    .extracting(ConflictView::declaration)
                    .hasSize(2)
                    .isSorted();
        }
    }

    private static Given unseen(long until) {
        return planning(figure(Figure.ACTIVATION_RULE, 1))
                .by(PLANNER_A, declare(at(HERE, minutes(0, 120))))
                .by(PLANNER_B, declare(at(HERE, minutes(0, until))));
    }

    private static Given minute(Given given, long minute) {
        return given.later(WHOLE + minute * MINUTE - given.at());
    }

    /** Until 65 minutes it meets, as its reader was told, whether it ends after 61 or 64. */
    @Test
    void anActivationIsRefusedUntilWhatIsToldIsOver() {
        for (long until : List.of(61, 64)) {
            Given given = unseen(until);
            ConflictView view = views(given, ALPHA).getFirst();
            minute(given, 63)
                    .when(PLANNER_A, activate(view.declaration(), 1, 1))
                    .refused(new AirspaceRefusal.Unacknowledged(List.of(view.conflict())));
            assertThat(minute(given, 66)
                            .when(PLANNER_A, activate(view.declaration(), 1, 1))
                            .entry()
                            .events())
                    .noneMatch(HallEvent.Refused.class::isInstance);
        }
    }

    @Test
    void unacknowledgedConflictsStandByTheirOwnNames() {
        Given given = unseen(60);
        for (int i = 0; i < 6; i++) given = given.by(PLANNER_C, declare(at(HERE, minutes(0, 60))));
        List<Hash> names = new ArrayList<>();
        for (ConflictView view : views(given, ALPHA)) names.add(view.conflict());
        assertThat(names).hasSize(7);
        given.when(PLANNER_A, activate(views(given, ALPHA).getFirst().declaration(), 1, 1))
                .refused(new AirspaceRefusal.Unacknowledged(
                        names.stream().sorted().toList()));
    }

    /** What stood when terms came into force is counted by the times that both were told. */
    @Test
    void whatStandsIsCountedUntilWhatIsToldIsOver() {
        for (long until : List.of(61, 64)) {
            Given given = unseen(until)
                    .by(HEAD_A, new TermsCommand.Propose(text(group(ALPHA, BRAVO), Figure.BUFFER_METRES, 9)));
            Hash text = given.last();
            assertThat(minute(given, 63)
                            .when(HEAD_B, new TermsCommand.Sign(text))
                            .told(ALPHA))
                    .contains(new TermsEvent.InForce(text, false, 1));
            assertThat(minute(given, 66)
                            .when(HEAD_B, new TermsCommand.Sign(text))
                            .told(ALPHA))
                    .contains(new TermsEvent.InForce(text, false, 0));
        }
    }
}
