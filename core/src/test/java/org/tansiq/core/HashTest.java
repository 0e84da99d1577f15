package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HashTest {
    private static final String ZEROES = "A".repeat(43) + "=";

    @Property(tries = 500)
    void briefIsTheFirstEightyBitsInBase32(@ForAll @Size(32) byte[] bytes) {
        BigInteger bits = new BigInteger(1, Arrays.copyOf(bytes, 10));
        StringBuilder brief = new StringBuilder();
        for (int digit = 15; digit >= 0; digit--) {
            int five = bits.shiftRight(digit * 5).intValue() & 31;
            brief.append((char) (five < 26 ? 'a' + five : '2' + five - 26));
        }
        assertThat(Hash.of(bytes).brief()).isEqualTo(brief.toString());
    }

    @Property(tries = 500)
    void aHashReadsBackAsWritten(@ForAll @Size(32) byte[] bytes) {
        Hash hash = Hash.of(bytes);
        assertThat(hash.bytes()).isEqualTo(bytes);
        assertThat(Hash.parse(hash.text())).contains(hash);
    }

    @Property(tries = 500)
    void hashesAreOrderedAsUnsignedBytes(@ForAll @Size(32) byte[] one, @ForAll @Size(32) byte[] other) {
        assertOrdered(one, other);
        byte[] late = one.clone();
        for (int i = 0; i < 32; i++) {
            late[31 - i] = other[31 - i];
            assertOrdered(one, late);
        }
    }

    private static void assertOrdered(byte[] one, byte[] other) {
        assertThat(Integer.signum(Hash.of(one).compareTo(Hash.of(other))))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(one, other)));
    }

    @Property(tries = 500)
    void onlyTheFirstEightyBitsMakeABrief(@ForAll @Size(32) byte[] bytes, @ForAll @Size(32) byte[] other) {
        for (int i = 0; i < 32; i++) {
            byte[] near = bytes.clone();
            near[i] ^= 1;
            Table<Hash, String> table =
                    Table.<Hash, String>empty().put(Hash.of(near), "near").put(Hash.of(other), "other");
            boolean read = Hash.of(near).brief().equals(Hash.of(bytes).brief());
            assertThat(read).isEqualTo(i >= 10);
            assertThat(Hash.of(bytes).briefIn(table))
                    .isEqualTo(
                            read || Hash.of(other).brief().equals(Hash.of(bytes).brief()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-=",
                "AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            })
    void noOtherSpellingIsRead(String text) {
        assertThat(Hash.parse(ZEROES)).contains(Hash.NONE);
        assertThat(Hash.parse(text)).isEmpty();
    }

    @Test
    void aHashHasThirtyTwoBytes() {
        assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
