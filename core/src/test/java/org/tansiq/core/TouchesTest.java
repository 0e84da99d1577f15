package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.Account;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Alarm;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Probing;
import org.tansiq.core.airspace.Touched;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Position;

/** What an owner learns of who touches what it declared. */
final class TouchesTest {
    private static final Probing.Touch TOUCH = new Probing.Touch(BRAVO, ALPHA);

    private static Touched touched(Given given, PartyId viewer) {
        return Disclosure.probing(given.world(), viewer).touched().get(TOUCH).orElse(new Touched(0, 0, 0, List.of()));
    }

    private static List<AirspaceEvent.Alarmed> alarms(Then then, PartyId to) {
        return then.told(to).stream()
                .filter(AirspaceEvent.Alarmed.class::isInstance)
                .map(AirspaceEvent.Alarmed.class::cast)
                .toList();
    }

    /** A disc as wide as it costs more than is called small. */
    private static Envelope wide(Position at, int radius, long from) {
        Outline outline = new Outline(Core.Kind.SPOT, List.of(List.of(at)), radius, 0);
        return envelope(plan(new DeclaredVolume(outline, band(3000), Optional.empty())), from(from));
    }

    private static Position apart(int number) {
        return HERE.destination(90, 15_000 * number);
    }

    @Test
    void theOwnerSeesHowManyOfItsDeclarationsWereTouched() {
        Given given =
                planning().by(PLANNER_B, declare(at(HERE, from(SOON)))).by(PLANNER_B, declare(at(HERE, from(SOON))));
        given = given.by(PLANNER_A, declare(at(HERE, from(SOON))));
        assertThat(touched(given, BRAVO)).isEqualTo(new Touched(Account.day(given.at()), 2, 0, List.of()));
        assertThat(touched(given, ALPHA).touches()).isZero();
        assertThat(touched(given, CHARLIE).touches()).isZero();
        Given again = given.by(PLANNER_A, amend(given.last(), 1, at(HERE, window(1, SOON + MINUTE))));
        assertThat(touched(again, BRAVO).touches()).isEqualTo(2);
        Given tomorrow = again.later(24 * HOUR).by(PLANNER_B, declare(at(FAR, from(SOON + 48 * HOUR))));
        tomorrow = tomorrow.by(PLANNER_A, declare(at(FAR, from(SOON + 48 * HOUR))));
        assertThat(touched(tomorrow, BRAVO).touches()).isEqualTo(1);
    }

    /** The figures are the theatre's: a day pays 50 million, and 5000 for each that is touched is little. */
    @Test
    void whoTouchesMuchForLittleIsSeen() {
        Given given = planning();
        for (int i = 0; i < 20; i++) given = given.by(PLANNER_B, declare(at(apart(i), from(SOON))));
        for (int i = 0; i < 19; i++) {
            Then then = given.when(PLANNER_A, declare(at(apart(i), from(SOON))));
            assertThat(alarms(then, BRAVO)).isEmpty();
            given = then.after();
        }
        Then last = given.when(PLANNER_A, declare(at(apart(19), from(SOON))));
        assertThat(alarms(last, BRAVO))
                .containsExactly(new AirspaceEvent.Alarmed(BRAVO, ALPHA, Alarm.MUCH_TOUCHED, 20));
        assertThat(alarms(last, ALPHA)).isEmpty();
        assertThat(alarms(last, CHARLIE)).isEmpty();
        Given more = last.after().by(PLANNER_B, declare(at(FAR, from(SOON))));
        assertThat(alarms(more.when(PLANNER_A, declare(at(FAR, from(SOON)))), BRAVO))
                .isEmpty();
        assertThat(touched(last.after(), BRAVO).alarms()).containsExactly(Alarm.MUCH_TOUCHED);
    }

    @Test
    void whoDeclaresMuchTouchesMuch() {
        Given given = planning();
        for (int i = 0; i < 20; i++) given = given.by(PLANNER_B, declare(at(apart(i), from(SOON))));
        Then all = given.when(PLANNER_A, declare(wide(HERE, 600_000, SOON)));
        assertThat(touched(all.after(), BRAVO).touches()).isEqualTo(20);
        assertThat(alarms(all, BRAVO)).isEmpty();
    }

    @Test
    void manySmallOnesInOnePlaceAreSeen() {
        Given given = planning().by(PLANNER_B, declare(at(HERE, from(SOON))));
        for (int i = 0; i < 9; i++) given = given.by(PLANNER_A, declare(at(HERE, from(SOON))));
        Then tenth = given.when(PLANNER_A, declare(at(HERE, from(SOON))));
        assertThat(alarms(tenth, BRAVO)).containsExactly(new AirspaceEvent.Alarmed(BRAVO, ALPHA, Alarm.MANY_SMALL, 10));
    }

    @Test
    void tenLargeOnesAreNoAlarm() {
        Given given = planning().by(PLANNER_B, declare(at(HERE, from(SOON))));
        for (int i = 0; i < 9; i++) given = given.by(PLANNER_A, declare(wide(HERE, 8000, SOON)));
        assertThat(alarms(given.when(PLANNER_A, declare(wide(HERE, 8000, SOON))), BRAVO))
                .isEmpty();
    }

    /** Nine that came to nothing, and then a tenth. */
    private static Then afterwards(int activated) {
        Given given = planning().by(PLANNER_B, declare(at(HERE, from(SOON), from(SOON + 5 * HOUR))));
        for (int i = 0; i < 10; i++) {
            given = given.by(PLANNER_A, declare(wide(HERE, 8000, SOON)));
            if (i < activated) given = given.by(PLANNER_A, activate(given.last(), 1, 1));
        }
        given = given.later(SOON + 2 * HOUR - given.at());
        for (int i = 0; i < 9; i++) given = given.by(PLANNER_A, declare(wide(HERE, 8000, SOON + 5 * HOUR)));
        return given.when(PLANNER_A, declare(wide(HERE, 8000, SOON + 5 * HOUR)));
    }

    @Test
    void whatIsDeclaredAndNeverActivatedIsSeen() {
        assertThat(alarms(afterwards(0), BRAVO))
                .contains(new AirspaceEvent.Alarmed(BRAVO, ALPHA, Alarm.NEVER_ACTIVATED, 20));
        assertThat(alarms(afterwards(1), BRAVO))
                .extracting(AirspaceEvent.Alarmed::alarm)
                .doesNotContain(Alarm.NEVER_ACTIVATED);
    }
}
