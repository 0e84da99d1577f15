package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;

class LoginTextTest {
    private static final Scheme SCHEME = new Ed25519();

    @Property(tries = 50)
    void openingGivesWhatWasSigned(
            @ForAll("hashes") Hash theatre, @ForAll("hashes") Hash challenge, @ForAll("signers") Signer signer) {
        Bytes raw = LoginText.sign(theatre, challenge, signer);
        assertThat(LoginText.open(raw, SCHEME)).isEqualTo(new LoginText(theatre, signer.key(), challenge));
    }

    @Provide
    Arbitrary<Hash> hashes() {
        return Draw.hashes();
    }

    @Provide
    Arbitrary<Signer> signers() {
        return Draw.signers();
    }

    @Test
    void aNoteIsNoLogin() {
        Bytes note = NoteText.sign(Draw.draft(), Draw.SIGNER).raw();
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> LoginText.open(note, SCHEME));
        Bytes login = LoginText.sign(Draw.hash("theatre"), Draw.hash("challenge"), Draw.SIGNER);
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> NoteText.open(login, SCHEME));
    }

    @Test
    void oneOtherByteIsRefused() {
        byte[] raw = LoginText.sign(Draw.hash("theatre"), Draw.hash("challenge"), Draw.SIGNER)
                .copy();
        for (int at = 0; at < raw.length; at++) {
            byte[] other = raw.clone();
            other[at] ^= 1;
            assertThatExceptionOfType(Malformed.class)
                    .as("byte " + at)
                    .isThrownBy(() -> LoginText.open(Bytes.of(other), SCHEME));
        }
    }
}
