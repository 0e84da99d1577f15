package org.tansiq.app.check;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on a terminal, shown once its work has taken a second. Any thread may step it. */
final class Bar implements Progress {
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final int WIDTH = 80;
    private static final int INTERVAL_MILLIS = 500;

    private final PrintStream err;
    private final String task;
    private final long steps;
    private final long begun = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private volatile Optional<ProgressBar> shown = Optional.empty();

    Bar(PrintStream err, String task, long steps) {
        this.err = err;
        this.task = task;
        this.steps = steps;
    }

    @Override
    public void step() {
        long now = done.incrementAndGet();
        if (shown.isEmpty() && System.nanoTime() - begun > PATIENCE_NANOS) show();
        shown.ifPresent(bar -> bar.stepTo(now));
    }

    @Override
    public void close() {
        shown.ifPresent(ProgressBar::close);
    }

    private synchronized void show() {
        if (shown.isPresent()) return;
        shown = Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build());
    }
}
