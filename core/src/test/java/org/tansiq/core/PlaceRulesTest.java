package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Misplaced;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Preview;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Position;

/** Declarations that name a place which is not where they are, and who is told of it. */
final class PlaceRulesTest {
    private static final int RADIUS = 5000; // Of every disc here.
    private static final Position ELSEWHERE = HERE.destination(90, 9000 + RADIUS);

    private static Plan plan(String place, DeclaredVolume... volumes) {
        return new Plan(Optional.of(place), AIR, List.of(volumes), List.of());
    }

    private static DeclaredVolume disc(Position middle, double precision) {
        Outline outline = new Outline(Core.Kind.SPOT, List.of(List.of(middle)), RADIUS, precision);
        return new DeclaredVolume(outline, band(3000), Optional.empty());
    }

    private static Envelope named(String place, Position middle, WindowDraft... windows) {
        return envelope(plan(place, Air.disc(middle, 3000)), windows);
    }

    private static Optional<Misplaced> misplaced(Plan plan) {
        Given given = planning().by(PLANNER_A, declare(envelope(plan, from(SOON))));
        return declaration(given, given.last()).misplaced();
    }

    /** Where the middle of a disc lies, in metres from the middle of a place that reaches 3 km. */
    @ParameterizedTest
    @CsvSource({"0, false", "4900, false", "7990, false", "8010, true", "14000, true"})
    void aPlaceNamedIsFarBeyondTheLimit(int middle, boolean far) {
        Optional<Misplaced> found = misplaced(plan("Tadmur", Air.disc(HERE.destination(45, middle), 3000)));
        assertThat(found.isPresent()).isEqualTo(far);
    }

    @Test
    void ofAPlaceThatReachesLessTwoKilometresAreLetPass() {
        Position village = FAR.destination(90, 300_000);
        Plan near = plan("Raqqah [other-raqqa]", Air.disc(village.destination(0, RADIUS + 1990), 3000));
        Plan far = plan("Raqqah [other-raqqa]", Air.disc(village.destination(0, RADIUS + 2010), 3000));
        assertThat(misplaced(near)).isEmpty();
        assertThat(misplaced(far)).isPresent();
    }

    /** A notice whose position is 9 km off the place that it names. */
    @Test
    void theErrorOfNineKilometresIsCaught() {
        Misplaced found = misplaced(plan("Tadmur", Air.disc(ELSEWHERE, 3000))).orElseThrow();
        assertThat(found.place()).isEqualTo("tadmur");
        assertThat(found.names()).containsExactly("Tadmur");
        assertThat(found.at()).isEqualTo(HERE);
        assertThat(found.metres()).isBetween(8999L, 9001L);
        assertThat(found.limit()).isEqualTo(3000);
    }

    @Test
    void whatAPositionMayBeOffCounts() {
        assertThat(misplaced(plan("Tadmur", disc(ELSEWHERE, 8900)))).isPresent();
        assertThat(misplaced(plan("Tadmur", disc(ELSEWHERE, 9100)))).isEmpty();
    }

    @Test
    void theNearestVolumeCounts() {
        assertThat(misplaced(plan("Tadmur", Air.disc(FAR, 3000), Air.disc(HERE, 3000))))
                .isEmpty();
    }

    @Test
    void aNameThatNobodyKnowsIsNotFar() {
        assertThat(misplaced(plan("Nowhere at all", Air.disc(FAR, 3000)))).isEmpty();
        assertThat(misplaced(Air.plan(Air.disc(FAR, 3000)))).isEmpty();
    }

    @Test
    void ofSeveralPlacesTheOneThatIsPickedCounts() {
        assertThat(misplaced(plan("Raqqa", Air.disc(FAR, 3000)))).isEmpty();
        assertThat(misplaced(plan("Raqqa [raqqa]", Air.disc(FAR, 3000)))).isEmpty();
        assertThat(misplaced(plan("Raqqa [other-raqqa]", Air.disc(FAR, 3000)))).isPresent();
    }

