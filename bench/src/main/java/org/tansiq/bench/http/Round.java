package org.tansiq.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.tansiq.core.Bytes;

/** One round over HTTP; processor time in microseconds a note, of the server and of whoever measures. */
record Round(Replay.Ran ran, double server, double own) {
    /** Says these notes, and counts. */
    static Round of(Served served, Replay replay, List<List<Bytes>> lines) throws IOException {
        long server = served.micros();
        Duration own = spent();
        Replay.Ran ran = replay.run(lines);
        return new Round(
                ran,
                (double) (served.micros() - server) / ran.notes(),
                spent().minus(own).toNanos() / 1e3 / ran.notes());
    }

    private static Duration spent() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
