package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.VerifierKey;

class Ed25519Test {
    private static final Bytes MESSAGE = Bytes.of("a message\n");
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final Ed25519 scheme = new Ed25519();

    /** RFC 8032, section 7.1, test 2. */
    @Test
    void signsAsTheStandardSays() {
        Signer signer = Ed25519.signer("rfc", hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        byte[] signature = hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        Bytes message = Bytes.of(new byte[] {0x72});
        assertThat(signer.key().point().bytes())
                .isEqualTo(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        assertThat(signer.sign(message)).isEqualTo(signature);
        assertThat(scheme.verify(signer.key(), message, signature)).isTrue();
    }

    @Property(tries = 50)
    void whatWasSignedVerifiesAndNothingElse(@ForAll("signers") Signer signer, @ForAll byte[] message) {
        byte[] signature = signer.sign(Bytes.of(message));
        assertThat(scheme.verify(signer.key(), Bytes.of(message), signature)).isTrue();
        byte[] longer = Arrays.copyOf(message, message.length + 1);
        assertThat(scheme.verify(signer.key(), Bytes.of(longer), signature)).isFalse();
        assertThat(scheme.verify(Draw.SIGNER.key(), Bytes.of(message), signature))
                .isFalse();
    }

    @Provide
    Arbitrary<Signer> signers() {
        return Draw.signers();
    }

    @Test
    void everyOtherBitIsRefused() {
        byte[] signature = Draw.SIGNER.sign(MESSAGE);
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] other = signature.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifies(other)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void anotherLengthIsRefused() {
        byte[] signature = Draw.SIGNER.sign(MESSAGE);
        for (int length : new int[] {0, 32, 63, 65, 128})
            assertThat(verifies(Arrays.copyOf(signature, length))).isFalse();
    }

    @Test
    void aNumberAtOrOverTheOrderIsRefused() {
        byte[] signature = Draw.SIGNER.sign(MESSAGE);
        BigInteger s = little(signature, 32);
        for (BigInteger same = s.add(ORDER); same.bitLength() <= 256; same = same.add(ORDER)) {
            byte[] other = signature.clone();
            for (int i = 0; i < 32; i++) other[32 + i] = same.shiftRight(8 * i).byteValue();
            assertThat(verifies(other)).isFalse();
        }
    }

    private static BigInteger little(byte[] bytes, int from) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 31; i >= 0; i--) number = number.shiftLeft(8).or(BigInteger.valueOf(bytes[from + i] & 0xff));
        return number;
    }

    /**
     * R is off by a point of order 8, 4 and 2: 8(S B - h A - R) is nothing, S B - h A - R is not. Made with
     * the seed of {@link Draw#SIGNER} for the message "m0".
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "61e4b00d4f7086da84938e2226cbae76792f895d3a8b0eada47882ee67a35c5b"
                        + "d92986f3fc44940a2dab14fbf78f7065e20adb38aa9dad79d70aad0cac52ea06",
                "7ed46ecef89f9387658e85a9b62d454f6dcbe3637d28bd3f78d1d29dd5d11137"
                        + "3aa64c88c6a8334e2455da967e4415ecb220bddf8b5a7125dc821b09bc562106",
                "b9e14903f1c47f07aa87035885b1205fce5ad13f3928b15f671b81b6affb4587"
                        + "eca6e1d513d9b91dbea637a4c9fad458ee0567ba82b444ed9497054b390f4d0d"
            })
    void aPointThatIsOffByASmallOneIsRefused(String hex) {
        byte[] signature = hex(hex);
        byte[] key = Draw.SIGNER.key().point().bytes();
        byte[] message = {'m', '0'};
        assertThat(org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signature, 0, key, 0, message, 0, 2))
                .isTrue();
        assertThat(scheme.verify(Draw.SIGNER.key(), Bytes.of(message), signature))
                .isFalse();
    }

    /** With a small key R = S B verifies any message for one hash in eight; such keys never verify. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0100000000000000000000000000000000000000000000000000000000000080"
            })
    void aSmallKeyIsRefused(String hex) {
        VerifierKey key = new VerifierKey("TEST-small", Hash.of(hex(hex)));
        byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
        signature[0] = 1; // R is the neutral point, S is 0.
        for (int i = 0; i < 32; i++)
            assertThat(scheme.verify(key, Bytes.of("m" + i), signature)).isFalse();
    }

    @Property(tries = 300)
    void anyBytesAreAnswered(@ForAll("points") Hash point, @ForAll @Size(Ed25519.SIGNATURE_BYTES) byte[] signature) {
        assertThat(scheme.verify(new VerifierKey("TEST-any", point), MESSAGE, signature))
                .isFalse();
    }

    @Provide
    Arbitrary<Hash> points() {
        return Draw.hashes();
    }

    @Test
    void keysAreKeptUpToTheLimit() {
        Ed25519 small = new Ed25519(2);
        for (int round = 0; round < 2; round++)
            for (int i = 0; i < 5; i++) {
                Signer signer =
                        Ed25519.signer("TEST-" + i, Draw.hash("seed " + i).bytes());
                assertThat(small.verify(signer.key(), MESSAGE, signer.sign(MESSAGE)))
                        .isTrue();
                assertThat(small.kept()).isBetween(1, 2);
            }
    }

    @Test
    void aKeyThatVerifiedNothingIsNotKept() {
        Ed25519 fresh = new Ed25519();
        fresh.verify(Draw.SIGNER.key(), MESSAGE, new byte[Ed25519.SIGNATURE_BYTES]);
        assertThat(fresh.kept()).isZero();
    }

    @Test
    void aSeedOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Ed25519.signer("TEST-a", new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private boolean verifies(byte[] signature) {
        return scheme.verify(Draw.SIGNER.key(), MESSAGE, signature);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
