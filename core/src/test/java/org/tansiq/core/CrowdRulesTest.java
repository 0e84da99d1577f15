package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Answering;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Finding;
import org.tansiq.core.airspace.Overlap;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.party.PartyCommand;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Window;

/** Where more meets than can be listed or told: the soonest is, and of the rest there is a desk to call. */
final class CrowdRulesTest {
    private static final int SHOWN = 200;
    private static final long STEP = 10 * MINUTE;

    /** So many new windows of nine minutes, one each ten, beginning with the one of some place. */
    private static Envelope many(int first, int count) {
        return many(HERE, first, count);
    }

    private static Envelope many(Position middle, int first, int count) {
        WindowDraft[] windows = IntStream.range(first, first + count)
                .mapToObj(i -> new WindowDraft(Optional.empty(), minutes(i)))
                .toArray(WindowDraft[]::new);
        return at(middle, windows);
    }

    private static Window minutes(int place) {
        return new Window(SOON + place * STEP, SOON + place * STEP + 9 * MINUTE);
    }

    private static List<AirspaceEvent.Crowded> crowds(Then then, PartyId party) {
        List<AirspaceEvent.Crowded> crowds = new ArrayList<>();
        for (Event event : then.told(party)) if (event instanceof AirspaceEvent.Crowded crowd) crowds.add(crowd);
        return crowds;
    }

    private static Conflict conflict(Given given, ConflictView view) {
        return given.world().airspace().conflict(view.conflict()).orElseThrow();
    }

    private static int listed(Given given, Hash declaration) {
        return given.world().airspace().conflictsOf(declaration).stream()
                .mapToInt(conflict -> conflict.finding().pairs().size())
                .sum();
    }

