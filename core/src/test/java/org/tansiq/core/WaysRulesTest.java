package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Changes;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Way;
import org.tansiq.core.airspace.Ways;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Position;

/** Least changes: what is asked for, what is answered, what that costs, and who is told. */
final class WaysRulesTest {
    /** 8 km north of the other: what two discs of 5 km share is a lens between them. */
    private static final Position NORTH = HERE.destination(0, 8000);

    private static final Talks TALKS = Talks.of(planning());

    private static AirspaceCommand.Ask ask(Talks talks, PartyId by) {
        return new AirspaceCommand.Ask(talks.conflict(), talks.view(by).version());
    }

    private static Ways ways(Then then, PartyId party) {
        List<Ways> ways = then.told(party).stream()
                .flatMap(event -> event instanceof AirspaceEvent.Answered e ? Stream.of(e.ways()) : Stream.of())
                .toList();
        assertThat(ways).hasSize(1);
        return ways.getFirst();
    }

    private static Way.Fit fit(Ways ways, String change) {
        return ways.all().stream()
                .filter(way -> way.change().equals(Change.of(change)))
                .findFirst()
                .orElseThrow()
                .fit();
    }

    private static Talks lens() {
        Given first = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Given both = first.by(PLANNER_B, declare(at(NORTH, from(SOON))));
        return new Talks(both, first.last(), both.last());
    }

    @Test
    void everyChangeOfTheListIsAnsweredAndTheBestAreTheCheapestThatAreFree() {
        Then then = TALKS.given().when(PLANNER_A, ask(TALKS, ALPHA));
        Ways ways = ways(then, ALPHA);
        assertThat(ways.all().stream().map(Way::change)).containsExactlyElementsOf(Change.ALL);
        assertThat(Change.ALL).hasSize(24);
        assertThat(fit(ways, "later-60")).isEqualTo(Way.Fit.MEETS); // It begins when the other ends.
        assertThat(fit(ways, "later-120")).isEqualTo(Way.Fit.FREE);
        assertThat(fit(ways, "earlier-120")).isEqualTo(Way.Fit.UNFIT); // It would begin in the past.
        assertThat(fit(ways, "higher-900")).isEqualTo(Way.Fit.MEETS);
        assertThat(fit(ways, "higher-1200")).isEqualTo(Way.Fit.FREE);
        assertThat(fit(ways, "north")).isEqualTo(Way.Fit.UNFIT); // Nothing of it would be left.
        assertThat(ways.best().stream().map(way -> way.change().text()))
                .containsExactly("lower-1200", "higher-1200", "later-120");
        assertThat(ways.best().stream().map(Way::cost)).containsExactly(1200L, 1200L, 2400L);
        assertThat(then.told(BRAVO)).isEmpty();
    }

    @Test
    void weightsAreOfTheTerms() {
        Talks talks = Talks.of(planning(figure(Figure.CHANGE_METRE_WEIGHT, 5)));
        Ways ways = ways(talks.given().when(PLANNER_A, ask(talks, ALPHA)), ALPHA);
        assertThat(ways.best().getFirst().change()).isEqualTo(Change.of("later-120"));
    }

    @Test
    void anAreaGivesUpWhatLiesOnTheOtherSidesOfTheBoxShown() {
        Talks talks = lens();
        Ways ways = ways(talks.given().when(PLANNER_A, ask(talks, ALPHA)), ALPHA);
        assertThat(fit(ways, "south")).isEqualTo(Way.Fit.FREE);
        assertThat(fit(ways, "north")).isEqualTo(Way.Fit.UNFIT);
        long cost = ways.all().stream()
                .filter(way -> way.change().kind() == Change.Kind.SOUTH)
                .findFirst()
                .orElseThrow()
                .cost();
        // Of a disc of 78.5 km2 the 2 to 3 km towards the other, with what rounding adds.
        assertThat(cost).isBetween(10 * 10L, 10 * 40L);
    }

    /** Whoever takes a change that was free meets nothing. */
    @Test
    void whatIsFreeIsFreeWhenItIsSaid() {
        for (Talks talks : List.of(TALKS, lens())) {
            Ways ways = ways(talks.given().when(PLANNER_A, ask(talks, ALPHA)), ALPHA);
            assertThat(ways.best()).hasSizeGreaterThan(1);
            for (Way way : ways.all()) {
                if (way.fit() == Way.Fit.UNFIT) continue;
                Declaration own = declaration(talks.given(), talks.alpha());
                Changes.Changed changed = new Changes(
                                own, talks.view(ALPHA), talks.given().at())
                        .with(way.change())
                        .orElseThrow();
                Then then = talks.given().when(PLANNER_A, amend(own.id(), 1, changed.envelope()));
                boolean clear = views(then.after(), ALPHA).stream().allMatch(ConflictView::cleared);
                assertThat(clear).describedAs(way.change().text()).isEqualTo(way.fit() == Way.Fit.FREE);
            }
        }
    }

