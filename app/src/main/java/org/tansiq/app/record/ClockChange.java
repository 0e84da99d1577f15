package org.tansiq.app.record;

import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.TimeText;
import org.tansiq.wire.Json;

/** What only the clock changed: of a window of a declaration, or of an overlap of a conflict. */
record ClockChange(boolean conflict, Hash id, String number, String what, long at) {
    static ClockChange read(Json data) {
        if (!(data instanceof Json.Fields fields)) throw new Malformed("data", data.text(), "an object");
        boolean conflict = has(fields, "conflict");
        String id = value(fields, conflict ? "conflict" : "declaration");
        return new ClockChange(
                conflict,
                Hash.parse(id).orElseThrow(() -> new Malformed("data", id, "base64 of 32 bytes")),
                value(fields, conflict ? "overlap" : "window"),
                value(fields, "what"),
                TimeText.parse("at", value(fields, "at")));
    }

    private static boolean has(Json.Fields fields, String name) {
        return fields.members().stream().anyMatch(member -> member.name().equals(name));
    }

    private static String value(Json.Fields fields, String name) {
        Json value = fields.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(name, fields.text(), "a value"))
                .value();
        return value instanceof Json.Text text ? text.value() : value.text();
    }

    Phrase phrase(Moments moments) {
        Messages messages = moments.messages();
        return messages.say(
                "watch." + what,
                "what",
                messages.say(
                        conflict ? "watch.overlap" : "watch.window",
                        "id",
                        conflict ? Ids.conflict(id) : Ids.declaration(id),
                        "n",
                        number),
                "at",
                moments.at(at));
    }
}
