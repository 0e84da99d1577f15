package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a crash may leave of the last frame: cut short, with holes, in any order of its parts. */
final class TornTest {
    private static final int[] KEPT = {2, 1};
    private final byte[] kept = Entries.journal(KEPT);
    private final byte[] whole = Entries.journal(2, 1, 3);

    @Test
    void aFrameCutShortAtAnyByteIsMoved() {
        for (int cut = kept.length + 1; cut < whole.length; cut++) {
            int until = cut;
            movesTail(all -> Arrays.copyOf(all, until));
        }
    }

    @Test
    void aFrameWithAHoleToItsEndIsMoved() {
        for (int hole = kept.length; hole < whole.length; hole++) {
            int from = hole;
            movesTail(all -> zero(all, from, all.length));
        }
    }

    @Test
    void aFrameWithAHoleAtItsStartIsMoved() {
        for (int hole = kept.length + 1; hole <= whole.length; hole++) {
            int until = hole;
            movesTail(all -> zero(all, kept.length, until));
        }
    }

    private static byte[] zero(byte[] all, int from, int until) {
        Arrays.fill(all, from, until, (byte) 0);
        return all;
    }

    private void movesTail(UnaryOperator<byte[]> crash) {
        byte[] left = crash.apply(whole.clone());
        MemoryDisk disk = MemoryDisk.with(FileJournal.NAME, left);
        Torn torn = new Torn("torn/" + kept.length + "-0", left.length - kept.length, left.length - kept.length);
        try (FileJournal journal = Entries.open(disk)) {
            assertThat(journal.torn()).contains(torn);
            Entries.holds(journal, 3);
            assertThat(disk.restarted().content(torn.name()))
                    .isEqualTo(Arrays.copyOfRange(left, kept.length, left.length));
            assertThat(disk.restarted().content(FileJournal.NAME)).isEqualTo(kept);
            Entries.append(journal, 3);
        }
        assertThat(disk.restarted().content(FileJournal.NAME)).isEqualTo(whole);
    }

    @Test
    void aFirstFrameCutShortAtAnyByteLeavesAnEmptyJournal() {
        byte[] first = Entries.journal(2);
        for (int cut = 1; cut < first.length; cut++) {
            MemoryDisk disk = MemoryDisk.with(FileJournal.NAME, Arrays.copyOf(first, cut));
            try (FileJournal journal = Entries.open(disk)) {
                assertThat(journal.torn()).contains(new Torn("torn/0-0", cut, cut));
                Entries.append(journal, 2);
            }
            assertThat(disk.content(FileJournal.NAME)).isEqualTo(first);
        }
    }

    @Test
    void aSecondTornFrameAtTheSamePlaceDoesNotReplaceTheFirst() {
        MemoryDisk disk = MemoryDisk.with(FileJournal.NAME, Arrays.copyOf(whole, whole.length - 1));
        Entries.open(disk).close();
        disk.put(FileJournal.NAME, Arrays.copyOf(whole, whole.length - 2));
        Entries.open(disk).close();
        for (int n = 0; n < 2; n++)
            assertThat(disk.content("torn/" + kept.length + "-" + n))
                    .isEqualTo(Arrays.copyOfRange(whole, kept.length, whole.length - 1 - n));
    }

    @Test
    void aWholeFrameIsKeptThoughNobodyWasToldOfIt() {
        MemoryDisk disk = syncFails(MemoryDisk.Outcome.PERSISTED);
        Entries.holds(Entries.open(disk.restarted()), 2);
    }

    @Test
    void whatTheSystemOnlyShowsFromMemoryIsOnTheDiskOnceOpened() {
        MemoryDisk disk = syncFails(MemoryDisk.Outcome.NOT_PERSISTED).reopened();
        Entries.holds(Entries.open(disk), 2);
        Entries.holds(Entries.open(disk.restarted()), 2);
    }

    private static MemoryDisk syncFails(MemoryDisk.Outcome leaves) {
        MemoryDisk disk = new MemoryDisk();
        FileJournal journal = Entries.open(disk);
        Entries.append(journal, 1);
        disk.failAt("sync journal", 1, leaves);
        assertThatThrownBy(() -> Entries.append(journal, 1)).isInstanceOf(JournalLost.class);
        return disk;
    }
}
