package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoomTest {
    private final MemoryDisk disk = new MemoryDisk();

    @Test
    void aLargeDiskKeepsAGibibyteFree() {
        disk.free = 1L << 30;
        try (FileJournal journal = Entries.open(disk)) {
            assertThat(journal.room()).isTrue();
            disk.free--;
            Entries.append(journal, 1);
            assertThat(journal.room()).isFalse();
            disk.free++;
            assertThat(journal.room()).isTrue();
        }
    }

    @Test
    void whatIsThereStaysOnAFullDisk() {
        disk.free = 0;
        try (FileJournal journal = Entries.open(disk)) {
            assertThat(journal.room()).isFalse();
            Entries.append(journal, 2);
            Entries.holds(journal, 2);
        }
    }

    @Test
    void aSmallDiskKeepsATwentiethFree() {
        disk.total = 1000;
        disk.free = 50;
        assertThat(new Room(disk).there()).isTrue();
        disk.free--;
        assertThat(new Room(disk).there()).isFalse();
    }

    @Test
    void aDiskThatDoesNotAnswerHasNoRoom() {
        disk.free = -1;
        assertThat(new Room(disk).there()).isFalse();
    }
}
