package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

class SlotsTest {
    private static final Hash CHANCE = Draw.hash("chance");

    private static List<Bytes> contents(int count) {
        return IntStream.range(0, count).mapToObj(i -> Bytes.of("content " + i)).toList();
    }

    @Property(tries = 60)
    void everyPathLeadsToTheRoot(
            @ForAll("hashes") Hash chance, @ForAll @IntRange(min = 1, max = Slots.CONTENTS_MAX) int count) {
        List<Bytes> contents = contents(count);
        Slots slots = Slots.of(chance, contents);
        for (int i = 0; i < count; i++) {
            Slots.Path path = slots.path(i);
            assertThat(path.siblings()).hasSize(Slots.DEPTH);
            assertThat(Slots.rootOf(slots.slot(i), slots.salt(i), contents.get(i), path.siblings()))
                    .isEqualTo(slots.root());
        }
    }

    @Property(tries = 60)
    void slotsDiffer(@ForAll("hashes") Hash chance, @ForAll @IntRange(min = 1, max = Slots.CONTENTS_MAX) int count) {
        Slots slots = Slots.of(chance, contents(count));
        assertThat(IntStream.range(0, count).map(slots::slot).boxed().toList())
                .doesNotHaveDuplicates()
                .allMatch(slot -> slot >= 0 && slot < Slots.SLOTS);
        assertThat(IntStream.range(0, count).mapToObj(slots::salt).toList()).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<Hash> hashes() {
        return Draw.hashes();
    }

    @Test
    void anotherContentHasAnotherRoot() {
        Slots slots = Slots.of(CHANCE, contents(5));
        List<Bytes> contents = contents(5);
        for (int i = 0; i < 5; i++) {
            Bytes other = Bytes.of(contents.get(i).text() + " ");
            assertThat(slots.path(i).root(other)).isNotEqualTo(slots.root());
            assertThat(slots.path(i).root(contents.get((i + 1) % 5))).isNotEqualTo(slots.root());
        }
        assertThat(Slots.of(CHANCE, contents(6)).root()).isNotEqualTo(slots.root());
        assertThat(Slots.of(Draw.hash("other chance"), contents(5)).root()).isNotEqualTo(slots.root());
    }

    /** Where a content lies is drawn before and apart from what else there is. */
    @Test
    void whereAContentLiesDoesNotDependOnThoseAfterIt() {
        Slots few = Slots.of(CHANCE, contents(2));
        Slots many = Slots.of(CHANCE, contents(200));
        assertThat(many.slot(1)).isEqualTo(few.slot(1));
        assertThat(many.salt(1)).isEqualTo(few.salt(1));
    }

    /** All hashes of a path differ from all of another entry's: nothing stands for "empty". */
    @Test
    void emptySubtreesOfTwoEntriesShareNothing() {
        Slots one = Slots.of(CHANCE, contents(1));
        Slots two = Slots.of(Draw.hash("other chance"), contents(1));
        List<Hash> all = Stream.concat(one.path(0).siblings().stream(), two.path(0).siblings().stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates().hasSize(2 * Slots.DEPTH);
    }

    /** The formats as docs/formats.md has them, put together by hand for an entry with an outcome alone. */
    @Test
    void aTreeOfOneIsAsWrittenDown() {
        Bytes outcome = Bytes.of("outcome");
        Slots slots = Slots.of(CHANCE, List.of(outcome));
        int slot = (int) (new Hmac(CHANCE).of("slot", 0).first() >>> 54);
        Hash salt = new Hmac(CHANCE).of("salt", slot);
        Hash hash = Sha256.of(new byte[] {0}, salt.bytes(), outcome.copy());
        for (int level = 0; level < 10; level++) {
            int position = slot >> level;
            Hash empty = new Hmac(CHANCE).of("empty", level, position ^ 1);
            hash = position % 2 == 0
                    ? Sha256.of(new byte[] {1}, hash.bytes(), empty.bytes())
                    : Sha256.of(new byte[] {1}, empty.bytes(), hash.bytes());
        }
        assertThat(slots.slot(0)).isEqualTo(slot);
        assertThat(slots.salt(0)).isEqualTo(salt);
        assertThat(slots.root()).isEqualTo(hash);
        assertThat(Slots.causeSalt(CHANCE)).isEqualTo(new Hmac(CHANCE).of(new byte[] {'c', 'a', 'u', 's', 'e'}));
    }

    @Test
    void anEntryHasALimitOfContents() {
        assertThatThrownBy(() -> Slots.of(CHANCE, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Slots.of(CHANCE, contents(Slots.CONTENTS_MAX + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathOfAnotherFormIsRefused() {
        List<Hash> nine = Slots.of(CHANCE, contents(1)).path(0).siblings().subList(1, 10);
        Bytes content = Bytes.of("content 0");
        assertThatThrownBy(() -> Slots.rootOf(1, CHANCE, content, nine)).isInstanceOf(Malformed.class);
        List<Hash> ten = Slots.of(CHANCE, contents(1)).path(0).siblings();
        assertThatThrownBy(() -> Slots.rootOf(-1, CHANCE, content, ten)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Slots.rootOf(Slots.SLOTS, CHANCE, content, ten))
                .isInstanceOf(Malformed.class);
    }
}
