package org.tansiq.app.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.ledger.TimeText;
import org.tansiq.wire.Json;

/**
 * What only the clock changed, or what is so by it now: of a window of a declaration, or of an overlap of a
 * conflict.
 */
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

    /** What is about to start and what runs now, as a state says it, soonest first. */
    static List<ClockChange> standing(Json state) {
        List<ClockChange> all = new ArrayList<>();
        for (String list : List.of("aboutToStart", "running"))
            for (String of : List.of("declarations", "conflicts"))
                member(state, of).flatMap(fields -> member(fields, list)).ifPresent(found -> {
                    if (found instanceof Json.Items items)
                        for (Json item : items.items()) all.add(standing(item, list.equals("running")));
                });
        return all;
    }

    private static ClockChange standing(Json item, boolean running) {
        if (!(item instanceof Json.Fields fields)) throw new Malformed("state", item.text(), "an object");
        List<Json.Member> members = new ArrayList<>(fields.members());
        members.add(new Json.Member("what", new Json.Text(running ? "runs" : "soon")));
        members.add(new Json.Member("at", new Json.Text(value(fields, "from"))));
        return read(new Json.Fields(members));
    }

    /** How many deliveries there were, as a state says it. */
    static long inbox(Json state) {
        return member(state, "inbox")
                .filter(found -> found.text().matches("[0-9]{1,18}"))
                .map(found -> Long.parseLong(found.text()))
                .orElseThrow(() -> new Malformed("inbox", state.text(), "a number"));
    }

    private static Optional<Json> member(Json of, String name) {
        if (!(of instanceof Json.Fields fields)) throw new Malformed(name, of.text(), "in an object");
        return fields.members().stream()
                .filter(member -> member.name().equals(name))
                .map(Json.Member::value)
                .findFirst();
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
