package org.tansiq.bench.record;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.engine.Engine;
import org.tansiq.engine.FolderDisk;
import org.tansiq.engine.JournalDoubt;
import org.tansiq.engine.Loops;
import org.tansiq.engine.MachineClock;
import org.tansiq.engine.RecordDoubt;
import org.tansiq.engine.RulesDiffer;
import org.tansiq.engine.Settings;
import org.tansiq.ledger.Ed25519;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Submission;

/** An engine on a folder of this machine's disk, on its threads. */
public final class Running implements AutoCloseable {
    private final FolderDisk disk;
    private final Engine engine;
    private final Loops loops;

    public Running(Path folder, Hash rules, Settings settings) throws IOException {
        SecureRandom random = new SecureRandom();
        disk = FolderDisk.open(folder);
        try {
            engine = Engine.open(
                    new Engine.Ground(
                            disk,
                            new MachineClock(),
                            () -> chance(random),
                            () -> rules,
                            new Ed25519(),
                            (k, d) -> System.err.println(k + " " + d)),
                    settings,
                    (_, _) -> {});
        } catch (JournalDoubt | RecordDoubt | RulesDiffer e) {
            throw new IOException(e);
        }
        loops = Loops.start(engine);
    }

    private static Hash chance(SecureRandom random) {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    public Engine engine() {
        return engine;
    }

    /** From the bytes to the durable answer. */
    public CompletableFuture<Answer> tell(Bytes line) {
        return tell(engine.check(line));
    }

    public CompletableFuture<Answer> tell(Submission said) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        engine.submit(said, answer::complete);
        return answer;
    }

    @Override
    public void close() throws IOException {
        loops.close();
        engine.close();
        disk.close();
    }
}
