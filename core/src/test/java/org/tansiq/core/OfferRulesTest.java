package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;
import static org.tansiq.core.Talks.LATER;
import static org.tansiq.core.Talks.told;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRefusal;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Step;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Window;

/** What two sides of a conflict offer and answer, and what keeps it from coming into force. */
final class OfferRulesTest {
    private static final Talks TALKS = Talks.of(planning());

    private static Opening opening(Then then, PartyId party) {
        return then.entry().deliveries().stream()
                .filter(delivery -> delivery.to().equals(party))
                .findFirst()
                .orElseThrow()
                .opening();
    }

    private static List<Step.Kind> steps(ThreadView thread) {
        return thread.steps().stream().map(Step::kind).toList();
    }

    @Test
    void anOfferIsToldToBothWithWhatWouldBeLeftAndMovesNothing() {
        AirspaceCommand.Offer offer = TALKS.later();
        Then then = TALKS.given().when(PLANNER_A, offer);
        Talks after = TALKS.with(then.after());
        ThreadView ours = told(then, ALPHA).getFirst();
        ThreadView theirs = told(then, BRAVO).getFirst();
        assertThat(ours.turn()).isEqualTo(ThreadView.Turn.THEIRS);
        assertThat(theirs.turn()).isEqualTo(ThreadView.Turn.OURS);
        assertThat(theirs.offer().orElseThrow().left().orElseThrow().clear()).isTrue();
        assertThat(theirs.offer().orElseThrow().until()).isEqualTo(offer.until());
        assertThat(theirs.offer().orElseThrow().seen()).isEqualTo(1);
        assertThat(then.told(CHARLIE)).isEmpty();
        assertThat(opening(then, BRAVO)).isEqualTo(Opening.TEXT);
        assertThat(then.told(BRAVO).toString()).doesNotContain(TALKS.alpha().toString());
        assertThat(declaration(then.after(), TALKS.alpha()).version()).isEqualTo(1);
        assertThat(after.view(BRAVO)).isEqualTo(TALKS.view(BRAVO));
        assertThat(after.thread(BRAVO)).isEqualTo(theirs);
    }

    // Outward to 5 min: the first five minutes that begin before.
    private static long rounded(long at) {
        return at - at % (5 * MINUTE);
    }

    @Test
    void whatWouldStillMeetIsToldRounded() {
        Then then = TALKS.given().when(PLANNER_A, TALKS.offer(ALPHA, at(HERE, window(1, SOON + HOUR / 2))));
        var left = told(then, BRAVO).getFirst().offer().orElseThrow().left().orElseThrow();
        assertThat(left.overlaps()).hasSize(1);
        assertThat(left.overlaps().getFirst().window())
                .isEqualTo(new Window(rounded(SOON + HOUR / 2), rounded(SOON + HOUR) + 5 * MINUTE));
    }

    @Test
    void anAcceptanceIsInForceForBothInOneEntry() {
        Talks talks = TALKS.offered();
        Then then = talks.given().when(PLANNER_B, talks.accept(BRAVO, talks.standing()));
        Given after = then.after();
        assertThat(declaration(after, talks.alpha()).version()).isEqualTo(2);
        assertThat(window(after, talks.alpha(), 1).window().from()).isEqualTo(LATER);
        assertThat(declaration(after, talks.bravo()).version()).isEqualTo(1);
        assertThat(view(then, ALPHA).cleared()).isTrue();
        assertThat(view(then, BRAVO).cleared()).isTrue();
        assertThat(steps(told(then, ALPHA).getFirst())).containsExactly(Step.Kind.OFFERED, Step.Kind.ACCEPTED);
        assertThat(opening(then, ALPHA)).isEqualTo(Opening.TEXT);
        assertThat(opening(then, BRAVO)).isEqualTo(Opening.WHOLE);
        assertThat(declaration(after, talks.alpha()).reach().all().note()).isEqualTo(talks.standing());
    }

