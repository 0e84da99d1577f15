package org.tansiq.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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

    @Test
    void aLineKeepsWhatArabicNeeds() {
        String text = "می\u200cخواهم\u200f";
        assertThat(Wording.line("name", text, 20)).isEqualTo(text);
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
