package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Finding;
import org.tansiq.core.airspace.Overlap;

/** What makes a conflict, what moves it, and who learns what of it. */
final class ConflictRulesTest {
    private static final long LATER = SOON + 2 * HOUR;

    /** Alpha and bravo in one place and hour. */
    private static Then two(Given given) {
        return given.by(PLANNER_A, declare(at(HERE, from(SOON)))).when(PLANNER_B, declare(at(HERE, from(SOON))));
    }

    private static Hash declaration(Given given, ConflictView view) {
        return Air.declaration(given, view.declaration()).id();
    }

    private static Then said(Given given, VerifierKey key, AirspaceCommand command, Status status) {
        return given.when(given.note(key, command, status), new Reading.Clear(command));
    }

    @Test
    void aConflictIsRecordedAndToldToBothAndToNobodyElse() {
        Then then = two(planning());
        assertThat(then.entry().events().getFirst()).isInstanceOf(AirspaceEvent.Declared.class);
        ConflictView a = view(then, ALPHA);
        ConflictView b = view(then, BRAVO);
        assertThat(b.declaration()).isEqualTo(then.after().last());
        assertThat(a.declaration()).isNotEqualTo(b.declaration());
        assertThat(a.desk().party()).isEqualTo(BRAVO);
        assertThat(a.version()).isEqualTo(1);
        assertThat(a.standing()).isEqualTo(new ConflictView.Standing(false, false, false));
        assertThat(a.overlaps()).hasSize(1);
        Overlap overlap = a.overlaps().getFirst();
        assertThat(overlap.number()).isEqualTo(1);
        assertThat(overlap.own()).isEqualTo(1);
        assertThat(overlap.late()).isFalse();
        assertThat(then.told(CHARLIE)).isEmpty();
        assertThat(views(then.after(), CHARLIE)).isEmpty();
    }

    /** The other side gets nothing of the note itself, and no exact finding goes to anybody. */
    @Test
    void whatIsToldNamesNothingOfTheOtherSide() {
        Then then = two(planning());
        Delivery told = then.entry().deliveries().stream()
                .filter(delivery -> delivery.to().equals(ALPHA))
                .findFirst()
                .orElseThrow();
        assertThat(told.opening()).isEqualTo(Opening.CLOSED);
        String other = then.after().last().toString();
        assertThat(told.shown().toString()).doesNotContain(other);
        assertThat(then.entry().events()).anyMatch(AirspaceEvent.Met.class::isInstance);
        for (Delivery delivery : then.entry().deliveries())
            assertThat(delivery.shown()).noneMatch(AirspaceEvent.Met.class::isInstance);
    }

