package org.tansiq.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Runs an engine's parts, each on a thread of its own. The first failure ends all of them: a promise is
 * broken, and only {@code main} decides what comes then.
 */
public final class Loops implements AutoCloseable {
    /** Microseconds between two looks when nothing is raised. */
    private static final long LOOK = 1_000_000;

    private final Engine engine;
    private final List<Thread> threads = new ArrayList<>();
    private final CompletableFuture<Void> broken = new CompletableFuture<>();
    private volatile boolean running = true;

    private Loops(Engine engine) {
        this.engine = engine;
    }

    public static Loops start(Engine engine) {
        Loops loops = new Loops(engine);
        loops.loop(
                "decider",
                engine.asked,
                engine::decide,
                () -> Math.min(LOOK, engine.untilDue().orElse(LOOK)));
        loops.loop("appender", engine.decided, engine::append, () -> LOOK);
        loops.loop("snapshots", engine.due, engine::snapshot, () -> LOOK);
        return loops;
    }

    /** Ends exceptionally with the failure that stopped the engine. */
    public CompletableFuture<Void> broken() {
        return broken;
    }

    private void loop(String name, Signal signal, BooleanSupplier step, LongSupplier patience) {
        threads.add(Thread.ofPlatform()
                .name("tansiq-" + name)
                .uncaughtExceptionHandler((_, failure) -> broke(failure))
                .start(() -> run(signal, step, patience)));
    }

    private void broke(Throwable failure) {
        running = false;
        broken.completeExceptionally(failure);
    }

    private void run(Signal signal, BooleanSupplier step, LongSupplier patience) {
        try {
            while (running) if (!step.getAsBoolean()) signal.await(patience.getAsLong());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes what was taken in, and answers it. The journal is left open. */
    @Override
    public void close() {
        running = false;
        for (Thread thread : threads) {
            engine.asked.raise();
            engine.decided.raise();
            engine.due.raise();
            join(thread);
        }
        if (broken.isDone()) return;
        boolean more = true;
        while (more) more = engine.decide() || engine.append();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
