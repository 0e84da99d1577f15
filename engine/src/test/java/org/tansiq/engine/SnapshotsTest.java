package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;

final class SnapshotsTest {
    private final MemoryDisk disk = new MemoryDisk();
    private final List<String> alarms = new ArrayList<>();

    private Snapshots snapshots() {
        return new Snapshots(disk, alarms::add);
    }

    @Test
    void aSnapshotIsReadableAsText() throws IOException {
        snapshots().write(7, List.of(Bytes.of("one"), Bytes.of(""), Bytes.of("three")));
        assertThat(new String(disk.content("snapshot-7"), StandardCharsets.UTF_8))
                .startsWith("tansiq snapshot 1 7\none\n\nthree\nsha256 ")
                .endsWith("=\n");
    }

    @Test
    void rowsOfAllSizesComeBackInTheirOrder() throws IOException {
        List<Bytes> rows = IntStream.of(0, 1, 4095, 4096, 4097, 0, Window.BYTES, Window.BYTES + 1, 700_000, 3)
                .mapToObj(size -> Bytes.of("x".repeat(size)))
                .toList();
        snapshots().write(1, rows);
        assertThat(newestRows()).contains(rows);
        snapshots().write(2, List.of());
        assertThat(newestRows()).contains(List.of());
    }

    private Optional<List<Bytes>> newestRows() throws IOException {
        Optional<Snapshot> newest = snapshots().newest();
        if (newest.isEmpty()) return Optional.empty();
        List<Bytes> rows = new ArrayList<>();
        try (Snapshot there = newest.get()) {
            there.rows().forEachRemaining(rows::add);
        }
        return Optional.of(rows);
    }

    @Test
    void whatIsNoRowIsNotWritten() {
        assertThatThrownBy(() -> snapshots().write(1, List.of(Bytes.of("a\nb"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTwoNewestAreKept() throws IOException {
        for (long index : List.of(9L, 10L, 200L, 1000L)) snapshots().write(index, rows(index));
        assertThat(disk.names()).containsExactly("snapshot-1000", "snapshot-200");
        assertThat(newestRows()).contains(rows(1000));
    }

    @Test
    void aCorruptOneIsPutAsideAndTheOlderUsed() throws IOException {
        for (long index : List.of(1L, 2L)) snapshots().write(index, rows(index));
        byte[] bad = flipped("snapshot-2", 25);
        assertThat(newestRows()).contains(rows(1));
        assertThat(alarms).containsExactly("snapshot-2.corrupt-0");
        assertThat(disk.content("snapshot-2.corrupt-0")).isEqualTo(bad);
        snapshots().write(2, rows(2));
        flipped("snapshot-2", 25);
        assertThat(newestRows()).contains(rows(1));
        assertThat(alarms).containsExactly("snapshot-2.corrupt-0", "snapshot-2.corrupt-1");
    }

    @Test
    void whereAllAreCorruptThereIsNone() throws IOException {
        for (long index : List.of(1L, 2L)) snapshots().write(index, rows(index));
        flipped("snapshot-1", 0);
        flipped("snapshot-2", disk.content("snapshot-2").length - 1);
        assertThat(newestRows()).isEmpty();
        assertThat(alarms).containsExactly("snapshot-2.corrupt-0", "snapshot-1.corrupt-0");
    }

    private byte[] flipped(String name, int at) {
        byte[] bytes = disk.content(name);
        bytes[at] ^= 1;
        disk.put(name, bytes);
        return bytes;
    }

    @Test
    void noBitAndNoCutGoesUnseen() throws IOException {
        snapshots().write(5, rows(5));
        byte[] whole = disk.content("snapshot-5");
        for (int at = 0; at < whole.length; at++) {
            flipped("snapshot-5", at);
            assertThat(newestRows()).isEmpty();
            disk.put("snapshot-5", Arrays.copyOf(whole, at));
            assertThat(newestRows()).isEmpty();
            disk.put("snapshot-5", whole);
        }
        assertThat(newestRows()).contains(rows(5));
    }

    @Test
    void theSnapshotOfOneIndexIsNotThatOfAnother() throws IOException {
        snapshots().write(5, rows(5));
        disk.move("snapshot-5", "snapshot-6");
        assertThat(newestRows()).isEmpty();
    }

    @Test
    void otherFilesAreNoSnapshots() throws IOException {
        for (String name : List.of("snapshot-", "snapshot-01", "snapshot-1x", "snapshot-1.part", "journal"))
            disk.put(name, new byte[] {1});
        assertThat(newestRows()).isEmpty();
        assertThat(alarms).isEmpty();
    }

    private static List<Bytes> rows(long index) {
        return IntStream.range(0, 3)
                .mapToObj(i -> Bytes.of("row " + i + " of " + index))
                .toList();
    }
}
