package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Timetable.Change;
import org.tansiq.core.Timetable.Item;
import org.tansiq.core.Timetable.Kind;
import org.tansiq.core.Timetable.What;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Window;

/** What the clock alone changes, to the microsecond; and for whom. */
final class TimetableTest {
    private static final long ALL = Long.MAX_VALUE;
    private static final List<PartyId> PARTIES = List.of(ALPHA, BRAVO, CHARLIE);

    /** A time that rounding leaves as it is. */
    private static final long WHOLE = SOON + 5 * MINUTE - SOON % (5 * MINUTE);

    private static List<Change> changes(Given given, PartyId party) {
        return Timetable.of(given.world(), party, given.at()).changes(given.at(), ALL);
    }

    private static List<Long> times(List<Change> changes) {
        return changes.stream().map(Change::at).toList();
    }

    @Test
    void aWindowIsAboutToStartThenStartsThenExpires() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Item item = new Item(Kind.DECLARATION, given.last(), 1, new Window(SOON, SOON + HOUR));
        assertThat(changes(given, ALPHA))
                .containsExactly(
                        new Change(item, What.ABOUT_TO_START, SOON - 15 * MINUTE),
                        new Change(item, What.STARTED, SOON),
                        new Change(item, What.EXPIRED, SOON + HOUR + 1));
    }

    /** A span asked for begins behind its first time and holds its last, so that none is told twice. */
    @Test
    void spansThatFollowEachOtherTellEachChangeOnce() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Timetable timetable = Timetable.of(given.world(), ALPHA, given.at());
        assertThat(timetable.changes(given.at(), SOON - 1)).hasSize(1);
        assertThat(timetable.changes(SOON - 1, SOON)).extracting(Change::what).containsExactly(What.STARTED);
        assertThat(timetable.changes(SOON, SOON + HOUR)).isEmpty();
        assertThat(timetable.changes(SOON, SOON + HOUR + 1)).hasSize(1);
        assertThat(timetable.changes(SOON + HOUR, SOON + HOUR + 1)).hasSize(1);
        assertThat(timetable.changes(SOON + HOUR + 1, SOON + HOUR + 2)).isEmpty();
        assertThat(timetable.changes(SOON + HOUR, SOON)).isEmpty();
    }

    @Test
    void whatWasEndedOrWithdrawnChangesNoMore() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON), from(SOON + 3 * HOUR))));
        Hash id = given.last();
        assertThat(changes(given.by(PLANNER_A, withdraw(id, 1, 1)), ALPHA))
                .extracting(change -> change.item().number())
                .containsOnly(2);
        given = given.by(PLANNER_A, activate(id, 1, 1)).by(PLANNER_A, end(id, 1, 1));
        assertThat(times(changes(given, ALPHA))).startsWith(SOON + 3 * HOUR - 15 * MINUTE);
    }

    /** An overlap of 21 minutes, at the rounded times that both are told, and never at the true ones. */
    @Test
    void anOverlapChangesAtTheTimesThatItsSideWasTold() {
        long begin = WHOLE + 41 * MINUTE;
        WindowDraft theirs = new WindowDraft(Optional.empty(), new Window(begin, begin + 2 * HOUR));
        Given given = planning()
                .by(PLANNER_A, declare(at(HERE, from(WHOLE + 2 * MINUTE))))
                .by(PLANNER_B, declare(at(HERE, theirs)));
        long from = WHOLE + 40 * MINUTE;
        long until = WHOLE + 65 * MINUTE;
        for (PartyId party : List.of(ALPHA, BRAVO)) {
            List<Change> seen = changes(given, party).stream()
                    .filter(change -> change.item().kind() == Kind.CONFLICT)
                    .toList();
            Item item = new Item(Kind.CONFLICT, views(given, party).getFirst().conflict(), 1, new Window(from, until));
            assertThat(seen)
                    .containsExactly(
                            new Change(item, What.ABOUT_TO_START, from - 15 * MINUTE),
                            new Change(item, What.STARTED, from),
                            new Change(item, What.OVER, until + 1));
        }
        assertThat(times(changes(given, ALPHA))).doesNotContain(begin, begin + 2 * HOUR, begin + 2 * HOUR + 1);
        assertThat(times(changes(given, BRAVO))).doesNotContain(WHOLE + 62 * MINUTE, WHOLE + 62 * MINUTE + 1);
        assertThat(changes(given, CHARLIE)).isEmpty();
    }

    @Test
    void whatIsSoNowIsCountedAndListedSoonestFirst() {
        Given given = planning()
                .by(PLANNER_A, declare(at(FAR, from(SOON + 10 * MINUTE))))
                .by(PLANNER_A, declare(at(HERE, from(SOON), from(SOON + 3 * HOUR))));
        Timetable timetable = Timetable.of(given.world(), ALPHA, given.at());
        assertThat(timetable.standing(Kind.DECLARATION, given.at())).isEqualTo(3);
        assertThat(timetable.standing(Kind.CONFLICT, given.at())).isZero();
        assertThat(timetable.standing(Kind.DECLARATION, SOON + 2 * HOUR)).isEqualTo(1);
        assertThat(timetable.first(Kind.DECLARATION, 9, item -> item.aboutToStart(SOON - 15 * MINUTE)))
                .extracting(item -> item.window().from())
                .containsExactly(SOON);
        assertThat(timetable.first(Kind.DECLARATION, 9, item -> item.aboutToStart(SOON - 5 * MINUTE)))
                .extracting(item -> item.window().from())
                .containsExactly(SOON, SOON + 10 * MINUTE);
        assertThat(timetable.first(Kind.DECLARATION, 1, item -> item.running(SOON + 10 * MINUTE)))
                .hasSize(1);
        assertThat(timetable.first(Kind.DECLARATION, 9, item -> item.running(SOON + HOUR)))
                .hasSize(2);
        assertThat(timetable.first(Kind.DECLARATION, 9, item -> item.running(SOON + HOUR + 1)))
                .hasSize(1);
        assertThat(timetable.first(Kind.CONFLICT, 9, _ -> true)).isEmpty();
    }

    /** Whoever follows from world to world, some steps at a time, has what is made anew of the last one. */
    @Property(tries = 40)
    void whoFollowsHasWhatIsMadeAnew(@ForAll long seed) {
        Random chance = new Random(seed);
        AnyActivity any = new AnyActivity(chance);
        Given given = planning();
        Timetables followed = Timetables.NONE.with(ALPHA).with(BRAVO);
        int found = 0;
        for (int i = 0; i < 60; i++) {
            int who = chance.nextInt(3);
            given = given.later(chance.nextInt(6) == 0 ? HOUR : 1);
            AirspaceCommand command = any.command(given.world(), PARTIES.get(who), given.at());
            Note note = given.note(List.of(PLANNER_A, PLANNER_B, PLANNER_C).get(who), command, Status.ACTUAL);
            given = given.when(note, new Reading.Clear(command)).after();
            if (chance.nextInt(3) > 0) continue;
            followed = followed.in(given.world(), Long.MIN_VALUE);
            for (PartyId party : List.of(ALPHA, BRAVO)) {
                Timetable anew = Timetable.of(given.world(), party, Long.MIN_VALUE);
                assertThat(followed.of(party)).isEqualTo(anew);
                found += anew.changes(Long.MIN_VALUE, ALL).size();
            }
        }
        assertThat(found).isPositive();
    }
}
