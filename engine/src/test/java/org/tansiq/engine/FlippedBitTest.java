package org.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Any bit of a journal of three frames changed: doubt, a torn last frame, or one lost body; never other
 * content.
 */
final class FlippedBitTest {
    private static final int ENTRIES = 6;
    private final byte[] three = Entries.journal(2, 1, 3);
    private final int second = Entries.journal(2).length;
    private final int third = Entries.journal(2, 1).length;

    @Test
    void noBitChangesUnseen() throws IOException {
        for (int bit = 0; bit < three.length * Byte.SIZE; bit++) {
            byte[] flipped = three.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            seen(bit / Byte.SIZE, MemoryDisk.with(FileJournal.NAME, flipped));
        }
    }

    private void seen(int at, MemoryDisk disk) throws IOException {
        try (FileJournal journal = FileJournal.open(disk, 3, _ -> 0)) {
            if (at >= third) torn(journal);
            else lost(journal, at);
        } catch (JournalDoubt _) {
            assertThat(at).isLessThan(third);
            assertThat(inBody(at)).isFalse();
            assertThat(disk.changes).isZero();
        }
    }

    private void torn(FileJournal journal) {
        assertThat(journal.torn()).contains(new Torn("torn/" + third + "-0", three.length - third, 0));
        Entries.holds(journal, 3);
    }

    /** A body of an older frame is looked at when it is read, or sooner where that is asked for. */
    private void lost(FileJournal journal, int at) {
        assertThat(inBody(at)).isTrue();
        List<Long> lost = LongStream.range(0, ENTRIES)
                .boxed()
                .filter(i -> lost(journal, i))
                .toList();
        assertThat(lost).containsExactly(at >= second ? 2L : at >= second - lengthOf(1) ? 1L : 0L);
        assertThatThrownBy(() -> journal.frame(lost.getFirst()))
                .isInstanceOfSatisfying(
                        BodyLost.class, body -> assertThat(body.index()).isEqualTo(lost.getFirst()));
    }

    private static boolean lost(FileJournal journal, long index) {
        try {
            assertThat(journal.read(index)).isEqualTo(Entries.batch(index, 1).getFirst());
            return false;
        } catch (BodyLost body) {
            assertThat(body.index()).isEqualTo(index);
            return true;
        }
    }

    private boolean inBody(int at) {
        boolean first = at >= second - lengthOf(0) - lengthOf(1) && at < second;
        return first || (at >= third - lengthOf(2) && at < third);
    }

    private static int lengthOf(long index) {
        return Entries.batch(index, 1).getFirst().body().size();
    }
}