    @Test
    void whereADistanceAndABearingLeadCounts() {
        assertThat(misplaced(plan("14 km 090 Tadmur", Air.disc(ELSEWHERE, 3000))))
                .isEmpty();
        assertThat(misplaced(plan("14 km 270 Tadmur", Air.disc(ELSEWHERE, 3000))))
                .isPresent();
    }

    @Test
    void aNewVersionIsLookedAtAnew() {
        Given given = planning().by(PLANNER_A, declare(named("Tadmur", ELSEWHERE, from(SOON))));
        Hash id = given.last();
        given = given.by(PLANNER_A, amend(id, 1, named("Tadmur", HERE, window(1, SOON))));
        assertThat(declaration(given, id).misplaced()).isEmpty();
        given = given.by(PLANNER_A, amend(id, 2, named("Raqqa", HERE, window(1, SOON))));
        assertThat(declaration(given, id).misplaced()).isPresent();
        given = given.by(PLANNER_A, activate(id, 3, 1));
        assertThat(declaration(given, id).misplaced()).isPresent();
    }

    // ---- Who is told.

    private static AirspaceCommand.Widen widen(Hash id, int version, PartyId to, Level level) {
        return new AirspaceCommand.Widen(id, version, to, level);
    }

    private static Optional<Misplaced> told(ConflictView view) {
        return view.other().flatMap(Revealed::misplaced);
    }

    /** What a party that sees the overlap alone is told is the same whatever place is named. */
    @Test
    void theOverlapTellsNothingOfIt() {
        Given given = planning().by(PLANNER_B, declare(at(ELSEWHERE, from(SOON))));
        Then far = given.when(PLANNER_A, declare(named("Tadmur", ELSEWHERE, from(SOON))));
        Then unknown = given.when(PLANNER_A, declare(named("Nowhere", ELSEWHERE, from(SOON))));
        assertThat(view(far, BRAVO)).isEqualTo(view(unknown, BRAVO));
        assertThat(view(far, BRAVO).other()).isEmpty();
        Hash id = far.after().last();
        Then renamed = far.after().when(PLANNER_A, amend(id, 1, named("Raqqa", ELSEWHERE, window(1, SOON))));
        assertThat(renamed.told(BRAVO)).isEmpty();
    }

    @Test
    void whoeverIsShownTheEnvelopeIsToldToo() {
        Given given = planning().by(PLANNER_B, declare(at(ELSEWHERE, from(SOON))));
        given = given.by(PLANNER_A, declare(named("Tadmur", ELSEWHERE, from(SOON))));
        Hash id = given.last();
        Then wider = given.when(PLANNER_A, widen(id, 1, BRAVO, Level.ENVELOPE));
        assertThat(told(view(wider, BRAVO)))
                .isEqualTo(declaration(wider.after(), id).misplaced())
                .isPresent();
        assertThat(wider.told(CHARLIE)).isEmpty();
        // Another place alone is another envelope, and moves the view.
        Then renamed = wider.after().when(PLANNER_A, amend(id, 1, named("Nowhere", ELSEWHERE, window(1, SOON))));
        assertThat(told(view(renamed, BRAVO))).isEmpty();
        assertThat(view(renamed, BRAVO).version()).isEqualTo(view(wider, BRAVO).version() + 1);
    }

    @Test
    void beforeItIsSignedItsAuthorSeesToWhomItWouldBeTold() {
        Given given = planning(figure(Figure.DISCLOSURE_LEVEL, 1));
        AirspaceCommand asked = declare(named("Tadmur", ELSEWHERE, from(SOON)));
        assertThat(previews(given, asked)).allMatch(one -> one.misplaced().isPresent());
        assertThat(previews(planning(), asked)).allMatch(one -> one.misplaced().isEmpty());
    }

    private static List<Preview> previews(Given given, AirspaceCommand asked) {
        Previewed previewed = Disclosure.viewAs(
                given.world(),
                given.world().parties().key(PLANNER_A).orElseThrow(),
                Status.ACTUAL,
                asked,
                given.at(),
                PLACES);
        return ((Previewed.Shown) previewed).parties();
    }
}