    /** Half an hour each, in opposite ways. */
    @Test
    void theAcceptorsOwnAmendmentComesIntoForceWithIt() {
        Talks talks = TALKS.with(TALKS.given().by(PLANNER_A, TALKS.offer(ALPHA, at(HERE, window(1, SOON + HOUR / 2)))));
        AirspaceCommand.Amend own = amend(talks.bravo(), 1, at(HERE, window(1, SOON - HOUR / 2 - 1)));
        Then then = talks.given()
                .when(PLANNER_B, new AirspaceCommand.Accept(talks.conflict(), 1, talks.standing(), Optional.of(own)));
        assertThat(declaration(then.after(), talks.alpha()).version()).isEqualTo(2);
        assertThat(declaration(then.after(), talks.bravo()).version()).isEqualTo(2);
        assertThat(view(then, ALPHA).cleared()).isTrue();
        assertThat(view(then, BRAVO).cleared()).isTrue();
    }

    @Test
    void aCounterTakesTheOffersPlace() {
        Talks talks = TALKS.offered();
        Hash old = talks.standing();
        Then then = talks.given().when(PLANNER_B, talks.offer(BRAVO, at(HERE, window(1, LATER))));
        assertThat(steps(told(then, ALPHA).getFirst()))
                .containsExactly(Step.Kind.OFFERED, Step.Kind.COUNTERED, Step.Kind.OFFERED);
        assertThat(told(then, ALPHA).getFirst().turn()).isEqualTo(ThreadView.Turn.OURS);
        then.after()
                .when(PLANNER_B, talks.accept(BRAVO, old))
                .refused(new AirspaceRefusal.OfferIs(old, Step.Kind.COUNTERED));
        Talks countered = talks.with(then.after());
        Then accepted = then.after().when(PLANNER_A, countered.accept(ALPHA, countered.standing()));
        assertThat(view(accepted, ALPHA).cleared()).isTrue();
    }

    /** Of details alone, so that no view moves; and by the other side. */
    @Test
    void anyAmendmentOutsideTheThreadVoidsAnOffer() {
        Talks talks = TALKS.offered();
        Hash offer = talks.standing();
        Then then = talks.given()
                .when(
                        PLANNER_B,
                        new AirspaceCommand.Amend(
                                talks.bravo(), 1, at(HERE, window(1, SOON)), details("another name")));
        assertThat(views(then, ALPHA)).isEmpty();
        assertThat(steps(told(then, ALPHA).getFirst())).containsExactly(Step.Kind.OFFERED, Step.Kind.VOIDED);
        assertThat(steps(told(then, BRAVO).getFirst())).containsExactly(Step.Kind.OFFERED, Step.Kind.VOIDED);
        assertThat(opening(then, ALPHA)).isEqualTo(Opening.CLOSED);
        then.after()
                .when(PLANNER_B, talks.accept(BRAVO, offer))
                .refused(new AirspaceRefusal.OfferIs(offer, Step.Kind.VOIDED));
    }

    @Test
    void anAcceptanceVoidsWhatIsOfferedElsewhere() {
        Given third = TALKS.given().by(PLANNER_C, declare(at(HERE, from(SOON))));
        Talks talks = TALKS.with(third);
        Hash other = views(third, CHARLIE).stream()
                .filter(view -> view.desk().party().equals(ALPHA))
                .findFirst()
                .orElseThrow()
                .conflict();
        Given both = third.by(PLANNER_A, talks.later())
                .by(
                        PLANNER_C,
                        new AirspaceCommand.Offer(
                                other,
                                1,
                                amend(third.last(), 1, at(HERE, window(1, LATER + LATER - SOON))),
                                talks.until(),
                                Optional.empty()));
        Talks offered = talks.with(both);
        Then then = both.when(PLANNER_B, offered.accept(BRAVO, offered.standing()));
        assertThat(steps(told(then, CHARLIE).getFirst())).containsExactly(Step.Kind.OFFERED, Step.Kind.VOIDED);
        assertThat(opening(then, CHARLIE)).isEqualTo(Opening.CLOSED);
    }

