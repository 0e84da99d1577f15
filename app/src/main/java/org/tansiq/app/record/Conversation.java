package org.tansiq.app.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tansiq.app.check.Console;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/**
 * Lines in, answers out, in the order of the lines. Signatures are checked side by side; notes go in line in
 * the order in which they came.
 */
final class Conversation {
    /** Lines that may wait for their answers; more are not read before the first of these is answered. */
    static final int OWED_MAX = 1024;

    private final Folder folder;
    private final Console console;
    /** Each line's answer in turn; nothing once the lines have ended. */
    private final BlockingQueue<Optional<CompletableFuture<Answer>>> owed = new ArrayBlockingQueue<>(OWED_MAX);

    Conversation(Folder folder, Console console) {
        this.folder = folder;
        this.console = console;
    }

    /** Until the lines end and all are answered. */
    void hold(InputStream in) throws IOException, InterruptedException {
        Thread printer = Thread.ofVirtual().start(this::print);
        try (ExecutorService checkers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().factory())) {
            read(new BufferedInputStream(in), checkers);
        }
        owed.put(Optional.empty());
        printer.join();
    }

    private void read(InputStream in, ExecutorService checkers) throws IOException, InterruptedException {
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        for (Line line = line(in); line.bytes.size() > 0 || line.more; line = line(in)) {
            if (line.bytes.size() == 0) continue;
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            Bytes text = line.bytes;
            CompletableFuture<Runnable> checked = CompletableFuture.supplyAsync(() -> checked(text, answer), checkers);
            before = before.thenCombine(checked, (_, next) -> next).thenAccept(Runnable::run);
            owed.put(Optional.of(answer));
        }
        before.join();
    }

    // What is to be done with a line once all lines before it are in line.
    private Runnable checked(Bytes line, CompletableFuture<Answer> answer) {
        try {
            Submission said = folder.engine().check(line);
            return () -> folder.engine().submit(said, answer::complete);
        } catch (Malformed bad) {
            return () -> answer.complete(new Answer.Unreadable(bad.field(), bad.value(), bad.limit()));
        }
    }

    private void print() {
        try {
            for (Optional<CompletableFuture<Answer>> next = owed.take(); next.isPresent(); next = owed.take()) {
                if (!next.get().isDone()) console.out().flush();
                console.line(next.get().join().bytes().text());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        console.out().flush();
    }

    /** A line without its end, and whether there was an end: an empty line with one is passed over. */
    private record Line(Bytes bytes, boolean more) {}

    // One byte more than a line may have is kept, so that the gate sees that it is too long.
    private static Line line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        for (; next >= 0 && next != '\n'; next = in.read()) if (line.size() <= Submission.LINE_MAX) line.write(next);
        return new Line(Bytes.of(line.toByteArray()), next >= 0);
    }
}
