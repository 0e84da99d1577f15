package org.tansiq.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tansiq.bench.Latency;
import org.tansiq.core.Bytes;

/** Notes that were signed beforehand, those of each key over a connection of its own, one after the other. */
final class Replay implements AutoCloseable {
    private static final int CREATED = 201;

    private final List<Caller> callers = new ArrayList<>();

    Replay(int port, int connections) throws IOException {
        for (int i = 0; i < connections; i++) callers.add(new Caller(port));
    }

    /** What came of it: how long all took, and how long each one. */
    record Ran(double seconds, Latency latency, int notes) {
        double millis(double share) {
            return latency.micros(share) / 1000;
        }
    }

    /** Says all; every one MUST be accepted. The bytes of the calls are made before the time runs. */
    Ran run(List<List<Bytes>> lines) {
        List<List<byte[]>> calls = lines.stream()
                .map(key -> key.stream()
                        .map(line -> Caller.post("/api/v1/notes", line))
                        .toList())
                .toList();
        List<long[]> nanos = calls.stream().map(key -> new long[key.size()]).toList();
        List<Thread> keys = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < calls.size(); i++) {
            int key = i;
            keys.add(Thread.ofPlatform().start(() -> say(callers.get(key), calls.get(key), nanos.get(key))));
        }
        for (Thread key : keys) join(key);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long[] all = nanos.stream().flatMapToLong(Arrays::stream).toArray();
        for (long one : all) if (one == 0) throw new IllegalStateException("a note was not accepted");
        return new Ran(seconds, new Latency(all), all.length);
    }

    private static void say(Caller caller, List<byte[]> calls, long[] nanos) {
        try {
            for (int i = 0; i < nanos.length; i++) {
                long begun = System.nanoTime();
                int status = caller.call(calls.get(i));
                if (status != CREATED) throw new IOException("status " + status);
                nanos[i] = System.nanoTime() - begun;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Caller caller : callers) caller.close();
    }
}
