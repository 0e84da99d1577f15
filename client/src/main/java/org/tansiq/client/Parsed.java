package org.tansiq.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.core.HallEvent;
import org.tansiq.core.HallRefusal;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.party.PartyId;
import org.tansiq.ledger.DeliveryText;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Deliveries;
import org.tansiq.wire.Json;

/** What a server's replies say, field by field; throws {@link Malformed} where one says something else. */
final class Parsed {
    // Most answers are of other notes: only what has the word in it is read.
    private static final String OVER_QUOTA = "\"over-quota\"";

    private Parsed() {}

    static Optional<Json> member(Json json, String name) {
        if (!(json instanceof Json.Fields fields)) return Optional.empty();
        return fields.members().stream()
                .filter(member -> member.name().equals(name))
                .map(Json.Member::value)
                .findFirst();
    }

    static String text(Json json, String name) {
        return member(json, name)
                .filter(Json.Text.class::isInstance)
                .map(value -> ((Json.Text) value).value())
                .orElseThrow(() -> new Malformed(name, json.text(), "a text"));
    }

    static String textOr(Json json, String name) {
        return member(json, name).isPresent() ? text(json, name) : "";
    }

    static long whole(Json json, String name) {
        String digits = member(json, name).map(Json::text).orElse("");
        if (!digits.matches("0|[1-9][0-9]{0,17}")) throw new Malformed(name, digits, "a whole number");
        return Long.parseLong(digits);
    }

    static Hash hash(String text) {
        return Hash.parse(text).orElseThrow(() -> new Malformed("hash", text, "base64 of 32 bytes"));
    }

    static Answer answer(Json json) {
        return Answer.FORM.read(json);
    }

    static List<Json> items(Json json, String name) {
        if (member(json, name).orElse(json) instanceof Json.Items items) return items.items();
        throw new Malformed(name, json.text(), "a list");
    }

    /**
     * When a key may say more, where a note of its was refused as one too many; nothing where the answer
     * cannot be read, which whoever is told it will find.
     */
    static Optional<Instant> until(Answer answer) {
        if (!(answer instanceof Answer.Sequenced said)) return Optional.empty();
        DeliveryText told = said.delivery();
        if (!told.body().text().contains(OVER_QUOTA)) return Optional.empty();
        try {
            return Deliveries.read(new PartyId(told.to()), told.number(), told.body()).shown().stream()
                    .flatMap(event -> event instanceof HallEvent.Refused(HallRefusal.OverQuota quota)
                            ? Stream.of(Instant.EPOCH.plus(quota.until(), ChronoUnit.MICROS))
                            : Stream.empty())
                    .findFirst();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /** What a delivery names of other parties' notes, each once. */
    static List<Revealed> revealed(DeliveryText told) {
        return Deliveries.read(new PartyId(told.to()), told.number(), told.body()).shown().stream()
                .filter(AirspaceEvent.Told.class::isInstance)
                .flatMap(event -> ((AirspaceEvent.Told) event).view().other().stream())
                .distinct()
                .toList();
    }
}
