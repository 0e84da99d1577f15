package org.tansiq.app.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.words.Messages;
import org.tansiq.core.Hash;
import org.tansiq.engine.CodeHash;
import org.tansiq.engine.Disk;
import org.tansiq.engine.Engine;
import org.tansiq.engine.FileJournal;
import org.tansiq.engine.FolderDisk;
import org.tansiq.engine.FolderInUse;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.Loops;
import org.tansiq.engine.MachineClock;
import org.tansiq.engine.Pace;
import org.tansiq.engine.RecordDoubt;
import org.tansiq.engine.RulesDiffer;
import org.tansiq.engine.Settings;
import org.tansiq.ledger.Ed25519;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/** An engine at work on a folder, in this process; what keeps it from opening is one clear line. */
public final class Folder implements AutoCloseable {
    /** How a folder is opened. */
    private interface Opening {
        Engine open(Engine.Ground ground, Settings settings, Pace done)
                throws IOException, JournalDoubt, RecordDoubt, RulesDiffer;
    }

    private final Disk disk;
    private final Engine engine;
    private final Loops loops;

    private Folder(Disk disk, Engine engine) {
        this.disk = disk;
        this.engine = engine;
        this.loops = Loops.start(engine);
    }

    /** Opens the record of a folder, which is made where it is not there. Throws {@link FolderInUse}. */
    public static Folder open(Path path, Console console, Messages messages) throws FolderInUse {
        return open(path, console, messages, Engine::open);
    }

    /** The same though other rules are in force: only to adopt this program's own. */
    static Folder adopting(Path path, Console console, Messages messages) throws FolderInUse {
        return open(path, console, messages, Engine::adopting);
    }

    private static Folder open(Path path, Console console, Messages messages, Opening opening) throws FolderInUse {
        Disk disk = disk(path);
        Sayings alarms = new Sayings(console, messages);
        Hash rules = rules();
        SecureRandom random = new SecureRandom();
        Engine.Ground ground =
                new Engine.Ground(disk, new MachineClock(), () -> chance(random), () -> rules, new Ed25519(), alarms);
        try (Paced paced = new Paced(console, messages, "progress.opening")) {
            return new Folder(disk, opening.open(ground, Settings.STANDARD, paced));
        } catch (JournalDoubt | RecordDoubt | RulesDiffer | IOException doubt) {
            close(disk);
            throw Doubts.complaint(path, messages, doubt);
        }
    }

    private static Disk disk(Path path) throws FolderInUse {
        try {
            return FolderDisk.open(path);
        } catch (FolderInUse used) {
            throw used;
        } catch (IOException e) {
            throw new Complaint("folder.unreadable", "folder", path.toString(), "why", e.toString());
        }
    }

    /** Complains where a folder holds no record: nothing is made in its place. */
    public static void hold(Path path) {
        if (!Files.isRegularFile(path.resolve(FileJournal.NAME)))
            throw new Complaint("folder.no-record", "folder", path.toString());
    }

    /** A folder to look at, whether or not another process is at work on it. */
    static Disk reading(Path path) {
        hold(path);
        try {
            return FolderDisk.reading(path);
        } catch (IOException e) {
            throw new Complaint("folder.unreadable", "folder", path.toString(), "why", e.toString());
        }
    }

    /** The hash of this program's own rules. */
    public static Hash rules() {
        try {
            return CodeHash.own();
        } catch (IOException e) {
            throw new Complaint("rules.unreadable", "why", e.toString());
        }
    }

    private static Hash chance(SecureRandom random) {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    public Engine engine() {
        return engine;
    }

    /** Ends with the failure that stopped the engine, if one does. */
    public CompletableFuture<Void> broken() {
        return loops.broken();
    }

    /** Puts a note in line; its answer comes once it is durable, or the failure that stopped the engine. */
    public CompletableFuture<Answer> submit(Submission said) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        engine.submit(said, answer::complete);
        return answer;
    }

    /** Says a note, and waits until the answer is durable. */
    public Answer say(Submission said) {
        CompletableFuture<Answer> answer = submit(said);
        try {
            CompletableFuture.anyOf(answer, loops.broken()).join();
            return answer.join();
        } catch (CompletionException stopped) {
            throw new Stopped(stopped);
        }
    }

    /** A promise is broken: the process ends with {@link Exit#FAILED}. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped(Throwable why) {
            super(why);
        }
    }

    @Override
    public void close() {
        loops.close();
        engine.close();
        close(disk);
    }

    static void close(Disk disk) {
        try {
            disk.close();
        } catch (IOException e) {
            throw new Complaint("folder.unreadable", "folder", "", "why", e.toString());
        }
    }
}
