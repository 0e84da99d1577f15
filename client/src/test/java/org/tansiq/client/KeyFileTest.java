package org.tansiq.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.Ed25519;
import org.tansiq.ledger.VKey;

final class KeyFileTest {
    private static final String NAME = "TEST-a/head";
    private static final char[] NONE = {};
    private static final char[] PASSPHRASE = "ضوء القمر, moonlight, лунный свет".toCharArray();
    private static final Bytes TEXT = Bytes.of("some text\n");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("head.key");
    }

    private VerifierKey make(char[] passphrase) throws IOException {
        return KeyFile.make(file(), NAME, passphrase, new SecureRandom());
    }

    private static void refused(String field, Path file, char[] passphrase) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> KeyFile.read(file).open(passphrase))
                .satisfies(bad -> assertThat(bad.field()).isEqualTo(field));
    }

    private void replace(String what, String by) throws IOException {
        String text = Files.readString(file());
        assertThat(text).contains(what);
        Files.writeString(file(), text.replace(what, by));
    }

    @Test
    void whatTheFileSignsItsKeyVerifies() throws IOException {
        VerifierKey key = make(NONE);
        KeyFile file = KeyFile.read(file());
        assertThat(file.key()).isEqualTo(key);
        assertThat(file.sealed()).isFalse();
        assertThat(new Ed25519().verify(key, TEXT, file.open(NONE).sign(TEXT))).isTrue();
    }

    @Test
    void aSealedSeedOpensWithItsPassphraseAlone() throws IOException {
        VerifierKey key = make(PASSPHRASE);
        KeyFile file = KeyFile.read(file());
        assertThat(file.sealed()).isTrue();
        assertThat(new Ed25519().verify(key, TEXT, file.open(PASSPHRASE).sign(TEXT)))
                .isTrue();
        refused("passphrase", file(), "moonlight".toCharArray());
        refused("passphrase", file(), NONE);
    }

    @Test
    void twoKeysOfOneNameAndOnePassphraseHaveNothingInCommon() throws IOException {
        make(PASSPHRASE);
        Path other = folder.resolve("other.key");
        KeyFile.make(other, NAME, PASSPHRASE, new SecureRandom());
        String[] one = Files.readString(file()).split("\\s", -1);
        String[] two = Files.readString(other).split("\\s", -1);
        assertThat(one).hasSize(two.length).hasSize(8);
        for (int i : new int[] {2, 4, 5, 6}) assertThat(one[i]).isNotEqualTo(two[i]);
    }

    @Test
    void aDamagedFileSignsNothing() throws IOException {
        VerifierKey key = make(PASSPHRASE);
        String[] sealed = Files.readAllLines(file()).get(2).split(" ", -1);
        char first = sealed[3].charAt(0);
        replace(sealed[3], (first == 'A' ? 'B' : 'A') + sealed[3].substring(1));
        refused("passphrase", file(), PASSPHRASE);
        replace("scrypt", "bcrypt");
        refused("key file", file(), PASSPHRASE);
        Files.delete(file());
        VerifierKey other = make(NONE);
        replace(VKey.write(other), VKey.write(key));
        refused("seed", file(), NONE);
    }

    @Test
    void aFileIsForItsOwnerAloneAndIsNeverWrittenOver() throws IOException {
        VerifierKey key = make(NONE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> make(NONE)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(KeyFile.read(file()).key()).isEqualTo(key);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        refused("rights", file(), NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tansiq-key/v1\n", "tansiq-key/v2\nkey a\nseed b\n", "tansiq-key/v1\na\nb\nc\n"})
    void whatIsNoKeyFileIsRefused(String text) throws IOException {
        make(NONE);
        Files.writeString(file(), text);
        refused("key file", file(), NONE);
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        make(NONE);
        Files.writeString(file(), "k".repeat(5000));
        refused("key file", file(), NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a+b", "اسم"})
    void aNameThatNoNoteCouldCarryIsRefused(String name) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> KeyFile.make(file(), name, NONE, new SecureRandom()))
                .satisfies(bad -> assertThat(bad.field()).isEqualTo("name"));
        assertThat(file()).doesNotExist();
    }
}
