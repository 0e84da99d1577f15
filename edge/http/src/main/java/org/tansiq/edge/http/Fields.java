package org.tansiq.edge.http;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.core.Malformed;
import org.tansiq.wire.Json;

/** Objects of JSON, made field by field; and the one text in an object that holds nothing else. */
final class Fields {
    private final List<Json.Member> members = new ArrayList<>();

    Fields put(String name, Json value) {
        members.add(new Json.Member(name, value));
        return this;
    }

    Fields put(String name, String text) {
        return put(name, new Json.Text(text));
    }

    Fields put(String name, long number) {
        return put(name, new Json.Digits(Long.toString(number)));
    }

    /** Left out where it is empty. */
    Fields maybe(String name, String text) {
        return text.isEmpty() ? this : put(name, text);
    }

    Json json() {
        return new Json.Fields(members);
    }

    /**
     * The texts of an object under these names. Throws {@link Malformed} where it holds others, or not all.
     */
    static List<String> texts(Json json, String... names) {
        if (!(json instanceof Json.Fields fields)) throw new Malformed("", json.text(), "an object");
        String[] texts = new String[names.length];
        for (Json.Member member : fields.members()) {
            int place = List.of(names).indexOf(member.name());
            if (place < 0) throw new Malformed(member.name(), member.value().text(), "no such field");
            if (!(member.value() instanceof Json.Text text))
                throw new Malformed(member.name(), member.value().text(), "a text");
            texts[place] = text.value();
        }
        for (int i = 0; i < names.length; i++) if (texts[i] == null) throw new Malformed(names[i], "", "a value");
        return List.of(texts);
    }
}
