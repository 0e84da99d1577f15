package org.tansiq.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;

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

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
