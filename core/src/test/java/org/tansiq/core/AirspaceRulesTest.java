package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Span;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.PartyRefusal;
import org.tansiq.core.party.Role;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Window;

/** What a party may say of its own declaration, and how versions and windows are counted. */
final class AirspaceRulesTest {
    private static final long LATER = SOON + 2 * HOUR;

    private static WindowState state(Given given, Hash id, int number) {
        return window(given, id, number).state(given.at());
    }

    @Test
    void windowsAreNumberedFromOneInTheOrderSaid() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(LATER), from(SOON))));
        Declaration made = declaration(given, given.last());
        assertThat(made.id()).isEqualTo(given.last());
        assertThat(made.version()).isEqualTo(1);
        assertThat(made.party()).isEqualTo(ALPHA);
        assertThat(made.windows().keys()).containsExactly(1, 2);
        assertThat(window(given, made.id(), 1).window().from()).isEqualTo(LATER);
        assertThat(window(given, made.id(), 2).said()).isEqualTo(given.at());
        assertThat(made.windows().values()).allMatch(w -> w.recorded() == WindowState.DECLARED);
    }

    @Test
    void aNumberIsNeverUsedAgain() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON), from(LATER))));
        Hash id = given.last();
        given = given.by(PLANNER_A, amend(id, 1, at(HERE, from(LATER), window(1, SOON))));
        assertThat(declaration(given, id).version()).isEqualTo(2);
        assertThat(state(given, id, 2)).isEqualTo(WindowState.WITHDRAWN);
        assertThat(window(given, id, 3).window().from()).isEqualTo(LATER);
        given = given.by(PLANNER_A, amend(id, 2, at(HERE, from(LATER))));
        assertThat(declaration(given, id).windows().keys()).containsExactly(1, 2, 3, 4);
        assertThat(declaration(given, id).standing(given.at()))
                .extracting(DeclaredWindow::number)
                .containsExactly(4);
        given.when(PLANNER_A, amend(id, 3, at(HERE, window(2, LATER))))
                .refused(new AirspaceRefusal.WindowIs(2, WindowState.WITHDRAWN));
        given.when(PLANNER_A, amend(id, 3, at(HERE, window(5, LATER)))).refused(new AirspaceRefusal.NoSuchWindow(5));
        given.when(PLANNER_A, amend(id, 3, at(HERE, window(0, LATER)))).refused(new AirspaceRefusal.NoSuchWindow(0));
    }

    @Test
    void whatWasWrittenAgainstAnotherVersionIsRefused() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash id = given.last();
        given = given.by(PLANNER_A, amend(id, 1, at(HERE, window(1, SOON))));
        for (int seen : List.of(1, 3))
            for (AirspaceCommand act : List.of(
                    amend(id, seen, at(HERE, window(1, SOON))),
                    activate(id, seen, 1),
                    end(id, seen, 1),
                    withdraw(id, seen, 1)))
                given = given.when(PLANNER_A, act).refused(new AirspaceRefusal.VersionMoved(seen, 2));
    }

    @Test
    void whatOthersDeclaredAndWhatNobodyDidHaveOneAnswer() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        for (Hash id : List.of(given.last(), NEWER))
            for (AirspaceCommand act : List.of(
                    amend(id, 1, at(HERE, window(1, SOON))),
                    amend(id, 9, at(HERE, window(7, SOON))),
                    activate(id, 1, 1),
                    end(id, 1, 9),
                    withdraw(id, 9, 1)))
                given = given.when(PLANNER_B, act).refused(new AirspaceRefusal.NoSuchDeclaration(id));
    }

    @Test
    void onlyPlannersAndDutyOfficersSaySomethingOfTheAir() {
        Given given = planning();
        given.when(HEAD_A, declare(at(HERE, from(SOON)))).refused(new HallRefusal.NotYourRole(Role.HEAD));
        given.when(HEAD_A, new AirspaceCommand.See(NEWER, 1)).refused(new HallRefusal.NotYourRole(Role.HEAD));
        given.by(PLANNER_C, declare(at(HERE, from(SOON))));
    }

    @Test
    void theDeskIsOneOfTheAuthors() {
        Plan plan = new Plan(Optional.empty(), LINE, List.of(disc(HERE, 3000)), List.of());
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash id = given.last();
        given.when(PLANNER_A, declare(envelope(plan, from(SOON)))).refused(new PartyRefusal.NoSuchDesk(LINE));
        given.when(PLANNER_A, amend(id, 1, envelope(plan, from(SOON)))).refused(new PartyRefusal.NoSuchDesk(LINE));
    }

    /** Each act in each state that a window can have. */
    @Test
    void eachActHasItsStates() {
        Given declared = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash id = declared.last();
        acts(declared, id, WindowState.DECLARED);
        Given active = declared.by(PLANNER_A, activate(id, 1, 1));
        acts(active, id, WindowState.ACTIVATED);
        acts(active.by(PLANNER_A, end(id, 1, 1)), id, WindowState.ENDED);
        acts(declared.by(PLANNER_A, withdraw(id, 1, 1)), id, WindowState.WITHDRAWN);
        acts(declared.later(4 * HOUR), id, WindowState.EXPIRED);
        acts(active.later(4 * HOUR), id, WindowState.EXPIRED);
    }

    private static void acts(Given given, Hash id, WindowState now) {
        assertThat(state(given, id, 1)).isEqualTo(now);
        long at = given.at() + HOUR;
        act(given, activate(id, 1, 1), now, now == WindowState.DECLARED);
        act(given, withdraw(id, 1, 1), now, now == WindowState.DECLARED);
        act(given, end(id, 1, 1), now, now == WindowState.ACTIVATED);
        act(given, amend(id, 1, at(HERE, window(1, at))), now, now.compareTo(WindowState.ACTIVATED) <= 0);
        act(given, amend(id, 1, at(HERE, from(at))), now, now != WindowState.ACTIVATED);
    }

    private static void act(Given given, AirspaceCommand act, WindowState now, boolean may) {
        Then then = given.when(PLANNER_A, act);
        if (may) assertThat(then.entry().events().getFirst()).isInstanceOf(AirspaceEvent.class);
        else then.refused(new AirspaceRefusal.WindowIs(1, now));
    }

    @Test
    void aWindowStandsUntilItsLastInstant() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash id = given.last();
        Given last = given.later(SOON + HOUR - given.at() - 1);
        last.by(PLANNER_A, activate(id, 1, 1));
        last.later(1).when(PLANNER_A, activate(id, 1, 1)).refused(new AirspaceRefusal.WindowIs(1, WindowState.EXPIRED));
    }

    /** What stays as it is keeps its state, and a window in use stays so where it is moved. */
    @Test
    void aWindowInUseCanBeMovedButNotLeftOut() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON), from(LATER))));
        Hash id = given.last();
        given = given.by(PLANNER_A, activate(id, 1, 1));
        given.when(PLANNER_A, amend(id, 1, at(HERE, window(2, LATER))))
                .refused(new AirspaceRefusal.WindowIs(1, WindowState.ACTIVATED));
        given = given.by(PLANNER_A, amend(id, 1, at(FAR, window(1, SOON + MINUTE), window(2, LATER))));
        assertThat(state(given, id, 1)).isEqualTo(WindowState.ACTIVATED);
    }

    @Test
    void oneWindowThatForbidsItBarsTheWholeAct() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON), from(LATER))));
        Hash id = given.last();
        given = given.by(PLANNER_A, withdraw(id, 1, 2));
        given.when(PLANNER_A, activate(id, 1, 1, 2)).refused(new AirspaceRefusal.WindowIs(2, WindowState.WITHDRAWN));
        given.when(PLANNER_A, activate(id, 1, 1, 3)).refused(new AirspaceRefusal.NoSuchWindow(3));
        assertThat(state(given, id, 1)).isEqualTo(WindowState.DECLARED);
    }

    @Test
    void whatIsOverOrFarAheadIsOutOfTime() {
        Given given = planning();
        long now = given.at() + 1;
        long ahead = now + AirspaceRules.HORIZON_MAX;
        outOfTime(given, new Window(now - HOUR, now - 1));
        outOfTime(given, new Window(now - AirspaceRules.HORIZON_MAX - 1, now));
        outOfTime(given, new Window(ahead + 1, Window.OPEN_UNTIL));
        outOfTime(given, new Window(now, ahead + 1));
        for (Window window : List.of(
                new Window(now - HOUR, now),
                new Window(now - AirspaceRules.HORIZON_MAX, now),
                new Window(ahead, Window.OPEN_UNTIL),
                new Window(now, ahead)))
            given.by(PLANNER_A, declare(at(HERE, new WindowDraft(Optional.empty(), window))));
    }

    private static void outOfTime(Given given, Window window) {
        WindowDraft draft = new WindowDraft(Optional.empty(), window);
        AirspaceRefusal why = new AirspaceRefusal.OutOfTime(2, window.from(), window.until());
        WindowDraft fit = new WindowDraft(Optional.empty(), new Window(given.at() + 1, given.at() + 1));
        given.when(PLANNER_A, declare(at(HERE, fit, draft))).refused(why);
        Given declared = given.by(PLANNER_A, declare(at(HERE, from(SOON))));
        declared.later(-1)
                .when(PLANNER_A, amend(declared.last(), 1, at(HERE, fit, draft)))
                .refused(why);
    }

    @Test
    void actsAreOfTheStatusOfWhatTheyActOn() {
        Given given = planning();
        Note note = given.note(PLANNER_A, declare(at(HERE, from(SOON))), Status.EXERCISE);
        given = given.when(note, new Reading.Clear(declare(at(HERE, from(SOON)))))
                .after();
        Hash id = note.hash();
        assertThat(declaration(given, id).status()).isEqualTo(Status.EXERCISE);
        given.when(PLANNER_A, activate(id, 1, 1)).refused(new AirspaceRefusal.OtherStatus(Status.EXERCISE));
        given.when(PLANNER_A, amend(id, 1, at(HERE, window(1, SOON))))
                .refused(new AirspaceRefusal.OtherStatus(Status.EXERCISE));
        Note same = given.note(PLANNER_A, activate(id, 1, 1), Status.EXERCISE);
        given = given.when(same, new Reading.Clear(activate(id, 1, 1))).after();
        assertThat(state(given, id, 1)).isEqualTo(WindowState.ACTIVATED);
    }

    /** Volumes are counted from 1; a disc on the edge leaves the theatre as much as one far away. */
    @Test
    void whatLeavesTheTheatreIsNamed() {
        Given given = planning()
                .by(
                        PLANNER_A,
                        declare(envelope(
                                plan(
                                        disc(HERE, 3000),
                                        disc(new Position(0, 0), 3000),
                                        disc(new Position(36, 30), 3000)),
                                from(SOON))));
        Hash id = given.last();
        assertThat(declaration(given, id).beyond()).containsExactly(2, 3);
        given = given.by(PLANNER_A, amend(id, 1, at(HERE, window(1, SOON))));
        assertThat(declaration(given, id).beyond()).isEmpty();
    }

    @Test
    void moreWindowsThanADeclarationMayEverHaveHadAreRefused() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Hash id = given.last();
        Declaration made = declaration(given, id);
        DeclaredWindow last = new DeclaredWindow(
                AirspaceRules.WINDOWS_MAX - 1, new Window(SOON, LATER), WindowState.WITHDRAWN, NOON, false, NOON);
        Declaration full = new Declaration(
                id,
                ALPHA,
                made.status(),
                7,
                made.plan(),
                made.details(),
                made.windows().put(last.number(), last),
                List.of(),
                made.reach(),
                made.charge(),
                made.misplaced());
        given = given.so(new AirspaceEvent.Amended(full));
        given.when(PLANNER_A, amend(id, 7, at(HERE, window(1, SOON), from(LATER), from(LATER + HOUR))))
                .refused(new AirspaceRefusal.TooManyDeclared("windows", AirspaceRules.WINDOWS_MAX));
        given = given.by(PLANNER_A, amend(id, 7, at(HERE, window(1, SOON), from(LATER))));
        given = given.by(PLANNER_A, amend(id, 8, at(HERE, window(1, SOON))));
        assertThat(declaration(given, id).windows().last().orElseThrow().key()).isEqualTo(AirspaceRules.WINDOWS_MAX);
    }

    @Test
    void aPartOfAWindowIsHeldAndNoMore() {
        Span firstHalf = new Span(0, HOUR / 2 - 1);
        DeclaredVolume half = new DeclaredVolume(spot(HERE), band(3000), Optional.of(firstHalf));
        Given given = planning().by(PLANNER_A, declare(envelope(plan(half), from(SOON))));
        assertThat(given.when(PLANNER_B, declare(at(HERE, from(SOON + HOUR / 2))))
                        .told(ALPHA))
                .isEmpty();
        assertThat(given.when(PLANNER_B, declare(at(HERE, from(SOON + HOUR / 2 - 1))))
                        .told(ALPHA))
                .hasSize(1);
    }

    /**
     * Notice counts from when a window was last said as it is: one that another change leaves alone is not
     * said anew.
     */
    @Test
    void whoMovesOneWindowHasGivenNoticeOfTheOther() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON), from(LATER))));
        Hash id = given.last();
        long said = given.at();
        assertThat(window(given, id, 1).late()).isFalse();
        given = given.later(SOON - given.at() - 10 * MINUTE)
                .by(PLANNER_A, amend(id, 1, at(HERE, window(1, SOON), window(2, LATER + MINUTE))));
        assertThat(window(given, id, 1).said()).isEqualTo(said);
        assertThat(window(given, id, 1).late()).isFalse();
        assertThat(window(given, id, 2).said()).isEqualTo(given.at());
        given = given.by(PLANNER_A, amend(id, 2, at(FAR, window(1, SOON), window(2, LATER + MINUTE))));
        assertThat(window(given, id, 1).late()).isTrue();
        assertThat(window(given, id, 1).notice()).isEqualTo(SOON - given.at());
        assertThat(window(given, id, 2).late()).isFalse();
    }

    @Test
    void lateIsLessThanTheNoticeAgreed() {
        Given given = planning();
        long notice = 1800 * 1_000_000L;
        Given exact = given.by(PLANNER_A, declare(at(HERE, from(given.at() + 1 + notice))));
        assertThat(window(exact, exact.last(), 1).late()).isFalse();
        Given late = given.by(PLANNER_A, declare(at(HERE, from(given.at() + notice))));
        assertThat(window(late, late.last(), 1).late()).isTrue();
    }
}
