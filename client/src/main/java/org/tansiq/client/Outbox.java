package org.tansiq.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.Scheme;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/**
 * One key's signed notes to one theatre that no answer has come for yet, a file each in a folder, in the
 * order of their numbers.
 *
 * <p>A note is durable here before anything is done with it, and goes only once its answer is on the record.
 * Sending it again is harmless: the same note gets the same answer.
 */
public final class Outbox {
    /** Notes that may wait. */
    public static final int WAITING_MAX = 1000;

    private static final String TAKEN = "taken";
    private static final String SHOWN = "shown";
    private static final Scheme SIGNED_HERE = (_, _, _) -> true;

    private final Path folder;

    Outbox(Path folder) {
        this.folder = folder;
    }

    /** Where notes go. Throws {@link Unreachable} where no answer comes. */
    public interface Way {
        Answer say(Submission note) throws Unreachable;
    }

    /**
     * What came of sending: the answers in order, and whether the last one, or that none came, left its note
     * and all later ones waiting.
     */
    public record Sent(List<Answer> answers, boolean stopped, Optional<String> unanswered) {}

    public List<Submission> waiting() throws IOException {
        List<Submission> notes = new ArrayList<>();
        for (Path file : files()) notes.add(Submission.parse(Bytes.of(Files.readAllBytes(file)), SIGNED_HERE));
        return notes;
    }

    /** Where the chain goes on once all that waits here is taken. */
    public Place place() throws IOException {
        List<Submission> notes = waiting();
        if (notes.isEmpty()) return taken();
        Submission last = notes.getLast();
        return new Place(last.note().note().seq() + 1, last.note().note().hash());
    }

    /** Keeps a note; it is durable when the call returns. Throws {@link Malformed} when too many wait. */
    public void keep(Submission note) throws IOException {
        if (files().size() >= WAITING_MAX)
            throw new Malformed("outbox", WAITING_MAX + " notes", "at most " + WAITING_MAX + " notes");
        String name = "%019d.note".formatted(note.note().note().seq());
        write(name, note.line());
        syncFolder();
    }

    void write(String name, Bytes what) throws IOException {
        Path part = folder.resolve(name + ".part");
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try (FileChannel to = FileChannel.open(part, options, Own.file(folder))) {
            ByteBuffer bytes = what.buffer();
            while (bytes.hasRemaining()) to.write(bytes);
            to.force(true);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Sends what waits, in order, until something keeps a note off the record. */
    public Sent send(Way way) throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (Path file : files()) {
            Submission note = Submission.parse(Bytes.of(Files.readAllBytes(file)), SIGNED_HERE);
            try {
                answers.add(way.say(note));
            } catch (Unreachable e) {
                return new Sent(answers, /* stopped= */ true, Optional.of(e.why()));
            }
            if (!(answers.getLast() instanceof Answer.Sequenced))
                return new Sent(answers, /* stopped= */ true, Optional.empty());
            write(
                    TAKEN,
                    Bytes.of(note.note().note().seq() + " "
                            + note.note().note().hash().text()));
            Files.delete(file);
        }
        syncFolder();
        return new Sent(answers, /* stopped= */ false, Optional.empty());
    }

    // Behind the last note that went from here.
    private Place taken() throws IOException {
        Path file = folder.resolve(TAKEN);
        if (!Files.exists(file)) return Place.START;
        String[] parts = Files.readString(file).split(" ", -1);
        Optional<Hash> hash =
                parts.length == 2 && parts[0].matches("[0-9]{1,18}") ? Hash.parse(parts[1]) : Optional.empty();
        return new Place(Long.parseLong(hash.map(_ -> parts[0]).orElse("-1")) + 1, hash.orElse(Hash.NONE));
    }

    /** Keeps what a server showed last, for when it does not answer. */
    public void remember(Bytes shown) throws IOException {
        write(SHOWN, shown);
        syncFolder();
    }

    /** What was kept so. */
    public Optional<Bytes> remembered() throws IOException {
        Path file = folder.resolve(SHOWN);
        return Files.exists(file) ? Optional.of(Bytes.of(Files.readAllBytes(file))) : Optional.empty();
    }

    /**
     * Puts aside what waits, to be sent no more, and tells how many notes; their files stay, named otherwise.
     */
    public int discard() throws IOException {
        List<Path> files = files();
        for (Path file : files)
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".discarded"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
        return files.size();
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
}
