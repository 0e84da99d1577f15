package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tansiq.core.Bytes;

/**
 * What each thing that is done to a disk leaves behind when it fails, and nothing of it is there afterwards,
 * or all.
 *
 * <p>expectStop: whoever asked is told at once. expectProgress: what was asked for is there after the next
 * start.
 */
final class FaultsTest {
    private static final byte[] TWO = Entries.journal(1, 1);
    private static final byte[] TAIL = Arrays.copyOf(Entries.journal(3), 50);

    /** Two frames are appended to a new journal. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # operation  , nth, leaves       , expectProgress, expectStop
            open journal , 1  , NOT_PERSISTED, 0             , true
            open journal , 1  , PERSISTED    , 0             , true
            sync journal , 1  , NOT_PERSISTED, 0             , true
            sync journal , 1  , PERSISTED    , 0             , true
            write journal, 1  , NOT_PERSISTED, 0             , true
            write journal, 1  , PERSISTED    , 1             , true
            sync journal , 2  , NOT_PERSISTED, 0             , true
            sync journal , 2  , PERSISTED    , 1             , true
            write journal, 2  , NOT_PERSISTED, 1             , true
            write journal, 2  , PERSISTED    , 2             , true
            sync journal , 3  , NOT_PERSISTED, 1             , true
            sync journal , 3  , PERSISTED    , 2             , true
            """)
    void appending(String operation, int nth, MemoryDisk.Outcome leaves, int expectProgress, boolean expectStop) {
        MemoryDisk disk = new MemoryDisk();
        disk.failAt(operation, nth, leaves);
        int[] answered = {0};
        boolean stopped = stops(() -> {
            FileJournal journal = FileJournal.open(disk, 0, _ -> 0);
            for (int i = 0; i < 2; i++, answered[0]++) Entries.append(journal, 1);
        });
        assertThat(stopped).isEqualTo(expectStop);
        try (FileJournal journal = Entries.open(disk.restarted())) {
            assertThat(journal.next()).isEqualTo(expectProgress).isGreaterThanOrEqualTo(answered[0]);
            Entries.append(journal, 1);
            Entries.holds(journal, expectProgress + 1);
        }
    }

    /**
     * A journal of two frames and a torn one is opened. What is expected: how many copies of the torn one lie
     * there.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # operation , nth, leaves       , expectProgress, expectStop
            open torn   , 1  , NOT_PERSISTED, 1             , true
            open torn   , 1  , PERSISTED    , 1             , true
            write torn  , 1  , NOT_PERSISTED, 1             , true
            write torn  , 1  , PERSISTED    , 2             , true
            sync torn   , 1  , NOT_PERSISTED, 1             , true
            sync torn   , 1  , PERSISTED    , 2             , true
            truncate journal, 1, NOT_PERSISTED, 2           , true
            truncate journal, 1, PERSISTED  , 1             , true
            write journal   , 1, NOT_PERSISTED, 1           , true
            write journal   , 1, PERSISTED  , 1             , true
            sync journal    , 1, NOT_PERSISTED, 1           , true
            sync journal    , 1, PERSISTED  , 1             , true
            """)
    void recovering(String operation, int nth, MemoryDisk.Outcome leaves, int expectProgress, boolean expectStop)
            throws IOException {
        MemoryDisk disk = MemoryDisk.with(FileJournal.NAME, torn());
        String torn = operation.endsWith("torn") ? operation + "/" + TWO.length + "-0" : operation;
        disk.failAt(torn, nth, leaves);
        assertThat(stops(() -> FileJournal.open(disk, 0, _ -> 0))).isEqualTo(expectStop);
        MemoryDisk again = disk.restarted();
        try (FileJournal journal = Entries.open(again)) {
            Entries.holds(journal, 2);
        }
        assertThat(again.restarted().content(FileJournal.NAME)).isEqualTo(TWO);
        assertThat(again.names().stream().filter(name -> Arrays.equals(again.content(name), TAIL)))
                .hasSize(expectProgress);
    }

    private static byte[] torn() {
        return ByteBuffer.allocate(TWO.length + TAIL.length).put(TWO).put(TAIL).array();
    }

    /**
     * A third snapshot is written beside two. What is expected: the newest afterwards, and how many are kept.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # operation          , leaves     , newest, kept, expectStop
            open snapshot-30.part, NOT_PERSISTED, 20, 2, true
            open snapshot-30.part, PERSISTED  , 20   , 2   , true
            write snapshot-30.part, NOT_PERSISTED, 20, 2   , true
            write snapshot-30.part, PERSISTED , 20   , 2   , true
            sync snapshot-30.part, NOT_PERSISTED, 20 , 2   , true
            sync snapshot-30.part, PERSISTED  , 20   , 2   , true
            move snapshot-30.part, NOT_PERSISTED, 20 , 2   , true
            move snapshot-30.part, PERSISTED  , 30   , 3   , true
            delete snapshot-10   , NOT_PERSISTED, 30 , 3   , true
            delete snapshot-10   , PERSISTED  , 30   , 2   , true
            """)
    void takingASnapshot(String operation, MemoryDisk.Outcome leaves, long newest, int kept, boolean expectStop)
            throws IOException {
        MemoryDisk disk = new MemoryDisk();
        for (long index : List.of(10L, 20L)) snapshots(disk).write(index, rows(index));
        disk.failAt(operation, 1, leaves);
        assertThat(stops(() -> snapshots(disk).write(30, rows(30)))).isEqualTo(expectStop);
        MemoryDisk again = disk.restarted();
        try (Snapshot there = snapshots(again).newest().orElseThrow()) {
            assertThat(there.index()).isEqualTo(newest);
            assertThat(there.rows()).toIterable().containsExactlyElementsOf(rows(newest));
        }
        assertThat(again.names().stream().filter(name -> !name.endsWith(Disk.PART)))
                .hasSize(kept);
        snapshots(again).write(40, rows(40));
        assertThat(again.names()).hasSize(Snapshots.KEPT).contains("snapshot-40");
    }

    private static Snapshots snapshots(Disk disk) {
        return new Snapshots(disk, name -> {
            throw new AssertionError("corrupt: " + name);
        });
    }

    private static List<Bytes> rows(long index) {
        return IntStream.range(0, 3)
                .mapToObj(i -> Bytes.of("row " + i + " of " + index))
                .toList();
    }

    /**
     * A file is replaced. What is expected: whether the new content is there afterwards; else the old one is.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # operation , leaves       , expectProgress, expectStop
            open a.part , NOT_PERSISTED, false, true
            open a.part , PERSISTED    , false, true
            truncate a.part, NOT_PERSISTED, false, true
            truncate a.part, PERSISTED , false, true
            write a.part, NOT_PERSISTED, false, true
            write a.part, PERSISTED    , false, true
            sync a.part , NOT_PERSISTED, false, true
            sync a.part , PERSISTED    , false, true
            move a.part , NOT_PERSISTED, false, true
            move a.part , PERSISTED    , true , true
            """)
    void replacing(String operation, MemoryDisk.Outcome leaves, boolean expectProgress, boolean expectStop)
            throws IOException {
        MemoryDisk disk = MemoryDisk.with("a", new byte[] {1, 2, 3});
        disk.failAt(operation, 1, leaves);
        assertThat(stops(() -> disk.replace("a", List.of(ByteBuffer.wrap(new byte[] {9})))))
                .isEqualTo(expectStop);
        MemoryDisk again = disk.restarted();
        assertThat(again.content("a")).isEqualTo(expectProgress ? new byte[] {9} : new byte[] {1, 2, 3});
        again.replace("a", List.of(ByteBuffer.wrap(new byte[] {7}), ByteBuffer.wrap(new byte[] {8})));
        assertThat(again.restarted().content("a")).containsExactly(7, 8);
    }

    private interface Doing {
        void run() throws IOException, JournalDoubt;
    }

    private static boolean stops(Doing what) {
        try {
            what.run();
            return false;
        } catch (IOException | JournalLost _) {
            return true;
        } catch (JournalDoubt why) {
            throw new AssertionError(why);
        }
    }
}
