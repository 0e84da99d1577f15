package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Hash;

class PrimeOrderTest {
    private static final int TRIES = 4000;

    /** One in eight points has prime order: the oracle multiplies each by the order of the group. */
    @Test
    void holdsWhereTheOrderTakesItToNothing() {
        Random random = new Random(7);
        int prime = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] point = new byte[Hash.BYTES];
            random.nextBytes(point);
            if (!Ed25519.validatePublicKeyPartial(point, 0)) continue;
            boolean expected = Ed25519.validatePublicKeyFull(point, 0);
            assertThat(PrimeOrder.holds(point, 0))
                    .as(HexFormat.of().formatHex(point))
                    .isEqualTo(expected);
            if (expected) prime++;
        }
        assertThat(prime).isBetween(TRIES / 24, TRIES / 12);
    }

    @Test
    void holdsForEveryPublicKey() {
        for (int i = 0; i < 200; i++) {
            byte[] point = new byte[Hash.BYTES + 1];
            Ed25519.generatePublicKey(Draw.hash("seed " + i).bytes(), 0, point, 1);
            assertThat(PrimeOrder.holds(point, 1)).isTrue();
        }
    }

    /** The eight small points: 1, -1, and those of order 4 and 8. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
            })
    void smallPointsDoNotCount(String hex) {
        assertThat(PrimeOrder.holds(HexFormat.of().parseHex(hex), 0)).isFalse();
    }
}
