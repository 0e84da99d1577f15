package org.tansiq.engine;

import java.util.List;
import org.tansiq.core.Hash;

/** The one order of entries, a frame for each batch. What {@link #append} returned from is never lost. */
public interface Journal extends AutoCloseable {
    /** Entries in one frame. */
    int BATCH_MAX = 1024;

    /** Bytes of all bodies in one frame. */
    int BATCH_BYTES_MAX = 64 << 20;

    /** The index that the next entry gets. */
    long next();

    /**
     * Makes a batch durable: entries numbered from {@link #next}, and the root of the tree once they are in
     * it. One sync. Throws {@link JournalLost} when it cannot be known whether it did. One thread only.
     */
    void append(List<Written> batch, Hash root);

    /**
     * The entry at an index that was appended before. Throws {@link BodyLost} where its bytes have changed.
     */
    Written read(long index);

    /**
     * The whole frame that holds the entry at an index: the cheap way to read many. Throws {@link BodyLost}
     * too.
     */
    Frame frame(long index);

    /**
     * Whether the disk has room for new work. Where it has none, what is there stays and nothing new is
     * taken.
     */
    boolean room();

    @Override
    void close();
}
