package org.tansiq.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            {"a":1,"a":1}               | a          | twice             | every field once
            {"b":0,"a":1,"\\u0061":2}   | a          | twice             | every field once
            {"a":{"b":1,"b":2}}         | a.b        | twice             | every field once
            {"a":[0,{"b":1,"b":2}]}     | a.[1].b    | twice             | every field once
            {"a":[0,{"b":1,"b":2}]      | a.[1].b    | twice             | every field once
            {"a":{"b":null}}            | a.b        | null              | an object, list, text, number, true or false
            [0,[null]]                  | [1].[0]    | null              | an object, list, text, number, true or false
            {"a":1} 2                   | ``         | 2                 | nothing behind the JSON
            ``                          | ``         | ``                | JSON
            {"a":1                      | ``         | line 1, column 7  | JSON
            {"a":tru}                   | ``         | line 1, column 6  | JSON
            {"a":[0,{"b":01}]}          | ``         | line 1, column 15 | JSON
            {"a":1} {                   | ``         | {                 | nothing behind the JSON
            {"a":"\\x"}                 | ``         | line 1, column 8  | JSON
            """)
    void whatIsRefusedIsToldInOurOwnWords(String text, String field, String value, String limit) {
        isTold(text, field, value, limit);
    }

    private static void isTold(String text, String field, String value, String limit) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Json.parse(Bytes.of(text)))
                .satisfies(bad -> {
                    assertThat(bad.field()).isEqualTo(field);
                    assertThat(bad.value()).isEqualTo(value);
                    assertThat(bad.limit()).isEqualTo(limit);
                });
    }

    @Test
    void aFaultBehindALineEndIsFound() {
        isTold("{\n\"a\":1,\n}", "", "line 3, column 1", "JSON");
    }

    @Test
    void limitsHold() {
        String deep = "[".repeat(Json.DEPTH_MAX) + "]".repeat(Json.DEPTH_MAX);
        assertThat(Json.parse(Bytes.of(deep)).text()).isEqualTo(deep);
        isTold("{\"a\":" + deep + "}", "a" + ".[0]".repeat(Json.DEPTH_MAX - 1), "17 deep", "at most 16 deep");
        isTold("[".repeat(100_000), "[0]" + ".[0]".repeat(Json.DEPTH_MAX - 1), "17 deep", "at most 16 deep");
        for (String start : List.of("9", "-", "0.", "1e-")) {
            String number = start + "9".repeat(Json.NUMBER_MAX - start.length());
            assertThat(Json.parse(Bytes.of(number))).isEqualTo(new Json.Digits(number));
            isTold("[" + number + "9]", "[0]", "31 characters", "at most 30 characters");
            isTold("[" + number + "9".repeat(5000) + "]", "[0]", "5030 characters", "at most 30 characters");
        }
        String text = "a".repeat(Json.TEXT_MAX);
        assertThat(Json.parse(Bytes.of("\"" + text + "\""))).isEqualTo(new Json.Text(text));
        isTold("{\"a\":\"" + text + "a\"}", "a", "1048577 characters", "at most 1048576 characters");
        isTold("{\"" + text + "a\":1}", "", "1048577 characters", "at most 1048576 characters");
    }

    /** Few names are told from each other in another way than many. */
    @Property(tries = 100)
    void everyFieldComesOnce(@ForAll @IntRange(min = 1, max = 40) int count, @ForAll @IntRange(max = 39) int again) {
        List<Json.Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) members.add(new Json.Member("n" + i, new Json.Truth(true)));
        Json.Fields once = new Json.Fields(members);
        assertThat(Json.parse(once.bytes())).isEqualTo(once);
        members.add(members.get(again % count));
        isTold(new Json.Fields(members).text(), "n" + again % count, "twice", "every field once");
    }

    /** A name for each number, and one hash for all of them where hashes are made in the usual way. */
    @Test
    void namesThatCouldBeHashedAlikeAreReadAsAllOthersAre() {
        List<Json.Member> members = new ArrayList<>();
        for (int i = 0; i < 1024; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 10; bit++) name.append((i >> bit & 1) == 0 ? "Ab" : "BA");
            members.add(new Json.Member(name.toString(), new Json.Truth(true)));
        }
        Json json = new Json.Fields(members);
        for (int i = 0; i < 3; i++) assertThat(Json.parse(json.bytes())).isEqualTo(json);
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