    @Test
    void aDeadlineThatPassesIsToldToBoth() {
        Talks talks = TALKS.offered();
        Hash offer = talks.standing();
        long until = talks.thread(ALPHA).offer().orElseThrow().until();
        assertThat(talks.given().world().nextDue()).hasValue(until);
        Given late = talks.given().later(until - talks.given().at() - 1);
        late.when(PLANNER_B, talks.accept(BRAVO, offer)).refused(new AirspaceRefusal.OfferIs(offer, Step.Kind.LAPSED));
        Then then = late.tick();
        assertThat(steps(told(then, ALPHA).getFirst())).containsExactly(Step.Kind.OFFERED, Step.Kind.LAPSED);
        assertThat(steps(told(then, BRAVO).getFirst())).containsExactly(Step.Kind.OFFERED, Step.Kind.LAPSED);
        assertThat(then.after().world().nextDue()).isEmpty();
    }

    @Test
    void anOfferIsTurnedDownOrTakenBack() {
        Talks talks = TALKS.offered();
        AirspaceCommand decline = new AirspaceCommand.Decline(talks.conflict(), talks.standing());
        assertThat(steps(told(talks.given().when(PLANNER_B, decline), ALPHA).getFirst()))
                .endsWith(Step.Kind.DECLINED);
        Then back = talks.given().when(PLANNER_A, decline);
        assertThat(steps(told(back, BRAVO).getFirst())).endsWith(Step.Kind.RETRACTED);
        assertThat(told(back, BRAVO).getFirst().turn()).isEqualTo(ThreadView.Turn.EITHER);
    }

    @Test
    void whatIsAskedOfTheOtherSideIsToldWithTheOffer() {
        AirspaceCommand.Offer plain = TALKS.later();
        AirspaceCommand.Offer asks = new AirspaceCommand.Offer(
                plain.conflict(), 1, plain.amend(), plain.until(), Optional.of(Change.of("earlier-15")));
        Then then = TALKS.given().when(PLANNER_A, asks);
        assertThat(told(then, BRAVO).getFirst().offer().orElseThrow().asks()).contains(Change.of("earlier-15"));
    }

    @Test
    void whoHasNoPartInAConflictHasNoneInItsThread() {
        Talks talks = TALKS.offered();
        talks.given()
                .when(PLANNER_C, new AirspaceCommand.Accept(talks.conflict(), 1, talks.standing(), Optional.empty()))
                .refused(new AirspaceRefusal.NoSuchConflict(talks.conflict()));
        assertThat(Disclosure.thread(talks.given().world(), CHARLIE, talks.conflict()))
                .isEmpty();
        assertThat(Disclosure.threads(talks.given().world(), CHARLIE)).isEmpty();
    }

    @Test
    void whatHasChangedIsTheRefusal() {
        Talks talks = TALKS.offered();
        Given given = talks.given();
        Hash offer = talks.standing();
        Hash conflict = talks.conflict();
        given.when(PLANNER_A, talks.accept(ALPHA, offer)).refused(new AirspaceRefusal.OwnOffer(offer));
        given.when(PLANNER_B, talks.accept(BRAVO, hash("none"))).refused(new AirspaceRefusal.NoSuchOffer(hash("none")));
        given.when(PLANNER_B, new AirspaceCommand.Accept(conflict, 2, offer, Optional.empty()))
                .refused(new AirspaceRefusal.VersionMoved(2, 1));
        given.when(
                        PLANNER_A,
                        new AirspaceCommand.Offer(
                                conflict,
                                1,
                                amend(talks.bravo(), 1, at(HERE, window(1, LATER))),
                                talks.until(),
                                Optional.empty()))
                .refused(new AirspaceRefusal.NoSuchDeclaration(talks.bravo()));
        AirspaceCommand.Offer plain = talks.later();
        for (long until : List.of(given.at(), given.at() + AirspaceRules.HORIZON_MAX + 2))
            given.when(PLANNER_A, new AirspaceCommand.Offer(conflict, 1, plain.amend(), until, Optional.empty()))
                    .refused(new AirspaceRefusal.Untimely(until));
        Given gone = given.by(PLANNER_B, withdraw(talks.bravo(), 1, 1));
        int version = views(gone, BRAVO).getFirst().version();
        gone.when(PLANNER_B, new AirspaceCommand.Accept(conflict, version, offer, Optional.empty()))
                .refused(new AirspaceRefusal.ConflictCleared(conflict));
    }

