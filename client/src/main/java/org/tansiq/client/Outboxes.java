package org.tansiq.client;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.Sha256;

/**
 * What one key has signed and nobody has answered, an outbox for each theatre. One process at a time has
 * them: two would give one number to two notes; the second waits.
 */
public final class Outboxes implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private Outboxes(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Those of a key in a folder of outboxes; made where they are not there, for their owner only. */
    public static Outboxes of(Path folder, VerifierKey key) throws IOException {
        Path own = folder.resolve(key.point().brief());
        Own.folders(own);
        FileChannel lock = FileChannel.open(
                own.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Own.file(own));
        lock.lock();
        return new Outboxes(own, lock);
    }

    /** The one for notes to a theatre, named by the hash of the note that founded it. */
    public Outbox to(Hash theatre) throws IOException {
        Path own = folder.resolve(theatre.brief());
        Own.folders(own);
        return new Outbox(own);
    }

    /** The theatre that a server served when it answered last. */
    public Optional<Hash> theatreAt(URI server) throws IOException {
        Path file = folder.resolve(name(server));
        return Files.exists(file) ? Hash.parse(Files.readString(file)) : Optional.empty();
    }

    /** Keeps which theatre a server serves, for when it does not answer. */
    public void rememberAt(URI server, Hash theatre) throws IOException {
        if (theatreAt(server).equals(Optional.of(theatre))) return;
        new Outbox(folder).write(name(server), Bytes.of(theatre.text()));
    }

    private static String name(URI server) {
        return "at-" + Sha256.of(Bytes.of(server.toString())).brief();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
