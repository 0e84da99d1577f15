package org.tansiq.wire;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON text: no null, every field once, and written in one way only, without spaces, fields in the order
 * given.
 */
public sealed interface Json {
    /** Objects and lists within each other. */
    int DEPTH_MAX = 16;
    /** Characters of a number, its sign, point and exponent among them. */
    int NUMBER_MAX = 30;
    /** Characters of a text, and of a field's name. */
    int TEXT_MAX = 1 << 20;
    /** Fields of an object of which each is held against each; more are sorted. */
    int FEW = 8;
    /** Characters of most texts, so that what they are put together in need not grow. */
    int ROOM = 1024;

    record Member(String name, Json value) {}

    record Fields(List<Member> members) implements Json {}

    record Items(List<Json> items) implements Json {}

    record Text(String value) implements Json {}

    /** A number as it stands in the text. */
    record Digits(String digits) implements Json {
        /** Without a fraction and without an exponent. */
        boolean isWhole() {
            for (int i = 0; i < digits.length(); i++) {
                char c = digits.charAt(i);
                if (c == '.' || c == 'e' || c == 'E') return false;
            }
            return true;
        }
    }

    record Truth(boolean value) implements Json {}

    /** A value whose text is known; reading gives none. */
    record Written(String value) implements Json {}

    /**
     * Knows the grammar alone. Every limit is checked here, so that what is refused, and in which words, is
     * the same with any version of the library; and names are not shared, since what a parser shares depends
     * on what was read before.
     */
    JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX + 1)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** The one JSON text that some bytes are. Throws {@link Malformed}, by the path to the fault. */
    static Json parse(Bytes bytes) {
        String text = bytes.text();
        if (!bytes.isUtf8(text)) throw new Malformed("", "bytes that are not UTF-8", "JSON in UTF-8");
        try (JsonParser from = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            from.nextToken();
            Json read = read(from, 0);
            if (from.nextToken() != null) throw new Malformed("", from.getString(), "nothing behind the JSON");
            return read;
        } catch (JacksonException bad) {
            throw new Malformed("", place(requireNonNullElse(bad.getLocation(), TokenStreamLocation.NA)), "JSON");
        }
    }

    private static String place(TokenStreamLocation at) {
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static Json read(JsonParser from, int depth) {
        return switch (from.currentToken()) {
            case START_OBJECT -> fields(from, deeper(depth));
            case START_ARRAY -> items(from, deeper(depth));
            case VALUE_STRING -> new Text(atMost(TEXT_MAX, from.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(atMost(NUMBER_MAX, from.getString()));
            case VALUE_TRUE -> new Truth(true);
            case VALUE_FALSE -> new Truth(false);
            case null -> throw new Malformed("", "", "JSON");
            default -> throw new Malformed("", from.getString(), "an object, list, text, number, true or false");
        };
    }

    private static int deeper(int depth) {
        if (depth == DEPTH_MAX) throw new Malformed("", depth + 1 + " deep", "at most " + DEPTH_MAX + " deep");
        return depth + 1;
    }

    private static String atMost(int most, String text) {
        if (text.length() > most)
            throw new Malformed("", text.length() + " characters", "at most " + most + " characters");
        return text;
    }

    private static Json fields(JsonParser from, int depth) {
        List<Member> members = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            String name = atMost(TEXT_MAX, from.currentName());
            from.nextToken();
            members.add(new Member(name, field(from, depth, name)));
        }
        checkOnce(members);
        return new Fields(members);
    }

    private static Json field(JsonParser from, int depth, String name) {
        try {
            return read(from, depth);
        } catch (Malformed bad) {
            throw bad.within(name);
        }
    }

    private static void checkOnce(List<Member> members) {
        if (members.size() > FEW) checkSorted(members);
        else
            for (int i = 1; i < members.size(); i++)
                for (int j = 0; j < i; j++)
                    if (members.get(i).name().equals(members.get(j).name())) throw twice(members.get(i));
    }

    private static void checkSorted(List<Member> members) {
        TreeSet<String> names = new TreeSet<>();
        for (Member member : members) if (!names.add(member.name())) throw twice(member);
    }

    private static Malformed twice(Member member) {
        return new Malformed(member.name(), "twice", "every field once");
    }

    private static Json items(JsonParser from, int depth) {
        List<Json> items = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) items.add(item(from, depth, items.size()));
        return new Items(items);
    }

    private static Json item(JsonParser from, int depth, int place) {
        try {
            return read(from, depth);
        } catch (Malformed bad) {
            throw bad.within("[" + place + "]");
        }
    }

    default Bytes bytes() {
        return Bytes.of(text());
    }

    default String text() {
        StringBuilder to = new StringBuilder(ROOM);
        write(to);
        return to.toString();
    }

    private void write(StringBuilder to) {
        switch (this) {
            case Fields fields -> write(to, fields);
            case Items items -> write(to, items);
            case Text text -> quote(to, text.value());
            case Digits number -> to.append(number.digits());
            case Truth truth -> to.append(truth.value());
            case Written written -> to.append(written.value());
        }
    }

    private static void write(StringBuilder to, Fields fields) {
        char before = '{';
        for (Member member : fields.members()) {
            quote(to.append(before), member.name());
            member.value().write(to.append(':'));
            before = ',';
        }
        to.append(fields.members().isEmpty() ? "{}" : "}");
    }

    private static void write(StringBuilder to, Items items) {
        char before = '[';
        for (Json item : items.items()) {
            item.write(to.append(before));
            before = ',';
        }
        to.append(items.items().isEmpty() ? "[]" : "]");
    }

    private static void quote(StringBuilder to, String text) {
        to.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\') continue;
            to.append(text, plain, i);
            escape(to, c);
            plain = i + 1;
        }
        to.append(text, plain, text.length()).append('"');
    }

    private static void escape(StringBuilder to, char c) {
        switch (c) {
            case '"' -> to.append("\\\"");
            case '\\' -> to.append("\\\\");
            case '\n' -> to.append("\\n");
            default -> to.append("\\u00").append(c < 0x10 ? '0' : '1').append("0123456789abcdef".charAt(c & 15));
        }
    }
}
