package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.core.Air.*;
import static org.tansiq.core.Cast.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Cutout;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Finding;
import org.tansiq.core.airspace.Pair;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.Figures;
import org.tansiq.core.terms.TermsCommand;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * What the index and the walk along windows find is what comparing each two finds, under the terms of the
 * moment.
 */
final class MeetingsTest {
    private static final int ACTS = 60;
    private static final List<VerifierKey> PLANNERS = List.of(PLANNER_A, PLANNER_B, PLANNER_C);
    private static final List<PartyId> PARTIES = List.of(ALPHA, BRAVO, CHARLIE);

    private int meetings;

    /** How two windows meet, in all volumes together. */
    private record How(Verdict verdict, boolean touching, Window window) {
        How joined(How other) {
            Verdict sure = verdict == Verdict.CERTAIN ? verdict : other.verdict;
            return new How(sure, touching && other.touching, window.joined(other.window));
        }
    }

    @Property(tries = 60)
    void whateverIsSaidMeetsWhatComparingEachTwoFinds(@ForAll long seed) {
        play(seed);
    }

    @Test
    void thereIsMuchToFind() {
        for (long seed = 0; seed < 10; seed++) play(seed);
        assertThat(meetings).isGreaterThan(200);
    }

    private void play(long seed) {
        Random chance = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        AnyActivity any = new AnyActivity(chance);
        Figures named = figure(Figure.BUFFER_METRES, chance.nextInt(3) * 900L);
        named = figures(named, Figure.BUDGET_KM3_HOURS, Figure.BUDGET_KM3_HOURS.most());
        Given given = planning(figures(named, Figure.BUFFER_HEIGHT_METRES, 300));
        for (int i = 0; i < ACTS; i++) {
            given = given.later(chance.nextInt(6) == 0 ? MINUTE : 1);
            if (chance.nextInt(12) == 0) given = agreed(given, chance.nextInt(5000));
            int who = chance.nextInt(3);
            AirspaceCommand command = any.command(given.world(), PARTIES.get(who), given.at());
            Status status = chance.nextInt(6) == 0 ? Status.EXERCISE : Status.ACTUAL;
            Then then = given.when(given.note(PLANNERS.get(who), command, status), new Reading.Clear(command));
            given = then.after();
            Event first = then.entry().events().getFirst();
            if (first instanceof AirspaceEvent.Declared said) compare(given, said.declaration());
            if (first instanceof AirspaceEvent.Amended said) compare(given, said.declaration());
        }
    }

    private static Given agreed(Given given, long metres) {
        Given proposed =
                given.by(HEAD_A, new TermsCommand.Propose(text(group(ALPHA, BRAVO), Figure.BUFFER_METRES, metres)));
        return proposed.by(HEAD_B, new TermsCommand.Sign(proposed.last()));
    }

    private void compare(Given given, Declaration said) {
        for (Declaration other : given.world().airspace().declared().values()) {
            if (other.party().equals(said.party())) continue;
            Map<Long, How> found = found(given, said, other);
            assertThat(found).as("%s and %s", said, other).isEqualTo(brute(given, said, other));
            meetings += found.size();
        }
    }

    /** Whoever holds a world may ask it, however much was said since. */
    @Test
    void anOldWorldIsAskedAfterMuchWasSaid() {
        Given old = planning();
        for (int i = 0; i < 2; i++) old = old.by(PLANNER_A, declare(envelope(many(2_800), from(SOON + i * HOUR))));
        Given since = old.by(PLANNER_A, declare(envelope(many(2_800), from(SOON + 2 * HOUR))));
        for (int i = 0; i < 40; i++) since = since.by(PLANNER_A, declare(at(HERE, from(SOON + i * HOUR))));
        assertThat(Air.views(since.by(PLANNER_B, declare(at(HERE, from(SOON)))), BRAVO))
                .isNotEmpty();
        assertThat(Air.views(old.by(PLANNER_B, declare(at(HERE, from(SOON)))), BRAVO))
                .isEmpty();
    }

    private static Plan many(int volumes) {
        return plan(IntStream.range(0, volumes)
                .mapToObj(i -> disc(new Position(30 + (i % 100) * 0.05, 40 + Math.floorDiv(i, 100) * 0.1), 3000))
                .toArray(DeclaredVolume[]::new));
    }

