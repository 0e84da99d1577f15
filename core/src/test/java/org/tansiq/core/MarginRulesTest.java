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
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Cutout;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.terms.Agreed;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Group;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.core.terms.TermsEvent;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Window;

/** What the terms of two parties change: margins, notice, activation; and what a declaration leaves out. */
final class MarginRulesTest {
    /** Alpha and bravo agree on a number between them. */
    private static Given agreed(Given given, Figure figure, long value) {
        Group two = group(ALPHA, BRAVO);
        Given proposed = given.by(HEAD_A, new TermsCommand.Propose(text(two, figure, value)));
        return proposed.by(HEAD_B, new TermsCommand.Sign(proposed.last()));
    }

    /** A disc of 5 km whose edge is so many metres from the edge of the one that is here. */
    private static Envelope apart(double metres) {
        return at(HERE.destination(90, 10_000 + metres), from(SOON));
    }

    private static boolean meets(Given given, Envelope mine) {
        return !given.when(PLANNER_B, declare(mine)).told(ALPHA).isEmpty();
    }

    @Test
    void theMarginInPlanIsBetweenTheTwo() {
        Given none = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        assertThat(meets(none, apart(10))).isFalse();
        Given given = agreed(planning(), Figure.BUFFER_METRES, 1000);
        given = given.by(PLANNER_A, declare(at(HERE, from(SOON))));
        assertThat(meets(given, apart(990))).isTrue();
        assertThat(meets(given, apart(1010))).isFalse();
        Then other = given.when(PLANNER_C, declare(apart(990)));
        assertThat(other.told(ALPHA)).isEmpty();
    }

    @Test
    void theMarginInHeightIsBetweenTheTwo() {
        Given given = agreed(planning(), Figure.BUFFER_HEIGHT_METRES, 300).by(PLANNER_A, declare(at(HERE, from(SOON))));
        assertThat(meets(given, envelope(plan(disc(HERE, 4299)), from(SOON)))).isTrue();
        assertThat(meets(given, envelope(plan(disc(HERE, 4301)), from(SOON)))).isFalse();
        assertThat(meets(given, envelope(plan(disc(HERE, 1701)), from(SOON)))).isTrue();
        assertThat(meets(given, envelope(plan(disc(HERE, 1699)), from(SOON)))).isFalse();
    }

    /**
     * The edge where a flight level's half of the margin stretches most: 150 m over FL 5000 m may be 168 m
     * over the sea, so that a margin of 300 m reaches 318 m, which is 1060 mm for each metre. Whoever asks
     * over the sea has to ask that far.
     */
    @Test
    void aMarginOverAFlightLevelReachesAsFarAsTheLevelMayLie() {
        Given given = agreed(planning(), Figure.BUFFER_HEIGHT_METRES, 300)
                .by(PLANNER_A, declare(envelope(plan(between(Reference.FL, 4000, 5000)), from(SOON))));
        assertThat(meets(given, envelope(plan(between(Reference.AMSL, 6501, 7000)), from(SOON))))
                .isTrue();
        assertThat(meets(given, envelope(plan(between(Reference.AMSL, 6501.001, 7000)), from(SOON))))
                .isFalse();
    }

    private static DeclaredVolume between(Reference reference, double floor, double ceiling) {
        Band band = Band.between(Height.floor(reference, floor), Height.ceiling(reference, ceiling));
        return new DeclaredVolume(Air.spot(HERE), band, Optional.empty());
    }

    /**
     * The edge where rounding decides: the last place to the east at which two discs, each with half of
     * 756 m, still meet, while one of them with all of it and the other bare are farther apart than what
     * meets, by the last bit of a sum. About one pair of discs in ten thousand has such a place.
     */
    @Test
    void aMarginInTwoHalvesMeetsWhereTheWholeOneIsRoundedApart() {
        Position last = new Position(35, 38.57858729162542);
        Given given = agreed(planning(), Figure.BUFFER_METRES, 756)
                .by(PLANNER_A, declare(envelope(plan(round(last, 9257.8)), from(SOON))));
        assertThat(meets(given, envelope(plan(round(HERE, 42_804.3)), from(SOON))))
                .isTrue();
        Position next = new Position(35, Math.nextUp(last.lng()));
        Given beyond = agreed(planning(), Figure.BUFFER_METRES, 756)
                .by(PLANNER_A, declare(envelope(plan(round(next, 9257.8)), from(SOON))));
        assertThat(meets(beyond, envelope(plan(round(HERE, 42_804.3)), from(SOON))))
                .isFalse();
    }

