package org.tansiq.app.replacement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Bytes;
import org.tansiq.core.Malformed;
import org.tansiq.wire.Json;

/** Texts in JSON, and in base64. */
final class Texts {
    private Texts() {}

    static String quoted(String text) {
        return new Json.Text(text).text();
    }

    static Optional<Json> json(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) return Optional.empty();
        try {
            return Optional.of(Json.parse(Bytes.of(text)));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    static Optional<Json> member(Json json, String name) {
        if (!(json instanceof Json.Fields fields)) return Optional.empty();
        return fields.members().stream()
                .filter(member -> member.name().equals(name))
                .map(Json.Member::value)
                .findFirst();
    }

    /** A text at the top of an object, or what else stands there; empty where nothing does. */
    static String field(String text, String name) {
        return json(text).flatMap(json -> member(json, name)).map(Texts::plain).orElse("");
    }

    static String plain(Json json) {
        return json instanceof Json.Text said ? said.value() : json.text();
    }

    static List<Json> items(Json json) {
        return json instanceof Json.Items items ? items.items() : List.of();
    }

    /** What base64 says, where it says a text of some lines or an object. */
    static Optional<String> decoded(String base64) {
        if (base64.length() < 60) return Optional.empty();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
            return text.startsWith("tansiq-") || text.startsWith("{") ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
