package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Note;

class NoteTextTest {
    private final Scheme scheme = new Ed25519();
    private final SignedNote signed = NoteText.sign(Draw.draft(), Draw.SIGNER);

    @Property
    void readingGivesWhatWasWritten(@ForAll("drafts") Draft draft) {
        Bytes text = NoteText.write(draft);
        Note note = NoteText.read(text);
        assertThat(note).isEqualTo(draft.note(Sha256.of(text)));
        assertThat(note.type()).isEqualTo(draft.type());
    }

    @Property(tries = 50)
    void openingGivesWhatWasSigned(@ForAll("drafts") Draft draft) {
        SignedNote made = NoteText.sign(draft, Draw.SIGNER);
        assertThat(NoteText.open(made.raw(), scheme)).isEqualTo(made);
    }

    @Provide
    Arbitrary<Draft> drafts() {
        return Draw.drafts();
    }

    /** Every bit of every byte turned, and every byte left out or said twice. */
    @Test
    void oneOtherByteIsRefused() {
        byte[] raw = signed.raw().copy();
        for (int at = 0; at < raw.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] other = raw.clone();
                other[at] ^= (byte) (1 << bit);
                refused(other, at);
            }
            refused(with(raw, at, 0), at);
            refused(with(raw, at, 2), at);
        }
    }

    private void refused(byte[] raw, int at) {
        assertThatThrownBy(() -> NoteText.open(Bytes.of(raw), scheme))
                .as("byte %d", at)
                .isInstanceOf(Malformed.class);
    }

    private static byte[] with(byte[] raw, int at, int times) {
        byte[] other = Arrays.copyOf(raw, raw.length - 1 + times);
        System.arraycopy(raw, at + 1, other, at + times, raw.length - at - 1);
        if (times == 2) other[at + 1] = raw[at];
        return other;
    }

    /** Each is refused for its form: even signed by the key's own holder. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "tansiq-note/v1|tansiq-note/v2",
                "tansiq-note/v1|\ufefftansiq-note/v1",
                "\\ntheatre|\\n\\ntheatre",
                "theatre |theatre  ",
                "theatre |Theatre ",
                "\\nkey |\\nkey\\u00a0",
                "+46b688ea+|+46B688EA+",
                "+46b688ea+|+46b688eb+",
                "\\nkey TEST-a/desk|\\nkey TEST-a/dusk",
                "seq 12|seq 012",
                "seq 12|seq +12",
                "seq 12|seq -12",
                "seq 12|seq 12 ",
                "seq 12|seq 0xC",
                "seq 12|seq 12.0",
                "seq 12|seq \\u0661\\u0662",
                "seq 12|seq 9223372036854775808",
                "seq 12|seq ",
                "seq 12\\n|",
                "seq 12\\n|seq 12\\nseq 12\\n",
                "05.123456Z|05.12345Z",
                "05.123456Z|05.123456+00:00",
                "type party.desk|type party",
                "type party.desk|type Party.desk",
                "type party.desk|type party..desk",
                "type party.desk|type party.desk2",
                "type party.desk|type party.deskxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "status actual|status Actual",
                "status actual|status draft",
                "status actual|status\\u0009actual",
                "status actual\\n|status actual\\r\\n",
                "=\\ndetails|\\ndetails",
                "=\\ndetails|=\\r\\ndetails",
            })
    void anotherSpellingIsRefused(String said, String instead) {
        String text = NoteText.write(Draw.draft()).text();
        String from = said.translateEscapes();
        String to = instead == null ? "" : unescape(instead);
        assertThat(text).contains(from);
        assertThatThrownBy(() -> NoteText.open(sign(text.replace(from, to)), scheme))
                .isInstanceOf(Malformed.class);
    }

    /** The last letter of 44 holds two bits that mean nothing: only zeros are read. */
    @Test
    void hashesHaveOneSpelling() {
        String details = Draw.draft().details().text();
        String stem = details.substring(0, 42);
        char last = details.charAt(42);
        String text = NoteText.write(Draw.draft()).text();
        for (String other : List.of(stem + (char) (last + 1) + "=", stem + last, stem + last + "==", stem + "=="))
            assertThatThrownBy(() -> NoteText.read(Bytes.of(text.replace(details, other))))
                    .isInstanceOfSatisfying(
                            Malformed.class, e -> assertThat(e.field()).isEqualTo("details"));
    }

    private static String unescape(String text) {
        String marked = text;
        for (int at = marked.indexOf("\\u"); at >= 0; at = marked.indexOf("\\u"))
            marked = marked.substring(0, at)
                    + (char) Integer.parseInt(marked.substring(at + 2, at + 6), 16)
                    + marked.substring(at + 6);
        return marked.translateEscapes();
    }

    private static Bytes sign(String text) {
        byte[] signature = Draw.SIGNER.sign(Bytes.of(text));
        String line = "\u2014 TEST-a/desk " + Base64Text.write(with(signature));
        return Bytes.of(text + "\n" + line + "\n");
    }

    private static byte[] with(byte[] signature) {
        return ByteBuffer.allocate(4 + signature.length)
                .putInt(VKey.id(Draw.SIGNER.key()))
                .put(signature)
                .array();
    }

    @Test
    void theSignerOfOtherSpellingsSignsTheRightOneWell() {
        assertThat(sign(NoteText.write(Draw.draft()).text())).isEqualTo(signed.raw());
    }

    @Test
    void linesInAnotherOrderAreRefused() {
        List<String> lines = NoteText.write(Draw.draft()).text().lines().toList();
        for (int at = 1; at < lines.size(); at++) {
            String[] swapped = lines.toArray(String[]::new);
            swapped[at - 1] = lines.get(at);
            swapped[at] = lines.get(at - 1);
            String text = String.join("\n", swapped) + "\n";
            assertThatThrownBy(() -> NoteText.read(Bytes.of(text))).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void oneSignatureAndNoMore() {
        String raw = signed.raw().text();
        String line = raw.substring(raw.indexOf('\u2014'));
        names("signature", Bytes.of(raw + line));
        names("signature", Bytes.of(raw.substring(0, raw.indexOf('\u2014'))));
    }

    @Test
    void theSignatureIsTheNamedKeysAndNoOthers() {
        Signer other = Ed25519.signer("TEST-a/desk", Draw.hash("other").bytes());
        String raw = signed.raw().text();
        String theirs = NoteText.sign(with(other), other).raw().text();
        String text = raw.substring(0, raw.indexOf('\u2014'));
        names("signature", Bytes.of(text + theirs.substring(theirs.indexOf('\u2014'))));
        names("signature", Bytes.of(raw.replace("\u2014 TEST-a/desk", "\u2014 TEST-b/desk")));
    }

    private static Draft with(Signer signer) {
        Draft d = Draw.draft();
        return new Draft(
                d.theatre(), signer.key(), 12, d.prev(), d.time(), d.type(), d.status(), d.envelope(), d.details());
    }

    @Test
    void aFailedSignatureIsNamed() {
        names("signature", Bytes.of(signed.raw().text().replace("seq 12", "seq 13")));
        names("note", Bytes.of("x".repeat(NoteText.NOTE_MAX + 1)));
    }

    private void names(String field, Bytes raw) {
        assertThatThrownBy(() -> NoteText.open(raw, scheme))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void theSchemeIsAsked() {
        Scheme none = (key, message, signature) -> false;
        assertThatThrownBy(() -> NoteText.open(signed.raw(), none)).isInstanceOf(Malformed.class);
        Scheme all = (key, message, signature) ->
                message.equals(NoteText.write(Draw.draft())) && key.equals(Draw.SIGNER.key());
        assertThat(NoteText.open(signed.raw(), all)).isEqualTo(signed);
    }

    @Test
    void nobodySignsUnderTheKeyOfAnother() {
        Signer other = Ed25519.signer("TEST-b", Draw.hash("b").bytes());
        assertThatThrownBy(() -> NoteText.sign(Draw.draft(), other)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "party", "party.", ".desk", "party.desk_2", "a.bcdefghijklmnopqrstuvwxyzabcdefghijklmno"})
    void aDraftWithoutARightTypeIsNotMade(String type) {
        Draft d = Draw.draft();
        assertThatThrownBy(() ->
                        new Draft(Hash.NONE, d.key(), 0, Hash.NONE, 0, type, d.status(), d.envelope(), d.details()))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo("type"));
    }
}
