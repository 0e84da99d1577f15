package org.tansiq.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;

class SignedTextTest {
    private static final int MAX = 1 << 16;

    /** The example of C2SP signed-note. */
    private static final String EXAMPLE = "This is an example message.\n\n\u2014 example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    @Test
    void theExampleOfTheSpecificationVerifies() {
        SignedText signed = SignedText.parse(Bytes.of(EXAMPLE), MAX);
        SignedText.Line line = signed.lines().getFirst();
        assertThat(signed.text().text()).isEqualTo("This is an example message.\n");
        assertThat(line.name()).isEqualTo("example.com/foo");
        assertThat(line.id()).isEqualTo(0x530d903a);
        assertThat(new Ed25519()
                        .verify(
                                VKey.parse(VKeyTest.EXAMPLE),
                                signed.text(),
                                line.signature().copy()))
                .isTrue();
        assertThat(signed.write()).isEqualTo(Bytes.of(EXAMPLE));
    }

    @Property
    void parseGivesWhatWasWritten(@ForAll("signed") SignedText signed) {
        assertThat(SignedText.parse(signed.write(), MAX)).isEqualTo(signed);
    }

    @Provide
    Arbitrary<SignedText> signed() {
        Arbitrary<Bytes> texts = Arbitraries.strings()
                .withChars("a\n\u2014 +\u0627\u0444")
                .ofMaxLength(40)
                .map(s -> Bytes.of(s + "\n"));
        Arbitrary<SignedText.Line> lines = Combinators.combine(
                        Arbitraries.of("a", "example.com/foo", "\u0444"),
                        Arbitraries.integers(),
                        Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(80))
                .as((name, id, bytes) -> new SignedText.Line(name, id, Bytes.of(bytes)));
        return Combinators.combine(texts, lines.list().ofMinSize(1).ofMaxSize(SignedText.LINES_MAX))
                .as(SignedText::new);
    }

    @Test
    void theTextEndsAtTheLastBlankLine() {
        Bytes text = Bytes.of("a\n\n\u2014 a AAAAAAA=\n\n");
        SignedText signed = new SignedText(text, List.of(new SignedText.Line("a", 7, Bytes.of("s"))));
        assertThat(SignedText.parse(signed.write(), MAX).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\u2014 a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA=",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n\u2014 a AAAAAAA\n",
                "text\n\n\u2014 a AAAAAAA==\n",
                "text\n\n\u2014 a AAAA-AA=\n",
                "text\n\n\u2014 a  AAAAAAA=\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAA=\n",
                "text\n\n\u2014a AAAAAAA=\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA= \n",
                "text\n\n\u2014 a AAAAAAA=\n\n",
                "text\r\n\n\u2014 a AAAAAAA=\n",
                "te\txt\n\n\u2014 a AAAAAAA=\n",
                "te\u0000xt\n\n\u2014 a AAAAAAA=\n"
            })
    void whatIsNoSignedTextIsRefused(String raw) {
        assertThatThrownBy(() -> SignedText.parse(Bytes.of(raw), MAX)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00c0\u00af", "\u00e0\u0080\u00af", "\u00ed\u00a0\u0080", "\u00e2\u0080", "\u00ff", "\u0080"})
    void faultyUtf8IsRefused(String latin) {
        byte[] raw = (latin + "\n\n? a AAAAAAA=\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> SignedText.parse(Bytes.of(raw), MAX)).hasMessageContaining("UTF-8");
    }

    @Test
    void tooManyBytesAndTooManySignaturesAreRefused() {
        Bytes example = Bytes.of(EXAMPLE);
        assertThat(SignedText.parse(example, example.size()).lines()).hasSize(1);
        assertThatThrownBy(() -> SignedText.parse(example, example.size() - 1)).isInstanceOf(Malformed.class);
        String line = "\u2014 a AAAAAAA=\n";
        assertThat(SignedText.parse(Bytes.of("a\n\n" + line.repeat(SignedText.LINES_MAX)), MAX)
                        .lines())
                .hasSize(SignedText.LINES_MAX);
        assertThatThrownBy(() -> SignedText.parse(Bytes.of("a\n\n" + line.repeat(SignedText.LINES_MAX + 1)), MAX))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aTextThatCannotBeReadBackIsNotMade() {
        List<SignedText.Line> one = List.of(new SignedText.Line("a", 1, Bytes.of("s")));
        assertThatThrownBy(() -> new SignedText(Bytes.of("no newline"), one)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new SignedText(Bytes.of("a\n"), List.of())).isInstanceOf(Malformed.class);
        List<SignedText.Line> many = Collections.nCopies(SignedText.LINES_MAX + 1, one.getFirst());
        assertThatThrownBy(() -> new SignedText(Bytes.of("a\n"), many)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new SignedText.Line("a", 1, Bytes.NONE)).isInstanceOf(Malformed.class);
    }
}
