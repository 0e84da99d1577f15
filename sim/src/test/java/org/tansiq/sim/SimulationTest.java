package org.tansiq.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tansiq.wire.Acts;

/** {@code -Dsim.seeds=N} runs more seeds, {@code -Dsim.seed=S} one alone. */
final class SimulationTest {
    private static final int SEEDS = 200;
    private static final int TWICE_ONE_IN = 10;

    /** What has to happen at least once in the usual seeds, besides every act. */
    private static final List<String> HAPPENS = List.of(
            "said: tick",
            "said: world hash",
            "answer: again",
            "answer: Ahead",
            "answer: Busy",
            "answer: NoRoom",
            "answer: NotEnrolled",
            "answer: OtherTheatre",
            "answer: Revoked",
            "answer: Sequenced",
            "answer: Spent",
            "answer: Unreadable",
            "event: Equivocated",
            "event: Activated",
            "event: Amended",
            "event: Crowded",
            "event: HeadReplaced",
            "event: InForce",
            "event: Lapsed",
            "event: Met",
            "event: NotLost",
            "event: PartyInvited",
            "event: ReplacementDue",
            "event: Seen",
            "event: Told",
            "event: WorldHash",
            "law: declarations that meet",
            "law: hashes read",
            "law: views that say what is so",
            "refused: BadBody",
            "refused: OverQuota",
            "refused: PrevDiffers",
            "refused: NotYourRole",
            "refused: OutOfTime",
            "refused: Unacknowledged",
            "refused: VersionMoved",
            "refused: WindowIs",
            "network: line lost",
            "network: line twice",
            "network: answer lost",
            "network: answer twice",
            "disk: write lost",
            "disk: write torn",
            "disk: write before an earlier one",
            "disk: write refused",
            "disk: slow sync",
            "disk: sync failed",
            "disk: nearly full",
            "clock: back a little",
            "clock: ahead a little",
            "clock: far back",
            "clock: far ahead",
            "crash: killed",
            "crash: power gone",
            "crash: power gone in the middle of a frame",
            "crash: in recovery",
            "stop: clock stepped",
            "stop: journal lost",
            "alarm: JOURNAL_TORN",
            "alarm: SNAPSHOT_NOT_WRITTEN",
            "agreed: world hashes");

    @Test
    void everySeedKeepsEveryPromise() {
        Optional<Long> only = Optional.ofNullable(Long.getLong("sim.seed"));
        LongStream seeds =
                only.map(LongStream::of).orElseGet(() -> LongStream.rangeClosed(1, Long.getLong("sim.seeds", SEEDS)));
        List<Report> reports = seeds.parallel()
                .mapToObj(SimulationTest::once)
                .sorted(Comparator.comparingLong(Report::seed))
                .toList();
        Counts sum = new Counts();
        reports.forEach(report -> sum.addAll(report.counts()));
        System.out.println(String.format(Locale.ROOT, "%,d seeds%n%s", reports.size(), sum));
        for (Report report : reports)
            assertThat(report.acts()).as("seed " + report.seed()).isGreaterThanOrEqualTo(Simulation.ACTS);
        if (only.isPresent()) return;
        for (String type : Acts.TYPES)
            assertThat(sum.of("said: " + type)).as(type).isPositive();
        for (String what : HAPPENS) assertThat(sum.of(what)).as(what).isPositive();
    }

    private static Report once(long seed) {
        if (seed % TWICE_ONE_IN != 0) return Simulation.run(seed, new KeyedHash());
        Report first = Simulation.run(seed, new RealKeys());
        Report second = Simulation.again(seed, new RealKeys());
        assertThat(second.print()).as("seed " + seed + " run again").isEqualTo(first.print());
        return first;
    }
}
