package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Span;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.terms.Figure;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/** What its form allows at its utmost, the rules can decide: nobody stops the host by a declaration. */
final class OddActivityTest {
    private static Outline wide(double radius) {
        return new Outline(Core.Kind.SPOT, List.of(List.of(HERE)), radius, 0);
    }

    @Test
    void theWidestDiscHasRoomForTheWidestMargin() {
        double most = Outline.RADIUS_MAX;
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> wide(most + 1))
                .satisfies(why -> assertThat(why.field()).isEqualTo("radiusMetres"));
        Envelope envelope = envelope(plan(new DeclaredVolume(wide(most), band(3000), Optional.empty())), from(SOON));
        Then then = planning(figure(Figure.BUFFER_METRES, Figure.BUFFER_METRES.most()))
                .by(PLANNER_A, declare(envelope))
                .when(PLANNER_B, declare(envelope));
        assertThat(views(then, ALPHA)).hasSize(1);
    }

    @Test
    void aPartOfAnOpenWindowEndsWithinAllTime() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new Span(0, Long.MAX_VALUE))
                .satisfies(why -> assertThat(why.field()).isEqualTo("untilMicros"));
        WindowDraft open = new WindowDraft(Optional.empty(), new Window(SOON, Window.OPEN_UNTIL));
        Span longest = new Span(AirspaceRules.HORIZON_MAX, AirspaceRules.HORIZON_MAX);
        DeclaredVolume late = new DeclaredVolume(spot(HERE), band(3000), Optional.of(longest));
        Given given = planning().by(PLANNER_A, declare(envelope(plan(late), open)));
        assertThat(views(given.when(PLANNER_B, declare(envelope(plan(late), open))), ALPHA))
                .hasSize(1);
    }

    @Test
    void heightsOverAGroundThatIsNowhereAreToldAllTheSame() {
        Band high = new Band(
                Optional.of(Height.floor(Reference.W84, 50_000)),
                Optional.of(Height.ceiling(Reference.AGL, 10)),
                Ground.between(60_000, 70_000));
        Envelope envelope = envelope(plan(new DeclaredVolume(spot(HERE), high, Optional.empty())), from(SOON));
        Then then = planning().by(PLANNER_A, declare(envelope)).when(PLANNER_B, declare(envelope));
        assertThat(view(then, ALPHA).overlaps()).hasSize(1);
        assertThat(view(then, ALPHA).overlaps().getFirst().band().highest()).isGreaterThanOrEqualTo(60_000_000);
    }

    /** Two volumes of one declaration, of which neither floor is surely below the other. */
    @Test
    void heightsOfTwoReferencesAreToldTogether() {
        Ground level = Ground.between(900, 900);
        Band fromSea = new Band(
                Optional.of(Height.floor(Reference.AMSL, 1000)),
                Optional.of(Height.ceiling(Reference.AGL, 100)),
                level);
        Band fromGround = new Band(
                Optional.of(Height.floor(Reference.AGL, 10)), Optional.of(Height.ceiling(Reference.AMSL, 990)), level);
        Plan both = plan(
                new DeclaredVolume(spot(HERE), fromSea, Optional.empty()),
                new DeclaredVolume(spot(HERE), fromGround, Optional.empty()));
        Plan all = plan(new DeclaredVolume(spot(HERE), Band.ALL, Optional.empty()));
        Then then = planning()
                .by(PLANNER_A, declare(envelope(both, from(SOON))))
                .when(PLANNER_B, declare(envelope(all, from(SOON))));
        Band told = view(then, ALPHA).overlaps().getFirst().band();
        assertThat(told.lowest()).isLessThanOrEqualTo(fromSea.lowest());
        assertThat(told.highest()).isGreaterThanOrEqualTo(fromGround.highest());
    }
}