    /** Of two windows the one that is offered to move is withdrawn, and the other still meets. */
    @Test
    void whatCanNotBeSaidAnyMoreIsNotAccepted() {
        Given one = planning().by(PLANNER_A, declare(at(HERE, from(SOON), from(SOON + 4 * HOUR))));
        Given both = one.by(PLANNER_B, declare(at(HERE, from(SOON), from(SOON + 4 * HOUR))));
        Talks talks = new Talks(both, one.last(), both.last());
        Talks offered = talks.with(both.by(
                PLANNER_A, talks.offer(ALPHA, at(HERE, window(1, LATER), window(2, SOON + 4 * HOUR)))));
        Talks gone = offered.with(offered.given().by(PLANNER_A, withdraw(talks.alpha(), 1, 1)));
        gone.given()
                .when(PLANNER_B, gone.accept(BRAVO, gone.standing()))
                .refused(new AirspaceRefusal.OfferUnfit(gone.standing()));
    }

    /** Which ends within five minutes: whether it has is not for the other side. */
    @Test
    void whatEndsThisMomentIsNotAccepted() {
        Given one = planning().by(PLANNER_A, declare(at(HERE, from(SOON), from(SOON + 4 * HOUR))));
        Given both = one.by(PLANNER_B, declare(at(HERE, from(SOON), from(SOON + 4 * HOUR))));
        Talks talks = new Talks(both, one.last(), both.last());
        long step = rounded(SOON) + 5 * MINUTE;
        for (long minutes : List.of(1L, 4L)) {
            AirspaceCommand.Offer plain =
                    talks.offer(ALPHA, at(HERE, window(1, step - HOUR + minutes * MINUTE), window(2, SOON + 4 * HOUR)));
            Given offered = both.by(
                    PLANNER_A,
                    new AirspaceCommand.Offer(plain.conflict(), 1, plain.amend(), SOON + HOUR, plain.asks()));
            Talks later = talks.with(offered.later(step + 2 * MINUTE - offered.at()));
            later.given()
                    .when(PLANNER_B, later.accept(BRAVO, later.standing()))
                    .refused(new AirspaceRefusal.OfferUnfit(later.standing()));
        }
    }

    @Test
    void anOfferIsPaidForOnceAndTouchesWhatItMeets() {
        long before = spent(TALKS.given());
        Talks talks = TALKS.with(TALKS.given().by(PLANNER_A, TALKS.offer(ALPHA, at(HERE, window(1, SOON + HOUR / 2)))));
        long disc = before;
        assertThat(spent(talks.given())).isEqualTo(2 * disc);
        assertThat(touches(talks.given())).isEqualTo(1);
        Given after = talks.given().by(PLANNER_B, talks.accept(BRAVO, talks.standing()));
        assertThat(spent(after)).isEqualTo(2 * disc);
        assertThat(declaration(after, talks.alpha()).charge().cost()).isEqualTo(disc);
        assertThat(touches(TALKS.offered().given())).isZero();
    }

    private static long spent(Given given) {
        return given.world()
                .airspace()
                .probing()
                .account(declaration(given, TALKS.alpha()).holder())
                .spent();
    }

    // Alpha declared first, so that it was bravo that touched by declaring.
    private static int touches(Given given) {
        return Disclosure.probing(given.world(), BRAVO).touched().values().stream()
                .mapToInt(touched -> touched.touches())
                .sum();
    }

    /** A day pays for one disc. */
    @Test
    void overBudgetAnOfferIsMadeAndItsAuthorNotToldWhatIsLeft() {
        Talks talks = Talks.of(planning(figure(Figure.BUDGET_KM3_HOURS, 100)));
        Then then = talks.given().when(PLANNER_A, talks.later());
        assertThat(told(then, ALPHA).getFirst().offer().orElseThrow().left()).isEmpty();
        assertThat(told(then, BRAVO).getFirst().offer().orElseThrow().left()).isPresent();
        assertThat(then.told(CHARLIE)).hasOnlyElementsOfType(AirspaceEvent.Exceeded.class);
    }
}