    /** Of a third party, two hours later, which alpha has never been told of. */
    @Test
    void whatIsHiddenIsLookedAtAndItsOwnerIsTouched() {
        Given third = TALKS.given().by(PLANNER_C, declare(at(HERE, from(SOON + 5 * HOUR / 2))));
        Talks talks = TALKS.with(third);
        Then then = third.when(PLANNER_A, ask(talks, ALPHA));
        assertThat(fit(ways(then, ALPHA), "later-120")).isEqualTo(Way.Fit.MEETS);
        assertThat(fit(ways(then, ALPHA), "later-60")).isEqualTo(Way.Fit.MEETS);
        assertThat(touches(then.after(), CHARLIE)).isEqualTo(1);
        assertThat(touches(then.after(), BRAVO))
                .isEqualTo(ways(then, ALPHA).all().stream()
                                .filter(way -> way.fit() == Way.Fit.MEETS)
                                .count()
                        - 1);
    }

    private static long touches(Given given, PartyId owner) {
        return Disclosure.probing(given.world(), owner).touched().values().stream()
                .mapToLong(touched -> touched.touches())
                .sum();
    }

    @Test
    void everyChangeLookedAtIsPaidInFull() {
        Then then = TALKS.given().when(PLANNER_A, ask(TALKS, ALPHA));
        Declaration own = declaration(then.after(), TALKS.alpha());
        long looked = ways(then, ALPHA).all().stream()
                .filter(way -> way.fit() != Way.Fit.UNFIT)
                .count();
        assertThat(then.after()
                        .world()
                        .airspace()
                        .probing()
                        .account(own.holder())
                        .spent())
                .isEqualTo((1 + looked) * own.charge().cost());
    }

    @Test
    void inOneVersionOfAConflictItIsAskedOnce() {
        Given asked = TALKS.given().by(PLANNER_A, ask(TALKS, ALPHA));
        asked.when(PLANNER_A, ask(TALKS, ALPHA)).refused(new AirspaceRefusal.AlreadyAsked(1));
        assertThat(Disclosure.thread(asked.world(), ALPHA, TALKS.conflict())
                        .orElseThrow()
                        .ways())
                .isPresent();
        assertThat(Disclosure.thread(asked.world(), BRAVO, TALKS.conflict())).isEmpty();
        Given moved = asked.by(PLANNER_B, amend(TALKS.bravo(), 1, at(HERE, window(1, SOON + HOUR / 2))));
        Talks again = TALKS.with(moved);
        assertThat(ways(moved.when(PLANNER_A, ask(again, ALPHA)), ALPHA).version())
                .isEqualTo(2);
    }

    /** A day pays for four discs. */
    @Test
    void overBudgetThereIsNoAnswerAndNothingIsSpentOrTouched() {
        Talks talks = Talks.of(planning(figure(Figure.BUDGET_KM3_HOURS, 400)));
        Then then = talks.given().when(PLANNER_A, ask(talks, ALPHA));
        assertThat(ways(then, ALPHA)).isEqualTo(new Ways(1, true, List.of()));
        assertThat(then.after().world().airspace().probing())
                .isEqualTo(talks.given().world().airspace().probing());
        assertThat(ways(then.after().when(PLANNER_A, ask(talks, ALPHA)), ALPHA).withheld())
                .isTrue();
    }

    @Test
    void whatIsInUseOrClearedIsNotMoved() {
        Given active = TALKS.given().by(PLANNER_A, activate(TALKS.alpha(), 1, 1));
        Talks talks = TALKS.with(active);
        Ways ways = ways(active.when(PLANNER_A, ask(talks, ALPHA)), ALPHA);
        assertThat(fit(ways, "later-120")).isEqualTo(Way.Fit.UNFIT);
        assertThat(fit(ways, "higher-1200")).isEqualTo(Way.Fit.FREE);
        Given gone = TALKS.given().by(PLANNER_B, withdraw(TALKS.bravo(), 1, 1));
        gone.when(PLANNER_A, ask(TALKS.with(gone), ALPHA))
                .refused(new AirspaceRefusal.ConflictCleared(TALKS.conflict()));
    }
}
