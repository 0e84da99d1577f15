package org.tansiq.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.Scheme;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/**
 * One key's signed notes that no answer has come for yet, a file each in a folder, in the order of their
 * numbers.
 *
 * <p>A note is durable here before anything is done with it, and goes only once its answer is on the record.
 * Sending it again is harmless: the same note gets the same answer.
 */
public final class Outbox implements AutoCloseable {
    /** Notes that may wait. */
    public static final int WAITING_MAX = 1000;

    private static final Scheme SIGNED_HERE = (_, _, _) -> true;

    private final Path folder;
    private final FileChannel lock;

    private Outbox(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * The outbox of a key in a folder of outboxes; made where it is not there. One process at a time has it:
     * two would give one number to two notes; the second waits.
     */
    public static Outbox of(Path folder, VerifierKey key) throws IOException {
        Path own = folder.resolve(key.point().brief());
        Files.createDirectories(own);
        FileChannel lock = FileChannel.open(own.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        return new Outbox(own, lock);
    }

    /**
     * What came of sending: the answers in order, and whether the last one left its note and all later ones
     * waiting.
     */
    public record Sent(List<Answer> answers, boolean stopped) {}

    public List<Submission> waiting() throws IOException {
        List<Submission> notes = new ArrayList<>();
        for (Path file : files()) notes.add(Submission.parse(Bytes.of(Files.readAllBytes(file)), SIGNED_HERE));
        return notes;
    }

    /** Where the chain goes on once all that waits here is taken. */
    public Place place() throws IOException {
        List<Submission> notes = waiting();
        if (notes.isEmpty()) return Place.START;
        Submission last = notes.getLast();
        return new Place(last.note().note().seq() + 1, last.note().note().hash());
    }

    /** Keeps a note; it is durable when the call returns. Throws {@link Malformed} when too many wait. */
    public void keep(Submission note) throws IOException {
        if (files().size() >= WAITING_MAX)
            throw new Malformed("outbox", WAITING_MAX + " notes", "at most " + WAITING_MAX + " notes");
        String name = "%019d.note".formatted(note.note().note().seq());
        Path part = folder.resolve(name + ".part");
        try (FileChannel to = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = note.line().buffer();
            while (bytes.hasRemaining()) to.write(bytes);
            to.force(true);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
    }

    /** Sends what waits, in order, until something keeps a note off the record. */
    public Sent send(Function<Submission, Answer> to) throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (Path file : files()) {
            Answer answer = to.apply(Submission.parse(Bytes.of(Files.readAllBytes(file)), SIGNED_HERE));
            answers.add(answer);
            if (!(answer instanceof Answer.Sequenced)) return new Sent(answers, /* stopped= */ true);
            Files.delete(file);
        }
        syncFolder();
        return new Sent(answers, /* stopped= */ false);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".note"))
                    .sorted()
                    .toList();
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