    @Test
    void twoHundredOverlapsAreToldAndThatThereAreMore() {
        Given given = planning().by(PLANNER_A, declare(many(0, SHOWN)));
        ConflictView exact = view(given.when(PLANNER_B, declare(many(0, SHOWN))), ALPHA);
        assertThat(exact.overlaps()).hasSize(SHOWN);
        assertThat(exact.more()).isFalse();
        given = planning().by(PLANNER_A, declare(many(0, SHOWN + 1)));
        Then then = given.when(PLANNER_B, declare(many(0, SHOWN + 1)));
        for (PartyId party : List.of(ALPHA, BRAVO)) {
            ConflictView view = view(then, party);
            assertThat(view.more()).isTrue();
            assertThat(view.overlaps()).extracting(Overlap::number).containsExactlyElementsOf(numbers(SHOWN));
            assertThat(view.overlaps()).extracting(Overlap::own).containsExactlyElementsOf(numbers(SHOWN));
        }
        assertThat(conflict(then.after(), view(then, ALPHA)).finding().pairs()).hasSize(SHOWN + 1);
        assertThat(crowds(then, ALPHA)).isEmpty();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    /** What was left out of a picture has its place in it once something else is over. */
    @Test
    void whatIsWithdrawnMakesRoomInThePicture() {
        Given given = planning().by(PLANNER_A, declare(many(0, SHOWN + 1)));
        Then then = given.when(PLANNER_B, declare(many(0, SHOWN + 1)));
        Then less = then.after().when(PLANNER_B, withdraw(then.after().last(), 1, 1));
        assertThat(view(less, ALPHA).overlaps()).hasSize(SHOWN);
        assertThat(view(less, ALPHA).overlaps().getLast().own()).isEqualTo(SHOWN + 1);
        assertThat(view(less, ALPHA).more()).isFalse();
    }

    /** The two hundred are of all conflicts of one declaration together. */
    @Test
    void whatOthersWereToldBeforeTakesItsPlaceFirst() {
        Given given = planning().by(PLANNER_A, declare(many(0, SHOWN)));
        given = given.by(PLANNER_B, declare(many(0, 150)));
        Then then = given.when(PLANNER_C, declare(many(0, 100)));
        assertThat(view(then, ALPHA).overlaps()).hasSize(50);
        assertThat(view(then, ALPHA).more()).isTrue();
        assertThat(views(then, CHARLIE).stream()
                        .mapToInt(view -> view.overlaps().size())
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void aThousandPairsAreListedAndOfAnotherThereIsADeskToCall() {
        Given given = planning().by(PLANNER_A, declare(many(0, 1000)));
        Hash alpha = given.last();
        given = given.by(PLANNER_B, declare(many(0, AirspaceRules.MEETINGS_MAX)));
        assertThat(listed(given, alpha)).isEqualTo(AirspaceRules.MEETINGS_MAX);
        Then then = given.when(PLANNER_B, declare(many(0, 1)));
        Hash bravo = then.after().last();
        assertThat(crowds(then, ALPHA))
                .containsExactly(new AirspaceEvent.Crowded(ALPHA, Optional.empty(), new Answering(BRAVO, AIR)));
        assertThat(crowds(then, BRAVO))
                .containsExactly(new AirspaceEvent.Crowded(BRAVO, Optional.of(bravo), new Answering(ALPHA, AIR)));
        assertThat(then.entry().deliveries().stream()
                        .filter(delivery -> delivery.to().equals(ALPHA))
                        .map(Delivery::opening))
                .containsExactly(Opening.CLOSED);
        Then again = then.after().when(PLANNER_B, amend(bravo, 1, at(HERE, window(1, SOON))));
        assertThat(crowds(again, BRAVO)).hasSize(1);
        assertThat(again.told(ALPHA)).isEmpty();
    }

    /** What the one declares must not show in what the other is told of a third. */
    @Test
    void aThirdPartyTakesNoPlaceOfTwo() {
        Given given = planning().by(PLANNER_A, declare(many(0, 1000)));
        Hash alpha = given.last();
        given = given.by(PLANNER_B, declare(many(0, AirspaceRules.MEETINGS_MAX)));
        Then then = given.when(PLANNER_C, declare(many(0, 1)));
        assertThat(crowds(then, CHARLIE)).isEmpty();
        assertThat(views(then, CHARLIE)).hasSize(2);
        assertThat(listed(then.after(), alpha)).isEqualTo(AirspaceRules.MEETINGS_MAX + 1);
    }

    /** Told again with every amendment, a desk to call would count what the other says. */
    @Test
    void aDeskToCallIsToldOnceUntilItIsAnother() {
        Given given = planning().by(HEAD_B, new PartyCommand.SetDesk(desk(LINE)));
        given = given.by(PLANNER_A, declare(many(0, 1000))).by(PLANNER_B, declare(many(0, 1000)));
        Then crowded = given.when(PLANNER_B, declare(many(0, 1)));
        Hash bravo = crowded.after().last();
        Then same = crowded.after().when(PLANNER_B, amend(bravo, 1, at(HERE, window(1, SOON))));
        assertThat(same.entry().deliveries()).extracting(Delivery::to).containsExactly(BRAVO);
        Plan other = new Plan(Optional.empty(), LINE, List.of(disc(HERE, 3000)), List.of());
        Then line = same.after().when(PLANNER_B, amend(bravo, 2, envelope(other, window(1, SOON))));
        assertThat(crowds(line, ALPHA))
                .containsExactly(new AirspaceEvent.Crowded(ALPHA, Optional.empty(), new Answering(BRAVO, LINE)));
        Then away = line.after().when(PLANNER_B, amend(bravo, 3, at(FAR, window(1, SOON))));
        assertThat(crowds(away.after().when(PLANNER_B, amend(bravo, 4, at(HERE, window(1, SOON)))), ALPHA))
                .hasSize(1);
    }

    /** Of one that has more to meet than is listed, the soonest. */
    @Test
    void theSoonestPairsAreListedFirst() {
        Given given = planning().by(PLANNER_A, declare(many(700, 1000))).by(PLANNER_A, declare(many(0, 700)));
        Then then = given.when(PLANNER_C, declare(many(0, 1700)));
        List<Finding> found = views(then, CHARLIE).stream()
                .map(view -> conflict(then.after(), view).finding())
                .sorted(Comparator.comparingInt(
                        (Finding finding) -> finding.pairs().size()))
                .toList();
        assertThat(found).extracting(finding -> finding.pairs().size()).containsExactly(300, 700);
        assertThat(found).extracting(Finding::more).containsExactly(true, false);
        assertThat(found.getFirst().pairs().getLast().window().from()).isEqualTo(SOON + 999 * STEP);
    }

    /** What the two met in before takes no place from what they meet in now. */
    @Test
    void anAmendmentOfOneThatIsFullIsListedAnew() {
        Given given = planning().by(PLANNER_A, declare(many(0, 1000)));
        Then then = given.when(PLANNER_B, declare(many(0, 1000)));
        Hash bravo = then.after().last();
        Then moved = then.after().when(PLANNER_B, amend(bravo, 1, many(500, 300)));
        Conflict conflict = conflict(moved.after(), view(moved, ALPHA));
        assertThat(conflict.finding().pairs()).hasSize(300);
        assertThat(conflict.finding().more()).isFalse();
        assertThat(crowds(moved, ALPHA)).isEmpty();
    }

    /**
     * A conflict in which nothing is listed any more, though it meets, is neither as it was nor cleared. What
     * has room again is told when its reader acts: at another's act it would tell of that.
     */
    @Test
    void whatHasNoRoomAnyMoreIsToldToBeMoreAndNotCleared() {
        Given given = planning().by(PLANNER_C, declare(many(0, 1000))).by(PLANNER_C, declare(many(FAR, 2000, 1)));
        Then then = given.when(PLANNER_B, declare(at(FAR, new WindowDraft(Optional.empty(), minutes(2000)))));
        Hash bravo = then.after().last();
        Hash conflict = view(then, CHARLIE).conflict();
        List<WindowDraft> all = new ArrayList<>(many(0, 1000).windows());
        all.add(new WindowDraft(Optional.of(1), minutes(2000)));
        Envelope both = new Envelope(plan(disc(HERE, 3000), disc(FAR, 3000)), all);
        Then crowded = then.after().when(PLANNER_B, amend(bravo, 1, both));
        assertThat(listed(crowded.after(), bravo)).isEqualTo(AirspaceRules.MEETINGS_MAX);
        assertThat(crowds(crowded, CHARLIE)).hasSize(1);
        ConflictView charlie = views(crowded, CHARLIE).stream()
                .filter(view -> view.conflict().equals(conflict))
                .findFirst()
                .orElseThrow();
        assertThat(charlie.overlaps()).isEmpty();
        assertThat(charlie.more()).isTrue();
        assertThat(charlie.cleared()).isFalse();
        Then less = crowded.after().when(PLANNER_B, withdraw(bravo, 2, 2));
        assertThat(views(less, CHARLIE)).noneMatch(view -> view.conflict().equals(conflict));
        Then seen = less.after().when(PLANNER_C, see(charlie));
        assertThat(view(seen, CHARLIE).overlaps()).hasSize(1);
    }
}
