package org.tansiq.bench.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.tansiq.core.Bytes;
import org.tansiq.ledger.Section;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/** Every key on a thread of its own, with so many notes unanswered at once. */
public final class Load {
    private final Running running;
    private final List<List<Bytes>> lines;
    private final int window;
    private final long[] nanos;
    private final AtomicInteger answered = new AtomicInteger();

    public Load(Running running, List<List<Bytes>> lines, int window) {
        this.running = running;
        this.lines = lines;
        this.window = window;
        this.nanos = new long[lines.stream().mapToInt(List::size).sum()];
    }

    /** Tells all; gives notes per second. */
    public double run() {
        long begun = System.nanoTime();
        List<Thread> keys = new ArrayList<>();
        for (List<Bytes> key : lines) keys.add(Thread.ofVirtual().start(() -> tell(key)));
        for (Thread key : keys) join(key);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (answered.get() != nanos.length) throw new IllegalStateException(answered.get() + " answers");
        Arrays.sort(nanos);
        return nanos.length / seconds;
    }

    private void tell(List<Bytes> key) {
        ArrayDeque<CompletableFuture<Answer>> owed = new ArrayDeque<>();
        for (Bytes line : key) {
            if (owed.size() == window) taken(owed.remove());
            long begun = System.nanoTime();
            owed.add(running.tell(line).thenApply(answer -> timed(answer, begun)));
        }
        owed.forEach(Load::taken);
    }

    private Answer timed(Answer answer, long begun) {
        nanos[answered.getAndIncrement()] = System.nanoTime() - begun;
        return answer;
    }

    private static void taken(CompletableFuture<Answer> owed) {
        if (!(owed.join() instanceof Answer.Sequenced))
            throw new IllegalStateException(owed.join().toString());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    double millis(double quantile) {
        return nanos[(int) (quantile * (nanos.length - 1))] / 1e6;
    }

    /** Bytes that are signed or that the digests cover: the note, and both sections. */
    static int size(Bytes line) {
        Submission said = Submission.parse(line, (_, _, _) -> true);
        return said.note().raw().size() + size(said.envelope()) + size(said.details());
    }

    private static int size(Section section) {
        return section.body().size();
    }
}