    // What has ended a moment ago stays until the sides are told so; nobody looks for it again.
    private static Map<Long, How> found(Given given, Declaration said, Declaration other) {
        TreeMap<Long, How> found = new TreeMap<>();
        for (Conflict conflict : given.world().airspace().conflictsOf(said.id())) {
            Finding finding = conflict.finding();
            boolean first = finding.a().equals(said.id());
            if (!(first ? finding.b() : finding.a()).equals(other.id())) continue;
            assertThat(finding.more()).isFalse();
            for (Pair pair : finding.pairs())
                if (pair.window().until() >= given.at())
                    found.put(
                            first ? key(pair.a(), pair.b()) : key(pair.b(), pair.a()),
                            new How(pair.verdict(), pair.touching(), pair.window()));
        }
        return found;
    }

    private static long key(int ours, int theirs) {
        return 100_000L * ours + theirs;
    }

    private static Map<Long, How> brute(Given given, Declaration said, Declaration other) {
        TreeMap<Long, How> found = new TreeMap<>();
        if (said.status() != other.status()) return found;
        Margin margin = Margin.between(given.world(), said.party(), other.party());
        for (DeclaredWindow ours : standing(said, given.at()))
            for (DeclaredWindow theirs : standing(other, given.at()))
                for (DeclaredVolume a : said.plan().volumes())
                    for (DeclaredVolume b : other.plan().volumes()) {
                        Volume one = a.in(ours.window());
                        Volume two = b.in(theirs.window());
                        margin.how(said, one, other, two)
                                .ifPresent(how -> found.merge(key(ours.number(), theirs.number()), how, How::joined));
                    }
        found.values().removeIf(how -> how.window().until() < given.at());
        return found;
    }

    private static List<DeclaredWindow> standing(Declaration of, long at) {
        return of.windows().values().stream()
                .filter(window -> window.state(at).compareTo(WindowState.ACTIVATED) <= 0)
                .toList();
    }

    /** What two parties keep between them. */
    private record Margin(double metres, long millimetres) {
        static Margin between(World world, PartyId one, PartyId other) {
            return new Margin(
                    world.terms().between(one, other, Figure.BUFFER_METRES).value(),
                    1000
                            * world.terms()
                                    .between(one, other, Figure.BUFFER_HEIGHT_METRES)
                                    .value());
        }

        private Volume round(Volume volume, int parts) {
            return new Volume(
                    volume.footprint().buffered(metres / parts),
                    volume.band().widened(millimetres / parts),
                    volume.window());
        }

        Optional<How> how(Declaration a, Volume one, Declaration b, Volume two) {
            boolean apart = a.plan().minus().stream().anyMatch(m -> Meeting.holds(volume(m), round(two, 1)))
                    || b.plan().minus().stream().anyMatch(m -> Meeting.holds(volume(m), round(one, 1)));
            if (apart
                    || !(Meeting.between(round(one, 2), round(two, 2))
                            instanceof org.tansiq.geometry.Finding.Overlap overlap)) return Optional.empty();
            boolean cut = a.plan().minus().stream().anyMatch(m -> Meeting.possible(volume(m), round(two, 2)))
                    || b.plan().minus().stream().anyMatch(m -> Meeting.possible(volume(m), round(one, 2)));
            Window shared = overlap.window();
            return Optional.of(new How(
                    cut ? Verdict.POSSIBLE : overlap.verdict(),
                    overlap.touching() || shared.from() == shared.until(),
                    shared));
        }

        private static Volume volume(Cutout minus) {
            return new Volume(minus.outline().footprint(), minus.band(), minus.window());
        }
    }

    /** The index is shared by worlds: what another one amended is not met by this one's. */
    @Test
    void aVersionThatAnotherWorldMadeIsNotMetHere() {
        Given given = planning().by(PLANNER_A, declare(at(FAR, from(SOON))));
        Hash id = given.last();
        given.by(PLANNER_A, amend(id, 1, envelope(plan(disc(FAR, 3000), disc(HERE, 3000)), window(1, SOON))));
        Given here = given.by(PLANNER_A, amend(id, 1, at(FAR, window(1, SOON))));
        assertThat(here.when(PLANNER_B, declare(at(HERE, from(SOON)))).told(ALPHA))
                .isEmpty();
        assertThat(here.when(PLANNER_B, declare(at(FAR, from(SOON)))).told(ALPHA))
                .hasSize(1);
        assertThat(given.when(PLANNER_B, declare(at(HERE, from(SOON)))).told(ALPHA))
                .isEmpty();
    }
}
