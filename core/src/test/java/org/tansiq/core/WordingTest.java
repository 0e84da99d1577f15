package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordingTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " \t", "a\nb", "a\u0007", "a\u202eb", "a\u2066b", "a\u2028b", "a\ud800b", "a\u0085"})
    void whatHidesOrTurnsWordsIsRefused(String text) {
        assertThatThrownBy(() -> Wording.line("name", text, 9))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("name");
    }

    /** A Persian name with a non-joiner, Arabic ones with marks of direction, and each such mark alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200cخواهم",
                "\u061cطائرة 7\u200f",
                "a\u200cb",
                "a\u200db",
                "a\u200eb",
                "a\u200fb",
                "a\u061cb"
            })
    void aLineKeepsWhatArabicNeedsByteForByte(String text) {
        assertThat(Wording.line("name", text, 20).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(new Names("en", text, "ru").ar()).isEqualTo(text);
        assertThat(Air.details(text).name()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0x1F, 0x7F, 0x80, 0x9F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xDFFF})
    void theEndsOfWhatIsRefusedAreNamedAndNotShown(int c) {
        String text = "a" + (char) c + "b".repeat(300);
        assertThatThrownBy(() -> new Names("en", "ar", text)).isInstanceOfSatisfying(Malformed.class, bad -> {
            assertThat(bad.field()).isEqualTo("ru");
            assertThat(bad.value()).isEqualTo(String.format(Locale.ROOT, "U+%04X", c));
            assertThat(bad.limit()).isEqualTo("no control or bidirectional override character");
        });
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x20, 0x7E, 0xA0, 0x061B, 0x061D, 0x200B, 0x2010, 0x2027, 0x202F, 0x2065, 0x206A, 0xD7FF, 0xE000})
    void theNeighboursOfWhatIsRefusedAreKept(int c) {
        String text = "a" + (char) c + "b";
        assertThat(Wording.line("name", text, 3)).isEqualTo(text);
    }

    @Test
    void aFaultShowsNothingThatTurnsTheLine() {
        Malformed bad = new Malformed("\u202efield", "a\u2066b\nc", "x");
        assertThat(bad.field()).isEqualTo("\ufffdfield");
        assertThat(bad.value()).isEqualTo("a\ufffdb\ufffdc");
    }

    @Test
    void lengthIsCountedInCharactersNotInHalves() {
        String four = "\ud83d\ude81".repeat(4);
        assertThat(Wording.line("name", four, 4)).isEqualTo(four);
        assertThatThrownBy(() -> Wording.line("name", four + "x", 4)).isInstanceOf(Malformed.class);
    }

    @Property(tries = 500)
    void aFaultIsTheSameTextOnceWritten(@ForAll String field, @ForAll String value) {
        String halves = value + "\ud83d\ude81".repeat(60) + value;
        for (Malformed bad : new Malformed[] {
            new Malformed(field, value, "x"),
            new Malformed(field, "x" + halves, "x"),
            new Malformed(halves, halves, "x")
        }) {
            assertSurvives(bad.field());
            assertSurvives(bad.value());
            assertSurvives(bad.within("outer").field());
        }
    }

    private static void assertSurvives(String text) {
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(Malformed.VALUE_MAX);
    }

    @Test
    void aFaultNamesTheWayToItsField() {
        Malformed bad = new Malformed("", "17", "at most 9").within("[3]").within("desks");
        assertThat(bad.field()).isEqualTo("desks.[3]");
        assertThat(bad).hasMessage("desks.[3] is 17, not at most 9");
        assertThat(new Malformed("f", "x".repeat(81), "").value()).isEqualTo("x".repeat(79) + "\u2026");
        assertThat(new Malformed("f", "x".repeat(80), "").value()).isEqualTo("x".repeat(80));
    }
}
