package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;

final class FileJournalTest {
    @TempDir
    Path temp;

    @Test
    void whatWasAppendedIsReadAgain() throws IOException {
        try (FolderDisk disk = FolderDisk.open(temp);
                FileJournal journal = Entries.open(disk)) {
            Entries.append(journal, 1, 3, Journal.BATCH_MAX, 1, 40);
            Entries.holds(journal, 45 + Journal.BATCH_MAX);
        }
        try (FolderDisk disk = FolderDisk.open(temp);
                FileJournal journal = Entries.open(disk)) {
            assertThat(journal.torn()).isEmpty();
            Entries.holds(journal, 45 + Journal.BATCH_MAX);
            Entries.append(journal, 2);
            Entries.holds(journal, 47 + Journal.BATCH_MAX);
        }
    }

    @Test
    void whatIsNotThereIsNotRead() {
        try (FileJournal journal = Entries.open(new MemoryDisk())) {
            Entries.append(journal, 3);
            for (long index : List.of(-1L, 3L)) {
                assertThatThrownBy(() -> journal.read(index)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> journal.frame(index)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void aBatchBeyondItsLimitsIsNotTaken() {
        MemoryDisk disk = new MemoryDisk();
        try (FileJournal journal = Entries.open(disk)) {
            int before = disk.changes;
            Written largest = new Written(Hash.NONE, Bytes.of(new byte[Written.BODY_MAX]));
            int fit = Journal.BATCH_BYTES_MAX / Written.BODY_MAX;
            for (List<Written> batch : List.of(
                    List.<Written>of(), Entries.batch(0, Journal.BATCH_MAX + 1), Collections.nCopies(fit + 1, largest)))
                assertThatThrownBy(() -> journal.append(batch, Hash.NONE)).isInstanceOf(IllegalArgumentException.class);
            assertThat(disk.changes).isEqualTo(before);
            Entries.append(journal, 1);
        }
        assertThatThrownBy(() -> new Written(Hash.NONE, Bytes.of(new byte[Written.BODY_MAX + 1])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLargestFrameIsTaken() throws IOException {
        Written largest = new Written(Hash.NONE, Bytes.of(new byte[Written.BODY_MAX]));
        List<Written> batch = Collections.nCopies(Journal.BATCH_BYTES_MAX / Written.BODY_MAX, largest);
        try (FolderDisk disk = FolderDisk.open(temp);
                FileJournal journal = Entries.open(disk)) {
            journal.append(batch, Hash.NONE);
        }
        try (FolderDisk disk = FolderDisk.open(temp);
                FileJournal journal = Entries.open(disk)) {
            assertThat(journal.frame(3).entries()).isEqualTo(batch);
        }
    }

    @Test
    void oneAppendIsOneWriteAndOneSync() {
        MemoryDisk disk = new MemoryDisk();
        try (FileJournal journal = Entries.open(disk)) {
            int before = disk.changes;
            Entries.append(journal, 100);
            assertThat(disk.changes - before).isEqualTo(2);
        }
    }

    @Test
    void readersSeeWhatIsThereWhileOthersAppend() throws IOException, InterruptedException, ExecutionException {
        try (FolderDisk disk = FolderDisk.open(temp);
                FileJournal journal = Entries.open(disk);
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Entries.append(journal, 1);
            List<Future<?>> readers = List.of(
                    threads.submit(() -> readUntil(journal, 3000, 1)),
                    threads.submit(() -> readUntil(journal, 3000, 2)));
            while (journal.next() < 3000) Entries.append(journal, 1 + (int) (journal.next() % 17));
            for (Future<?> reader : readers) reader.get();
        }
    }

    private static void readUntil(Journal journal, long until, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        while (journal.next() < until) {
            long index = random.nextLong(journal.next());
            assertThat(journal.read(index)).isEqualTo(Entries.batch(index, 1).getFirst());
        }
    }

    @Test
    void aReaderSeesWhatIsDurableBesideTheOneWhoAppends() throws IOException, JournalDoubt {
        try (FolderDisk disk = FolderDisk.open(temp);
                FileJournal journal = Entries.open(disk)) {
            Entries.append(journal, 2, 3);
            try (FolderDisk same = FolderDisk.reading(temp);
                    FileJournal beside = FileJournal.reading(same, 0)) {
                Entries.append(journal, 1);
                Entries.holds(beside, 5);
                assertThatThrownBy(() -> Entries.append(beside, 1)).isNotNull();
            }
            Entries.holds(journal, 6);
        }
    }

    @Test
    void aReaderLeavesATornFrameWhereItIs() throws IOException, JournalDoubt {
        byte[] whole = Entries.journal(1, 1);
        byte[] torn = Arrays.copyOf(whole, whole.length - 1);
        MemoryDisk disk = MemoryDisk.with(FileJournal.NAME, torn);
        try (FileJournal journal = FileJournal.reading(disk, 0)) {
            Entries.holds(journal, 1);
        }
        assertThat(disk.names()).containsExactly(FileJournal.NAME);
        assertThat(disk.content(FileJournal.NAME)).isEqualTo(torn);
    }

    @Test
    void aLostJournalStaysLost() {
        MemoryDisk disk = new MemoryDisk();
        FileJournal journal = Entries.open(disk);
        Entries.append(journal, 1);
        disk.failAt("sync journal", 1, MemoryDisk.Outcome.PERSISTED);
        assertThatThrownBy(() -> Entries.append(journal, 1)).isInstanceOf(JournalLost.class);
        disk.heal();
        int before = disk.changes;
        assertThatThrownBy(() -> Entries.append(journal, 1)).isInstanceOf(JournalLost.class);
        assertThat(disk.changes).isEqualTo(before);
        assertThat(journal.next()).isEqualTo(1);
    }
}
