package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.core.Hash;
import org.tansiq.engine.JournalDoubt.Kind;

final class JournalDoubtTest {
    private final byte[] three = Entries.journal(2, 1, 3);
    private final int second = Entries.journal(2).length;
    private final int third = Entries.journal(2, 1).length;

    @TempDir
    Path temp;

    @Test
    void anotherFileIsNoJournal() {
        doubts("a diary, and not a short one".getBytes(StandardCharsets.UTF_8), Kind.NOT_A_JOURNAL, 0);
        doubts(new byte[] {'x'}, Kind.NOT_A_JOURNAL, 0);
    }

    @Test
    void aFrameAfterABadOneStops() {
        byte[] bad = three.clone();
        bad[second + 40] ^= 1;
        JournalDoubt doubt = doubts(bad, Kind.FRAME_AFTER_FAULT, second);
        assertThat(doubt.expected()).isEqualTo(second);
        assertThat(doubt.found()).isEqualTo(third);
    }

    @Test
    void aMissingFrameStops() {
        byte[] gap = joined(Arrays.copyOf(three, second), Arrays.copyOfRange(three, third, three.length));
        JournalDoubt doubt = doubts(gap, Kind.INDEX_GAP, second);
        assertThat(doubt.expected()).isEqualTo(2);
        assertThat(doubt.found()).isEqualTo(3);
    }

    @Test
    void aFrameTwiceStops() {
        doubts(joined(three, Arrays.copyOfRange(three, third, three.length)), Kind.INDEX_GAP, three.length);
    }

    @Test
    void aFrameOfAnotherHistoryStops() {
        byte[] other = FrameHeader.frame(new Frame(2, Entries.batch(2, 1), Hash.NONE), Hash.NONE)
                .array();
        doubts(joined(Arrays.copyOf(three, second), other), Kind.CHAIN_BROKEN, second);
    }

    @Test
    void anotherVersionStops() {
        JournalDoubt doubt = doubts(forged(FrameHeader.VERSION_AT, 2), Kind.OTHER_VERSION, third);
        assertThat(doubt.expected()).isEqualTo(1);
        assertThat(doubt.found()).isEqualTo(2);
    }

    @Test
    void lengthsThatContradictEachOtherStop() {
        doubts(forged(FrameHeader.COUNT_AT, 2), Kind.LENGTHS_DIFFER, third);
        doubts(forged(FrameHeader.COUNT_AT, -1), Kind.LENGTHS_DIFFER, third);
        doubts(forged(FrameHeader.BODIES_AT, 1), Kind.LENGTHS_DIFFER, third);
        doubts(forged(FrameHeader.ENTRIES_AT + Hash.BYTES, -1), Kind.LENGTHS_DIFFER, third);
        doubts(forged(FrameHeader.ENTRIES_AT + Hash.BYTES, Written.BODY_MAX + 1), Kind.LENGTHS_DIFFER, third);
    }

    /** The last header with one number changed, and a checksum that holds. */
    private byte[] forged(int at, int number) {
        byte[] all = three.clone();
        ByteBuffer header = ByteBuffer.wrap(all, third, all.length - third).slice();
        int sumAt = header.getInt(FrameHeader.LENGTH_AT) - Integer.BYTES;
        header.putInt(at, number).putInt(sumAt, FrameHeader.checksum(header, 0, sumAt));
        return all;
    }

    @Test
    void aBodyThatChangedStopsWhereBodiesAreChecked() {
        byte[] bad = three.clone();
        bad[third - 1] ^= 1;
        assertThat(doubts(bad, Kind.BODY_DIFFERS, second).found()).isEqualTo(2);
    }

    @Test
    void aBodyThatChangedStopsBeforeATornFrame() {
        byte[] bad = Arrays.copyOf(three, three.length - 1);
        bad[third - 1] ^= 1;
        assertThat(doubt(bad, 3).kind()).isEqualTo(Kind.BODY_DIFFERS);
    }

    @Test
    void fewerEntriesThanASnapshotHasSeenStop() {
        JournalDoubt doubt = doubt(three, 7);
        assertThat(doubt.kind()).isEqualTo(Kind.BEHIND_SNAPSHOT);
        assertThat(List.of(doubt.expected(), doubt.found())).containsExactly(7L, 6L);
        assertThat(doubt(Arrays.copyOf(three, three.length - 1), 4).kind()).isEqualTo(Kind.BEHIND_SNAPSHOT);
    }

    @Test
    void moreThanAFrameCanHoldStops() throws IOException {
        Path file = temp.resolve(FileJournal.NAME);
        Files.write(file, three);
        try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
            longer.setLength(three.length + Scanned.TAIL_MAX + 1);
        }
        try (FolderDisk disk = FolderDisk.open(temp)) {
            JournalDoubt doubt = catchThrowableOfType(JournalDoubt.class, () -> FileJournal.open(disk, 0, _ -> 0));
            assertThat(doubt.kind()).isEqualTo(Kind.TAIL_TOO_LONG);
            assertThat(disk.names()).containsExactly(FileJournal.NAME);
        }
        assertThat(Files.size(file)).isEqualTo(three.length + Scanned.TAIL_MAX + 1);
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private static JournalDoubt doubts(byte[] content, Kind kind, long at) {
        JournalDoubt doubt = doubt(content, 0);
        assertThat(doubt.kind()).isEqualTo(kind);
        assertThat(doubt.at()).isEqualTo(at);
        return doubt;
    }

    /** That it is not opened, and nothing on the disk is changed. */
    private static JournalDoubt doubt(byte[] content, long checked) {
        MemoryDisk disk = MemoryDisk.with(FileJournal.NAME, content);
        JournalDoubt doubt = catchThrowableOfType(JournalDoubt.class, () -> FileJournal.open(disk, checked, _ -> 0));
        assertThat(doubt).isNotNull();
        assertThat(disk.changes).isZero();
        return doubt;
    }
}
