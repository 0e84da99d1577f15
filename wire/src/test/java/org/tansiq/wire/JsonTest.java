package org.tansiq.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;

final class JsonTest {
    private static final int DEPTH = 6;

    private static void refused(Bytes text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Json.parse(text));
    }

    @Property
    void parsingGivesWhatWasWritten(@ForAll long seed) {
        Json json = any(new SplittableRandom(seed), DEPTH);
        assertThat(Json.parse(json.bytes())).isEqualTo(json);
        assertThat(Json.parse(json.bytes()).bytes()).isEqualTo(json.bytes());
    }

    private static Json any(SplittableRandom dice, int depth) {
        return switch (dice.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> new Json.Text(text(dice));
            case 1 -> new Json.Digits(dice.nextBoolean() ? "" + dice.nextLong() : dice.nextInt(99) + ".5e-3");
            case 2 -> new Json.Truth(dice.nextBoolean());
            case 3 -> {
                List<Json> items = new ArrayList<>();
                for (int i = dice.nextInt(4); i > 0; i--) items.add(any(dice, depth - 1));
                yield new Json.Items(items);
            }
            default -> {
                List<Json.Member> members = new ArrayList<>();
                for (int i = dice.nextInt(4); i > 0; i--)
                    members.add(new Json.Member(i + text(dice), any(dice, depth - 1)));
                yield new Json.Fields(members);
            }
        };
    }

    /** Any character there is, those below a space and U+FFFD itself among them. */
    private static String text(SplittableRandom dice) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.nextInt(8); i > 0; i--) {
            int c = dice.nextInt(4) == 0 ? dice.nextInt(0x10FFFF) : dice.nextInt(0x100);
            text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[null]",
                "{\"a\":null}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":1} {",
                "1 2",
                "[1,]",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "[01]",
                "[+1]",
                "[.5]",
                "[NaN]",
                "// 1\n1",
                "\"a\nb\"",
                "\"\\x\"",
                "tru",
                "[1",
                "\"a"
            })
    void whatIsNotStrictJsonIsRefused(String text) {
        refused(Bytes.of(text));
    }

    @Test
    void limitsHold() {
        String deep = "[".repeat(Json.DEPTH_MAX) + "]".repeat(Json.DEPTH_MAX);
        assertThat(Json.parse(Bytes.of(deep)).text()).isEqualTo(deep);
        refused(Bytes.of("[" + deep + "]"));
        String digits = "9".repeat(Json.NUMBER_MAX);
        assertThat(Json.parse(Bytes.of(digits))).isEqualTo(new Json.Digits(digits));
        refused(Bytes.of(digits + "9"));
        refused(Bytes.of("\"" + "a".repeat(Json.TEXT_MAX + 1) + "\""));
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedAndTheReplacementCharacterIsNot() {
        refused(Bytes.of(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}));
        refused(Bytes.of(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}));
        refused(Bytes.of(new byte[] {'"', (byte) 0xE2, (byte) 0x82, '"'}));
        byte[] replaced = "\"\uFFFD\"".getBytes(StandardCharsets.UTF_8);
        assertThat(Json.parse(Bytes.of(replaced))).isEqualTo(new Json.Text("\uFFFD"));
    }
}
