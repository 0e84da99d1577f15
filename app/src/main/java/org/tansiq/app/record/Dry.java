package org.tansiq.app.record;

import java.util.List;
import java.util.Locale;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.words.Messages;
import org.tansiq.core.Bytes;
import org.tansiq.core.Reading;
import org.tansiq.core.Status;
import org.tansiq.core.VerifierKey;
import org.tansiq.ledger.VKey;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Json;

/** Says what a note would say, field by field; a body that says nothing well is one clear line. */
record Dry(Messages messages, Console console) {
    void tell(String type, Bytes envelope, Bytes details) {
        check(type, envelope, details);
        console.line(messages.line(messages.say("say.would-sign", "what", messages.say("type." + type))));
        fields("", Json.parse(envelope));
    }

    /** What is wrong with a body is told before anything is signed. */
    static void check(String type, Bytes envelope, Bytes details) {
        if (!Acts.TYPES.contains(type)) throw new Complaint("say.unknown-type", "value", type);
        if (Acts.read(type, envelope, details) instanceof Reading.Unclear bad)
            throw new Complaint("answer.unreadable", "field", bad.field(), "value", bad.value(), "limit", bad.limit());
    }

    /** The same for a program. */
    static String json(String type, Bytes envelope, VerifierKey key, long number, Status status) {
        return new Json.Fields(List.of(
                        new Json.Member("type", new Json.Text(type)),
                        new Json.Member("key", new Json.Text(VKey.write(key))),
                        new Json.Member("seq", new Json.Digits(Long.toString(number))),
                        new Json.Member("status", new Json.Text(status.name().toLowerCase(Locale.ROOT))),
                        new Json.Member("envelope", Json.parse(envelope))))
                .text();
    }

    private void fields(String path, Json json) {
        switch (json) {
            case Json.Fields object ->
                object.members().forEach(m -> fields(path.isEmpty() ? m.name() : path + "." + m.name(), m.value()));
            case Json.Items list -> {
                List<Json> items = list.items();
                for (int i = 0; i < items.size(); i++) fields(path + "[" + i + "]", items.get(i));
            }
            case Json.Text text -> field(path, text.value());
            case Json.Digits number -> field(path, number.digits());
            case Json.Truth truth -> field(path, Boolean.toString(truth.value()));
            case Json.Written written -> field(path, written.value());
        }
    }

    private void field(String path, String value) {
        console.line(messages.line(messages.say("say.field", "field", path, "value", value)));
    }
}
