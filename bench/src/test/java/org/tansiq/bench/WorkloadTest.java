package org.tansiq.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.geometry.Volume;

/** The yardsticks measure the same thing: one workload everywhere, and one answer. */
class WorkloadTest {
    private static final int COUNT = 3_000;
    private static final long FINGERPRINT = 5_340_926_385_013_412_174L;

    private final Volume[] volumes = Workload.volumes(COUNT, Workload.DAY);
    private final List<Volume> questions = List.of(Workload.queries(COUNT, Workload.DAY, 300));

    @Test
    void theWorkloadIsTheSameEverywhere() {
        long sum = Arrays.stream(volumes)
                .mapToLong(v -> v.window().from()
                        + 31 * v.band().lowest()
                        + v.footprint().core().vertices())
                .sum();
        assertThat(sum).isEqualTo(FINGERPRINT);
    }

    @Test
    void everySearcherFindsWhatComparingWithAllFinds() {
        BruteForce truth = new BruteForce();
        truth.fill(volumes);
        assertThat(questions.stream().mapToInt(q -> truth.meeting(q).hits()).sum())
                .isGreaterThan(100);
        for (Searcher searcher : List.of(new Ours(), new StrTree(), new S2Covering())) {
            searcher.fill(volumes);
            assertThat(questions)
                    .as(searcher.name())
                    .allMatch(q -> searcher.meeting(q).same(truth.meeting(q)));
        }
    }

    @Test
    void aShareOfTheQuestionsTookNoLonger() {
        Latency latency = new Latency(new long[] {4000, 1000, 3000, 2000});
        assertThat(latency.median()).isEqualTo(2);
        assertThat(latency.micros(0.75)).isEqualTo(3);
        assertThat(latency.micros(1)).isEqualTo(4);
    }
}