    @Test
    void whatIsClearFromTheStartIsToldToNobody() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        assertThat(given.when(PLANNER_B, declare(at(FAR, from(SOON)))).told(ALPHA))
                .isEmpty();
        assertThat(given.when(PLANNER_B, declare(at(HERE, from(SOON + HOUR + 1))))
                        .told(ALPHA))
                .isEmpty();
        assertThat(given.when(PLANNER_B, declare(envelope(plan(disc(HERE, 4001)), from(SOON))))
                        .told(ALPHA))
                .isEmpty();
    }

    @Test
    void whatOnlyTouchesIsToldAsTouching() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        assertThat(touching(given.when(PLANNER_B, declare(at(HERE, from(SOON + HOUR))))))
                .isTrue();
        assertThat(touching(given.when(PLANNER_B, declare(envelope(plan(disc(HERE, 4000)), from(SOON))))))
                .isTrue();
        assertThat(touching(given.when(PLANNER_B, declare(at(HERE, from(SOON))))))
                .isFalse();
    }

    private static boolean touching(Then then) {
        return view(then, ALPHA).overlaps().getFirst().touching();
    }

    @Test
    void whatIsOnesOwnNeverConflicts() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash first = given.last();
        Then then = given.when(PLANNER_A, declare(at(HERE, from(SOON))));
        assertThat(then.entry().events()).hasSize(1);
        Given after = then.after();
        List<Finding> own = after.world().airspace().own(Air.declaration(after, after.last()), after.at());
        assertThat(own).extracting(Finding::b).containsExactly(first);
        assertThat(own.getFirst().pairs()).hasSize(1);
    }

    @Test
    void theThreeStatusesNeverMeet() {
        AirspaceCommand same = declare(at(HERE, from(SOON)));
        for (Status one : Status.values())
            for (Status other : Status.values()) {
                Given given = said(planning(), PLANNER_A, same, one).after();
                assertThat(views(said(given, PLANNER_B, same, other), ALPHA)).hasSize(one == other ? 1 : 0);
            }
    }

    @Test
    void aPictureIsSeenInItsVersionAndANewerOneIsNot() {
        Then then = two(planning());
        ConflictView a = view(then, ALPHA);
        Hash other = then.after().last();
        Then seen = then.after().when(PLANNER_A, see(a));
        assertThat(seen.entry().events().getFirst()).isEqualTo(new AirspaceEvent.Seen(a.conflict(), ALPHA, 1));
        assertThat(view(seen, ALPHA).standing()).isEqualTo(new ConflictView.Standing(true, false, false));
        assertThat(view(seen, BRAVO).standing()).isEqualTo(new ConflictView.Standing(false, true, false));
        assertThat(view(seen, BRAVO).version()).isEqualTo(1);
        Given given = seen.after();
        given.when(PLANNER_A, see(a)).refused(new AirspaceRefusal.AlreadySeen(1));

        Then moved = given.when(PLANNER_B, amend(other, 1, at(HERE, window(1, SOON + 10 * MINUTE))));
        assertThat(view(moved, ALPHA).version()).isEqualTo(2);
        assertThat(view(moved, ALPHA).standing().seen()).isFalse();
        assertThat(view(moved, BRAVO).standing().seenByOther()).isFalse();
        given = moved.after();
        given.when(PLANNER_A, see(a)).refused(new AirspaceRefusal.VersionMoved(1, 2));
        given.when(PLANNER_A, new AirspaceCommand.See(a.conflict(), 3)).refused(new AirspaceRefusal.VersionMoved(3, 2));
        Then again = given.when(PLANNER_A, see(view(moved, ALPHA)));
        assertThat(view(again, BRAVO).standing().seenByOther()).isTrue();
    }

    /** A change that leaves the picture as it was is no news. */
    @Test
    void anAmendmentThatChangesNothingOfThePictureTellsNothing() {
        Then then = two(planning());
        Hash other = then.after().last();
        Given given = then.after().by(PLANNER_A, see(view(then, ALPHA)));
        Then same = given.when(PLANNER_B, amend(other, 1, at(HERE, window(1, SOON))));
        assertThat(same.told(ALPHA)).isEmpty();
        assertThat(same.told(BRAVO)).hasSize(1).first().isInstanceOf(AirspaceEvent.Amended.class);
        assertThat(views(same.after(), ALPHA).getFirst().standing().seen()).isTrue();
    }

    @Test
    void aConflictOfOthersAndNoneHaveOneAnswer() {
        Then then = two(planning());
        Hash conflict = view(then, ALPHA).conflict();
        for (Hash id : List.of(conflict, NEWER))
            then.after()
                    .when(PLANNER_C, new AirspaceCommand.See(id, 1))
                    .refused(new AirspaceRefusal.NoSuchConflict(id));
    }

    @Test
    void nobodySeesAConflictInPlayThatIsInEarnest() {
        Then then = two(planning());
        ConflictView a = view(then, ALPHA);
        said(then.after(), PLANNER_A, see(a), Status.EXERCISE).refused(new AirspaceRefusal.OtherStatus(Status.ACTUAL));
        said(then.after(), PLANNER_A, see(a), Status.ACTUAL).after();
    }

    @Test
    void whatIsEndedOrWithdrawnMeetsNothingAndIsClearedForBoth() {
        Then then = two(planning());
        Hash other = then.after().last();
        Then withdrawn = then.after().when(PLANNER_B, withdraw(other, 1, 1));
        assertThat(view(withdrawn, ALPHA).cleared()).isTrue();
        assertThat(view(withdrawn, BRAVO).cleared()).isTrue();
        assertThat(view(withdrawn, ALPHA).version()).isEqualTo(2);
        Then ended = then.after().by(PLANNER_B, activate(other, 1, 1)).when(PLANNER_B, end(other, 1, 1));
        assertThat(view(ended, ALPHA).cleared()).isTrue();
        assertThat(ended.after().when(PLANNER_C, declare(at(HERE, from(SOON)))).told(BRAVO))
                .isEmpty();
    }

    @Test
    void ofSeveralPairsTheOthersStay() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(LATER), from(SOON))));
        Then then = given.when(PLANNER_B, declare(at(HERE, from(SOON), from(LATER))));
        Hash other = then.after().last();
        List<Overlap> overlaps = view(then, ALPHA).overlaps();
        assertThat(overlaps).extracting(Overlap::number).containsExactly(1, 2);
        assertThat(overlaps).extracting(Overlap::own).containsExactly(2, 1);
        assertThat(overlaps.getFirst().window().from())
                .isLessThan(overlaps.getLast().window().from());
        Then less = then.after().when(PLANNER_B, withdraw(other, 1, 1));
        assertThat(view(less, ALPHA).overlaps()).extracting(Overlap::own).containsExactly(1);
        assertThat(view(less, ALPHA).overlaps()).extracting(Overlap::number).containsExactly(1);
    }

    @Test
    void aConflictThatOpensAgainIsTheSameInANewVersion() {
        Then then = two(planning());
        Hash other = then.after().last();
        Hash conflict = view(then, ALPHA).conflict();
        Then away = then.after().when(PLANNER_B, amend(other, 1, at(FAR, window(1, SOON))));
        assertThat(view(away, ALPHA).cleared()).isTrue();
        Given given = away.after().by(PLANNER_A, see(view(away, ALPHA)));
        Then back = given.when(PLANNER_B, amend(other, 2, at(HERE, window(1, SOON))));
        assertThat(view(back, ALPHA).conflict()).isEqualTo(conflict);
        assertThat(view(back, ALPHA).version()).isEqualTo(3);
        assertThat(view(back, ALPHA).standing().seen()).isFalse();
        assertThat(back.after().world().airspace().conflicts().size()).isEqualTo(1);
    }

    /** By the clock in steps of five minutes, as both sides are told it. */
    @Test
    void aConflictIsOpenUntilItsLastPairIsOver() {
        Then then = two(planning());
        Conflict conflict = then.after()
                .world()
                .airspace()
                .conflict(view(then, ALPHA).conflict())
                .orElseThrow();
        assertThat(conflict.open(SOON + HOUR + MINUTE)).isTrue();
        assertThat(conflict.open(SOON + HOUR + MINUTE + 1)).isFalse();
        assertThat(then.after().world().airspace().openBetween(ALPHA, BRAVO, SOON))
                .isEqualTo(1);
        assertThat(then.after().world().airspace().openBetween(ALPHA, BRAVO, SOON + HOUR + MINUTE + 1))
                .isZero();
        assertThat(then.after().world().airspace().openBetween(ALPHA, CHARLIE, SOON))
                .isZero();
    }

    /** What is over when something is declared does not meet it, though nobody ended it. */
    @Test
    void whatHasExpiredIsNotMet() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON), from(LATER))));
        given = given.later(SOON + HOUR + 1 - given.at());
        Then then = given.when(PLANNER_B, declare(at(HERE, from(SOON + 30 * MINUTE), from(LATER))));
        assertThat(view(then, ALPHA).overlaps()).extracting(Overlap::own).containsExactly(2);
    }

    @Test
    void eachPairOfDeclarationsHasItsOwnConflict() {
        Given given = two(planning()).after();
        Then then = given.when(PLANNER_C, declare(at(HERE, from(SOON))));
        assertThat(views(then, CHARLIE)).hasSize(2);
        assertThat(views(then, CHARLIE)).extracting(v -> v.desk().party()).containsExactlyInAnyOrder(ALPHA, BRAVO);
        assertThat(view(then, ALPHA).desk().party()).isEqualTo(CHARLIE);
        assertThat(view(then, BRAVO).desk().party()).isEqualTo(CHARLIE);
        assertThat(then.after().world().airspace().conflicts().size()).isEqualTo(3);
        assertThat(declaration(then.after(), views(then, CHARLIE).getFirst()))
                .isEqualTo(then.after().last());
    }
}
