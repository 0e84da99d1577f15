package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;

/** Entries to try a journal with: each says its own index. */
final class Entries {
    private Entries() {}

    static List<Written> batch(long first, int size) {
        List<Written> batch = new ArrayList<>();
        for (long i = first; i < first + size; i++)
            batch.add(new Written(new Hash(i, ~i, i, 7), Bytes.of("entry " + i + ".".repeat((int) (i % 700)))));
        return batch;
    }

    static Hash root(long first) {
        return new Hash(first, 1, 2, 3);
    }

    /** Appends batches of these sizes. */
    static void append(Journal journal, int... sizes) {
        for (int size : sizes) journal.append(batch(journal.next(), size), root(journal.next()));
    }

    /** The bytes of a journal of batches of these sizes. */
    static byte[] journal(int... sizes) {
        MemoryDisk disk = new MemoryDisk();
        try (FileJournal journal = open(disk)) {
            append(journal, sizes);
        }
        return disk.content(FileJournal.NAME);
    }

    /** Opens it, which MUST not be in doubt; all bodies checked that there are. */
    static FileJournal open(Disk disk) {
        try {
            return FileJournal.open(disk, 0, torn -> torn.remaining());
        } catch (IOException | JournalDoubt why) {
            throw new AssertionError(why);
        }
    }

    /** That a journal holds these entries and no others, one by one and frame by frame. */
    static void holds(Journal journal, int entries) {
        List<Written> all = batch(0, entries);
        assertThat(journal.next()).isEqualTo(entries);
        for (int i = 0; i < entries; i++) assertThat(journal.read(i)).isEqualTo(all.get(i));
        for (int first = 0; first < entries; ) {
            Frame frame = journal.frame(first);
            int until = first + frame.entries().size();
            assertThat(frame).isEqualTo(new Frame(first, all.subList(first, until), root(first)));
            first = until;
        }
    }
}