    private static DeclaredVolume round(Position at, double radius) {
        Outline outline = new Outline(Core.Kind.SPOT, List.of(List.of(at)), radius, 0);
        return new DeclaredVolume(outline, Air.band(3000), Optional.empty());
    }

    @Test
    void aConflictSaysWhichTermsItWasFoundUnder() {
        Given given = agreed(planning(), Figure.BUFFER_METRES, 1000);
        Hash text = given.world().terms().deciding(ALPHA, BRAVO).orElseThrow();
        given = given.by(PLANNER_A, declare(at(HERE, from(SOON))));
        ConflictView view = view(given.when(PLANNER_B, declare(apart(990))), ALPHA);
        assertThat(view.margins().metres()).isEqualTo(new Agreed(1000, new Agreed.Source.ByText(text)));
        assertThat(view.margins().noticeSeconds()).isEqualTo(new Agreed(1800, new Agreed.Source.ByRules()));
    }

    @Test
    void newTermsReachOnlyWhatIsSaidLater() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        Then clear = given.when(PLANNER_B, declare(apart(500)));
        assertThat(clear.told(ALPHA)).isEmpty();
        Hash bravo = clear.after().last();
        Then agreed = clear.after()
                .when(HEAD_A, new TermsCommand.Propose(text(group(ALPHA, BRAVO), Figure.BUFFER_METRES, 1000)));
        Then signed =
                agreed.after().when(HEAD_B, new TermsCommand.Sign(agreed.after().last()));
        assertThat(signed.entry().events()).noneMatch(AirspaceEvent.class::isInstance);
        Given after = signed.after();
        assertThat(views(after, ALPHA)).isEmpty();
        assertThat(after.by(PLANNER_B, activate(bravo, 1, 1))
                        .world()
                        .airspace()
                        .conflicts()
                        .size())
                .isZero();
        Envelope again = at(HERE.destination(90, 10_500), window(1, SOON));
        Then amended = after.when(PLANNER_B, amend(bravo, 1, again));
        assertThat(view(amended, ALPHA).margins().metres().value()).isEqualTo(1000);
    }

    @Test
    void termsThatComeInForceTellHowManyConflictsTheyDoNotReach() {
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        given = given.by(PLANNER_B, declare(at(HERE, from(SOON))))
                .by(PLANNER_B, declare(at(HERE, from(SOON))))
                .by(PLANNER_C, declare(at(HERE, from(SOON))));
        assertThat(standing(given, group(ALPHA, BRAVO))).isEqualTo(2);
        assertThat(standing(given, group(ALPHA, BRAVO, CHARLIE))).isZero();
        assertThat(standing(given.later(SOON + HOUR + MINUTE + 1 - given.at()), group(ALPHA, BRAVO)))
                .isZero();
    }

    private static int standing(Given given, Group group) {
        List<VerifierKey> heads = List.of(HEAD_A, HEAD_B, HEAD_C);
        Given signed = given.by(HEAD_A, new TermsCommand.Propose(text(group, Figure.BUFFER_METRES, 500)));
        Hash text = signed.last();
        Then then = signed.when(HEAD_B, new TermsCommand.Sign(text));
        for (int i = 2; i < group.parties().size(); i++)
            then = then.after().when(heads.get(i), new TermsCommand.Sign(text));
        return then.entry().events().stream()
                .filter(TermsEvent.InForce.class::isInstance)
                .mapToInt(event -> ((TermsEvent.InForce) event).standing())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoOnlyHasOneTextWithAnotherIsLateByTheWidestOfIts() {
        long seconds = 2 * 3600;
        Given given = agreed(planning(), Figure.MINIMUM_NOTICE_SECONDS, seconds);
        Envelope inAnHour = at(HERE, from(given.at() + HOUR));
        Given a = given.by(PLANNER_A, declare(inAnHour));
        assertThat(window(a, a.last(), 1).late()).isTrue();
        Given c = given.by(PLANNER_C, declare(inAnHour));
        assertThat(window(c, c.last(), 1).late()).isFalse();
    }

    /** The other side counts from the beginning of the box that it is shown, at most five minutes before. */
    @Test
    void theOtherIsLateByTheBoxThatIsShown() {
        long box = SOON + MINUTE; // A multiple of five minutes.
        Given given = planning().by(PLANNER_A, declare(at(HERE, from(box - HOUR / 2))));
        long notice = 1800 * 1_000_000L;
        Given exact = given.later(box - notice - given.at() - 1);
        ConflictView known = view(exact.when(PLANNER_B, declare(at(HERE, from(box - MINUTE)))), ALPHA);
        assertThat(known.overlaps().getFirst().late()).isTrue();
        ConflictView later = view(exact.when(PLANNER_B, declare(at(HERE, from(box)))), ALPHA);
        assertThat(later.overlaps().getFirst().window().from()).isEqualTo(box);
        assertThat(later.overlaps().getFirst().late()).isFalse();
        Given afterwards = exact.later(1);
        ConflictView late = view(afterwards.when(PLANNER_B, declare(at(HERE, from(box + 4 * MINUTE)))), ALPHA);
        assertThat(late.overlaps().getFirst().window().from()).isEqualTo(box);
        assertThat(late.overlaps().getFirst().late()).isTrue();
        assertThat(view(afterwards.when(PLANNER_B, declare(at(HERE, from(box + 4 * MINUTE)))), BRAVO)
                        .overlaps()
                        .getFirst()
                        .late())
                .isFalse();
    }

    private static Then crossing(Given given) {
        return given.by(PLANNER_A, declare(at(HERE, from(SOON)))).when(PLANNER_B, declare(at(HERE, from(SOON))));
    }

    @Test
    void anActivationThatNotBothHaveSeenStandsUnacknowledgedAndBothAreTold() {
        Then then = crossing(planning());
        Hash id = then.after().last();
        Then active = then.after().when(PLANNER_B, activate(id, 1, 1));
        for (var party : List.of(ALPHA, BRAVO)) {
            assertThat(view(active, party).standing().unacknowledged()).isTrue();
            assertThat(view(active, party).version()).isEqualTo(1);
        }
        assertThat(view(active, ALPHA).overlaps().getFirst().activated()).isTrue();
        assertThat(view(active, BRAVO).overlaps().getFirst().activated()).isFalse();
        assertThat(active.told(CHARLIE)).isEmpty();
        Then one = active.after().when(PLANNER_A, see(view(then, ALPHA)));
        assertThat(view(one, ALPHA).standing().unacknowledged()).isTrue();
        Then both = one.after().when(PLANNER_B, see(view(then, BRAVO)));
        assertThat(view(both, ALPHA).standing()).isEqualTo(new ConflictView.Standing(true, true, false));
        assertThat(view(both, BRAVO).standing()).isEqualTo(new ConflictView.Standing(true, true, false));
    }

    @Test
    void whereTheTermsSaySoAnActivationWaitsUntilBothHaveSeenOrSaysWhyNot() {
        Given given = agreed(planning(), Figure.ACTIVATION_RULE, 1);
        Then then = crossing(given);
        Hash id = then.after().last();
        Hash conflict = view(then, BRAVO).conflict();
        Given half = then.after().by(PLANNER_B, see(view(then, BRAVO)));
        half.when(PLANNER_B, activate(id, 1, 1)).refused(new AirspaceRefusal.Unacknowledged(List.of(conflict)));
        AirspaceCommand because = new AirspaceCommand.Activate(some(id, 1, 1), Optional.of("fuel is low"));
        Then anyway = half.when(PLANNER_B, because);
        assertThat(anyway.entry().events().getFirst())
                .isEqualTo(new AirspaceEvent.Activated(
                        id, List.of(1), anyway.after().at(), Optional.of("fuel is low")));
        assertThat(view(anyway, ALPHA).standing().unacknowledged()).isTrue();
        half.by(PLANNER_A, see(view(then, ALPHA))).by(PLANNER_B, activate(id, 1, 1));
    }

    /**
     * The rule is of the two that meet: who agreed to nothing hinders nobody, nor does a window that meets
     * nothing.
     */
    @Test
    void onlyConflictsOfThoseWindowsUnderThatRuleHinder() {
        Given given = agreed(planning(), Figure.ACTIVATION_RULE, 1).by(PLANNER_C, declare(at(HERE, from(SOON))));
        Given met = given.by(PLANNER_B, declare(at(HERE, from(SOON))));
        met.by(PLANNER_B, activate(met.last(), 1, 1));
        Given alpha = given.by(PLANNER_A, declare(at(HERE, from(SOON))));
        Given bravo = alpha.by(PLANNER_B, declare(at(HERE, from(SOON), from(SOON + 3 * HOUR))));
        bravo.by(PLANNER_B, activate(bravo.last(), 1, 2));
        assertThat(bravo.when(PLANNER_B, activate(bravo.last(), 1, 1, 2))
                        .entry()
                        .events())
                .hasSize(1)
                .first()
                .isInstanceOf(HallEvent.Refused.class);
    }

    private static DeclaredVolume wide() {
        return new DeclaredVolume(
                new Outline(Core.Kind.SPOT, List.of(List.of(HERE)), 50_000, 0), band(3000), Optional.empty());
    }

    private static Envelope without(double radius, Window window) {
        Outline hole = new Outline(Core.Kind.SPOT, List.of(List.of(HERE)), radius, 0);
        Plan plan = new Plan(Optional.empty(), AIR, List.of(wide()), List.of(new Cutout(hole, band(3000), window)));
        return envelope(plan, from(SOON));
    }

    @Test
    void whatLiesWhollyInWhatIsTakenOutIsClear() {
        Given given = planning().by(PLANNER_A, declare(without(6000, Window.ALWAYS)));
        assertThat(meets(given, at(HERE, from(SOON)))).isFalse();
        assertThat(meets(given, at(HERE.destination(0, 2000), from(SOON)))).isTrue();
        assertThat(meets(given, envelope(plan(disc(HERE, 3500)), from(SOON)))).isTrue();
        Given other = planning().by(PLANNER_A, declare(at(HERE, from(SOON))));
        assertThat(meets(other, without(6000, Window.ALWAYS))).isFalse();
        assertThat(meets(other, without(4000, Window.ALWAYS))).isTrue();
    }

    @Test
    void whatIsTakenOutForATimeIsClearForThatTime() {
        Given given = planning().by(PLANNER_A, declare(without(6000, new Window(SOON, SOON + 2 * HOUR))));
        assertThat(meets(given, at(HERE, from(SOON)))).isFalse();
        Given later = planning().by(PLANNER_A, declare(without(6000, new Window(SOON, SOON + HOUR - 1))));
        assertThat(meets(later, at(HERE, from(SOON)))).isTrue();
    }

    /** Where a part is taken out, nobody can say that the rest surely meets. */
    @Test
    void whatLiesPartlyInWhatIsTakenOutMeetsPerhaps() {
        Given given = planning().by(PLANNER_A, declare(without(6000, Window.ALWAYS)));
        assertThat(verdict(given, HERE.destination(0, 3000))).isEqualTo(Verdict.POSSIBLE);
        assertThat(verdict(given, HERE.destination(0, 30_000))).isEqualTo(Verdict.CERTAIN);
    }

    private static Verdict verdict(Given given, Position middle) {
        Then then = given.when(PLANNER_B, declare(at(middle, from(SOON))));
        return view(then, ALPHA).overlaps().getFirst().verdict();
    }

    @Test
    void theWholeMarginHasToLieInWhatIsTakenOut() {
        Given given = agreed(planning(), Figure.BUFFER_METRES, 2000);
        Given narrow = given.by(PLANNER_A, declare(without(6500, Window.ALWAYS)));
        assertThat(meets(narrow, at(HERE, from(SOON)))).isTrue();
        Given wide = given.by(PLANNER_A, declare(without(7010, Window.ALWAYS)));
        assertThat(meets(wide, at(HERE, from(SOON)))).isFalse();
    }
}
