package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;

class TornNotesTest {
    private static final byte[] NOTE =
            NoteText.sign(Draw.draft(), Draw.SIGNER).raw().copy();

    @Test
    void wholeNotesAreCountedWhereverTheyLie() {
        assertThat(count(NOTE)).isEqualTo(1);
        assertThat(count(join(new byte[] {7, 0, -1}, NOTE, NOTE, new byte[] {'t', 'a'}, NOTE, new byte[9])))
                .isEqualTo(3);
        assertThat(count(new byte[0])).isZero();
        assertThat(count(Bytes.of("tansiq-note/v1\n".repeat(20)).copy())).isZero();
        assertThat(count(join(Bytes.of("tansiq-note/v1\n").copy(), NOTE))).isEqualTo(1);
    }

    @Test
    void aNoteThatIsCutOffIsNotCounted() {
        for (int length = 0; length < NOTE.length; length++) {
            assertThat(count(Arrays.copyOf(NOTE, length))).isZero();
            assertThat(count(Arrays.copyOfRange(NOTE, NOTE.length - length, NOTE.length)))
                    .isZero();
        }
    }

    @Property(tries = 200)
    void anyBytesAreCounted(@ForAll byte[] before, @ForAll byte[] after, @ForAll @IntRange(max = 3) int notes) {
        byte[] all = before;
        for (int i = 0; i < notes; i++) all = join(all, NOTE, after);
        assertThat(count(all)).isEqualTo(notes);
    }

    @Property(tries = 50)
    void otherNotesAreCountedToo(@ForAll("drafts") Draft draft) {
        assertThat(count(NoteText.sign(draft, Draw.SIGNER).raw().copy())).isEqualTo(1);
    }

    @Provide
    Arbitrary<Draft> drafts() {
        return Draw.drafts();
    }

    @Test
    void aPartOfABufferIsLookedAtAndLeftAsItWas() {
        ByteBuffer all =
                ByteBuffer.wrap(join(NOTE, NOTE, NOTE)).position(NOTE.length).limit(2 * NOTE.length);
        assertThat(NoteText.count(all)).isEqualTo(1);
        assertThat(all.position()).isEqualTo(NOTE.length);
        assertThat(NoteText.count(all.limit(2 * NOTE.length - 1))).isZero();
    }

    private static long count(byte[] torn) {
        return NoteText.count(ByteBuffer.wrap(torn));
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all =
                ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        for (byte[] part : parts) all.put(part);
        return all.array();
    }
}
