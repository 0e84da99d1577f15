package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Malformed;
import org.tansiq.core.VerifierKey;

class VKeyTest {
    /** The example of C2SP signed-note. */
    static final String EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @Test
    void theExampleOfTheSpecificationIsRead() {
        VerifierKey key = VKey.parse(EXAMPLE);
        assertThat(key.name()).isEqualTo("example.com/foo");
        assertThat(VKey.id(key)).isEqualTo(0x530d903a);
        assertThat(VKey.write(key)).isEqualTo(EXAMPLE);
    }

    @Property(tries = 100)
    void parseGivesWhatWasWritten(@ForAll("signers") Signer signer) {
        assertThat(VKey.parse(VKey.write(signer.key()))).isEqualTo(signer.key());
    }

    @Provide
    Arbitrary<Signer> signers() {
        return Draw.signers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k=",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k ",
                "example.com/foo+530d903a+!ekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> VKey.parse(text))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo("key"));
    }
}
