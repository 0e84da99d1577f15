package org.tansiq.wire;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON text: no null, every field once, and written in one way only, without spaces, fields in the order
 * given.
 */
public sealed interface Json {
    int DEPTH_MAX = 16;
    int NUMBER_MAX = 30;
    int TEXT_MAX = 1 << 20;
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

    JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_MAX)
                    .maxStringLength(TEXT_MAX)
                    .build())
            .build();

    /** The one JSON text that some bytes are. */
    static Json parse(Bytes bytes) {
        String text = bytes.text();
        if (!bytes.isUtf8(text)) throw new Malformed("", "bytes that are not UTF-8", "JSON in UTF-8");
        try (JsonParser from = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            from.nextToken();
            Json read = read(from);
            if (from.nextToken() != null) throw new Malformed("", from.getString(), "nothing behind the JSON");
            return read;
        } catch (JacksonException bad) {
            throw new Malformed("", bad.getOriginalMessage(), "JSON");
        }
    }

    private static Json read(JsonParser from) {
        return switch (from.currentToken()) {
            case START_OBJECT -> fields(from);
            case START_ARRAY -> items(from);
            case VALUE_STRING -> new Text(from.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(from.getString());
            case VALUE_TRUE -> new Truth(true);
            case VALUE_FALSE -> new Truth(false);
            case null -> throw new Malformed("", "", "JSON");
            default -> throw new Malformed("", from.getString(), "an object, list, text, number, true or false");
        };
    }

    private static Json fields(JsonParser from) {
        List<Member> members = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            String name = from.currentName();
            from.nextToken();
            members.add(new Member(name, read(from)));
        }
        return new Fields(members);
    }

    private static Json items(JsonParser from) {
        List<Json> items = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) items.add(read(from));
        return new Items(items);
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
