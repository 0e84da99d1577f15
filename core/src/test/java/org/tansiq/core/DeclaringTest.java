package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Span;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.Role;
import org.tansiq.core.terms.Figures;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/** A declaration from its first word to its end, as both sides live it. */
final class DeclaringTest {
    private static final long HOUR = 60 * MINUTE;
    private static final VerifierKey PLANNER_A = key("alpha/planner");
    private static final VerifierKey PLANNER_B = key("bravo/planner");

    private static Given planning() {
        Given given = Given.open(founding(), Figures.NONE);
        for (VerifierKey head : List.of(HEAD_A, HEAD_B)) given = given.by(head, new PartyCommand.SetDesk(desk(AIR)));
        given = given.by(HEAD_A, new PartyCommand.Enrol(PLANNER_A, Role.PLANNER, Optional.of(AIR)));
        return given.by(HEAD_B, new PartyCommand.Enrol(PLANNER_B, Role.DUTY_OFFICER, Optional.of(AIR)));
    }

    private static Envelope corridor(long from, int floor, Position... line) {
        Outline outline = new Outline(Core.Kind.CHAIN, List.of(List.of(line)), 5000, 0);
        Band band = Band.between(Height.floor(Reference.AMSL, floor), Height.ceiling(Reference.AMSL, floor + 1000));
        DeclaredVolume volume = new DeclaredVolume(outline, band, Optional.empty());
        Plan plan = new Plan(Optional.of("Palmyra"), AIR, List.of(volume), List.of());
        return new Envelope(plan, List.of(new WindowDraft(Optional.empty(), new Window(from, from + HOUR))));
    }

    private static Envelope eastward(long from, int floor) {
        return corridor(from, floor, new Position(35, 38), new Position(35, 39));
    }

    private static Envelope northward(long from, int floor) {
        return corridor(from, floor, new Position(34.5, 38.5), new Position(35.5, 38.5));
    }

    private static Details named(String name) {
        return new Details(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<ConflictView> views(Then then, org.tansiq.core.party.PartyId party) {
        return then.told(party).stream()
                .filter(AirspaceEvent.Told.class::isInstance)
                .map(event -> ((AirspaceEvent.Told) event).view())
                .toList();
    }

    @Test
    void twoCorridorsThatCrossAreToldToBothAndClearedByAnAmendment() {
        Given given = planning();
        Then first = given.when(PLANNER_A, new AirspaceCommand.Declare(eastward(NOON + 2 * HOUR, 3000), named("east")));
        assertThat(first.told(BRAVO)).isEmpty();
        Hash east = first.after().last();
        Then second = first.after()
                .when(PLANNER_B, new AirspaceCommand.Declare(northward(NOON + 2 * HOUR, 3500), named("north")));
        ConflictView a = views(second, ALPHA).getFirst();
        ConflictView b = views(second, BRAVO).getFirst();
        assertThat(a.declaration()).isEqualTo(east);
        assertThat(a.conflict()).isEqualTo(b.conflict());
        assertThat(a.overlaps()).hasSize(1);
        assertThat(a.overlaps().getFirst().box().middle().metresTo(new Position(35, 38.5)))
                .isLessThan(1500);
        assertThat(second.told(ALPHA)).hasSize(1);
        assertThat(second.told(CHARLIE)).isEmpty();

        Then seen = second.after().when(PLANNER_A, new AirspaceCommand.See(a.conflict(), 1));
        assertThat(views(seen, BRAVO).getFirst().standing().seenByOther()).isTrue();
        Then active = seen.after()
                .when(
                        PLANNER_A,
                        new AirspaceCommand.Activate(new AirspaceCommand.Some(east, 1, List.of(1)), Optional.empty()));
        assertThat(views(active, BRAVO).getFirst().standing().unacknowledged()).isTrue();
        assertThat(views(active, ALPHA).getFirst().standing().unacknowledged()).isTrue();
        Then acknowledged = active.after().when(PLANNER_B, new AirspaceCommand.See(a.conflict(), 1));
        assertThat(views(acknowledged, ALPHA).getFirst().standing().unacknowledged())
                .isFalse();
        Hash north = second.after().last();
        Then cleared = acknowledged
                .after()
                .when(PLANNER_B, new AirspaceCommand.Amend(north, 1, northward(NOON + 2 * HOUR, 6000), named("north")));
        assertThat(views(cleared, ALPHA).getFirst().cleared()).isTrue();
        assertThat(views(cleared, BRAVO).getFirst().cleared()).isTrue();
        Then ended =
                cleared.after().when(PLANNER_A, new AirspaceCommand.End(new AirspaceCommand.Some(east, 1, List.of(1))));
        assertThat(ended.told(BRAVO)).isEmpty();
    }

    @Test
    void partsOfTwoWindowsMeetByTheClockWhereverTheyLieInTheirWindows() {
        Envelope early = during(eastward(NOON + 2 * HOUR + 20 * MINUTE, 3000), new Span(0, 10 * MINUTE));
        Envelope late = during(northward(NOON + 2 * HOUR, 3500), new Span(20 * MINUTE, 30 * MINUTE));
        Given given = planning().by(PLANNER_A, new AirspaceCommand.Declare(early, named("east")));
        Then then = given.when(PLANNER_B, new AirspaceCommand.Declare(late, named("north")));
        assertThat(views(then, ALPHA).getFirst().overlaps()).hasSize(1);
    }

    @Test
    void aBandThatOnlyItsOwnGroundMakesSenseOfIsToldAsHeightsOverTheEllipsoid() {
        Band high = new Band(
                Optional.of(Height.floor(Reference.AMSL, 20_000)),
                Optional.of(Height.ceiling(Reference.AGL, 1_000)),
                Ground.between(19_500, 25_000));
        Envelope over = banded(eastward(NOON + 2 * HOUR, 3000), high);
        Given given = planning().by(PLANNER_A, new AirspaceCommand.Declare(over, named("east")));
        Envelope all = banded(northward(NOON + 2 * HOUR, 3500), Band.ALL);
        Then then = given.when(PLANNER_B, new AirspaceCommand.Declare(all, named("north")));
        Band told = views(then, BRAVO).getFirst().overlaps().getFirst().band();
        assertThat(told.floor()).contains(Height.floor(Reference.W84, 19_800));
        assertThat(told.ceiling()).contains(Height.ceiling(Reference.W84, 26_000));
    }

    private static Envelope banded(Envelope whole, Band band) {
        Plan plan = whole.plan();
        List<DeclaredVolume> volumes = plan.volumes().stream()
                .map(volume -> new DeclaredVolume(volume.outline(), band, volume.during()))
                .toList();
        return new Envelope(new Plan(plan.place(), plan.desk(), volumes, plan.minus()), whole.windows());
    }

    private static Envelope during(Envelope whole, Span part) {
        Plan plan = whole.plan();
        List<DeclaredVolume> volumes = plan.volumes().stream()
                .map(volume -> new DeclaredVolume(volume.outline(), volume.band(), Optional.of(part)))
                .toList();
        return new Envelope(new Plan(plan.place(), plan.desk(), volumes, plan.minus()), whole.windows());
    }
}
