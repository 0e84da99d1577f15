package org.tansiq.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.tansiq.core.Bytes;

/**
 * One round over HTTP. {@code late}: seconds from the last answer until all that follows from it had come;
 * processor time in microseconds a note, of the server and of whoever measures.
 */
record Round(Replay.Ran ran, double late, double server, double own) {
    /** Says these notes, and waits for what follows. */
    static Round of(Served served, Replay replay, List<List<Bytes>> lines, Runnable rest) throws IOException {
        long server = served.micros();
        Duration own = spent();
        Replay.Ran ran = replay.run(lines);
        long answered = System.nanoTime();
        rest.run();
        return new Round(
                ran,
                (System.nanoTime() - answered) / 1e9,
                (double) (served.micros() - server) / ran.notes(),
                spent().minus(own).toNanos() / 1e3 / ran.notes());
    }

    double perSecond() {
        return ran.notes() / (ran.seconds() + late);
    }

    private static Duration spent() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
