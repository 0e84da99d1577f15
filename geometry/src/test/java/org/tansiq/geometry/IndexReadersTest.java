package org.tansiq.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * One thread posts while others ask; whoever knows that so many are posted finds all that meet among them.
 */
class IndexReadersTest {
    private static final int COUNT = 600; // The table grows twice on the way.
    private static final int ASKED = 12;

    @Property(tries = 3)
    void readersBesideTheWriterFindAllThatWasPosted(@ForAll long seed) throws Exception {
        Race race = new Race(new Sky(seed).volumes(COUNT));
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<Integer> one = threads.submit(() -> race.ask(new SplittableRandom(seed)));
            Future<Integer> two = threads.submit(() -> race.ask(new SplittableRandom(~seed)));
            threads.submit(race::post).get();
            assertThat(one.get()).isPositive();
            assertThat(two.get()).isPositive();
        }
    }

    private static final class Race {
        private final List<Volume> volumes;
        private final List<List<Posting>> answers = new ArrayList<>();
        private final SpaceTimeIndex index = new SpaceTimeIndex();
        private final AtomicInteger posted = new AtomicInteger();

        Race(List<Volume> volumes) {
            this.volumes = volumes;
            for (int i = 0; i < ASKED; i++)
                answers.add(SpaceTimeIndexTest.bruteForce(volumes, volumes.get(i), Alive.ALL));
        }

        void post() {
            for (int i = 0; i < volumes.size(); i++) {
                index.insert(SpaceTimeIndexTest.posting(i), volumes.get(i));
                posted.setRelease(i + 1);
            }
        }

        /** How many questions it asked, the last after all was posted. */
        int ask(SplittableRandom chance) {
            int questions = 0;
            int known;
            do {
                known = posted.getAcquire();
                int i = chance.nextInt(ASKED);
                int size = known;
                assertThat(index.meeting(volumes.get(i), Worlds.first(size)))
                        .isEqualTo(answers.get(i).stream()
                                .filter(p -> p.declaration() < size)
                                .toList());
                assertThat(answers.get(i)).containsAll(index.meeting(volumes.get(i), Alive.ALL));
                questions++;
            } while (known < COUNT);
            return questions;
        }
    }
}
