package org.tansiq.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Note;
import org.tansiq.ledger.Scheme;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;
import org.tansiq.wire.View;

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

    /**
     * Where notes go. Throws {@link Unreachable} where no answer comes: the note may be on the record or not.
     */
    public interface Way {
        Answer say(Submission note) throws Unreachable;
    }

    /**
     * What came of sending: the answers in order, and whether something left notes waiting. That is the last
     * answer, whose note waits too; or that none came, and why; or that the last note was more than its key
     * may say in a minute, which its record keeps: those behind it wait, for none is taken before {@code
     * until}.
     */
    public record Sent(List<Answer> answers, boolean stopped, Optional<String> unanswered, Optional<Instant> until) {}

    public List<Submission> waiting() throws IOException {
        List<Submission> notes = new ArrayList<>();
        for (Path file : files()) notes.add(note(file));
        return notes;
    }

    private static Submission note(Path file) throws IOException {
        byte[] line = Files.readAllBytes(file);
        try {
            return Submission.parse(Bytes.of(line), SIGNED_HERE);
        } catch (Malformed bad) {
            String where = bad.field().isEmpty() ? "" : " in " + bad.field();
            throw new Malformed(name(file), line.length == 0 ? "empty" : "damaged" + where, "a signed note");
        }
    }

    // Beneath the folder of all outboxes of a key.
    private static String name(Path file) {
        int parts = file.getNameCount();
        return file.subpath(Math.max(0, parts - 3), parts).toString();
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
            throw new Malformed("outbox", WAITING_MAX + " notes waiting", "at most " + WAITING_MAX);
        String name = "%019d.note".formatted(note.note().note().seq());
        write(name, note.line());
        Own.sync(folder);
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

    /**
     * Sends what waits, in order, until something keeps a note off the record, or those behind it. Throws
     * {@link Malformed} where a file is damaged.
     */
    public Sent send(Way way) throws IOException {
        try {
            return sent(way, files());
        } finally {
            Own.sync(folder);
        }
    }

    private Sent sent(Way way, List<Path> files) throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (Path file : files) {
            Submission note = note(file);
            try {
                answers.add(way.say(note));
            } catch (Unreachable e) {
                return new Sent(answers, /* stopped= */ true, Optional.of(e.why()), Optional.empty());
            }
            if (!recorded(answers.getLast()))
                return new Sent(answers, /* stopped= */ true, Optional.empty(), Optional.empty());
            gone(file, note.note().note());
            Optional<Instant> until = Parsed.until(answers.getLast());
            boolean more = !file.equals(files.getLast());
            if (more && until.isPresent()) return new Sent(answers, /* stopped= */ true, Optional.empty(), until);
        }
        return new Sent(answers, /* stopped= */ false, Optional.empty(), Optional.empty());
    }

    private static boolean recorded(Answer answer) {
        return answer instanceof Answer.Sequenced || answer instanceof Answer.Known;
    }

    // Where the chain goes on is durable before the note goes.
    private void gone(Path file, Note note) throws IOException {
        write(TAKEN, Bytes.of(note.seq() + " " + note.hash().text()));
        Own.sync(folder);
        Files.delete(file);
    }

    // Behind the last note that went from here.
    private Place taken() throws IOException {
        Path file = folder.resolve(TAKEN);
        if (!Files.exists(file)) return Place.START;
        String[] parts = Bytes.of(Files.readAllBytes(file)).text().split(" ", -1);
        Optional<Hash> hash =
                parts.length == 2 && parts[0].matches("[0-9]{1,18}") ? Hash.parse(parts[1]) : Optional.empty();
        Hash last = hash.orElseThrow(() -> new Malformed(name(file), "damaged", "a note's number and its hash"));
        return new Place(Long.parseLong(parts[0]) + 1, last);
    }

    /** Keeps what a server showed last, for when it does not answer. */
    public void remember(Bytes shown) throws IOException {
        write(SHOWN, shown);
        Own.sync(folder);
    }

    /** What was kept so; nothing where it is no view any more, for it is no more than a copy. */
    public Optional<Bytes> remembered() throws IOException {
        Path file = folder.resolve(SHOWN);
        if (!Files.exists(file)) return Optional.empty();
        Bytes shown = Bytes.of(Files.readAllBytes(file));
        try {
            View.FORM.read(Json.parse(shown));
            return Optional.of(shown);
        } catch (Malformed _) {
            return Optional.empty();
        }
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
        Own.sync(folder);
        return files.size();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".note"))
                    .sorted()
                    .toList();
        }
    }
}
