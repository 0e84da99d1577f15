package org.tansiq.edge.http;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.tansiq.core.Bytes;
import org.tansiq.core.Disclosure;
import org.tansiq.core.Hash;
import org.tansiq.core.Malformed;
import org.tansiq.core.Reading;
import org.tansiq.core.Status;
import org.tansiq.core.World;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.core.party.Key;
import org.tansiq.engine.Engine;
import org.tansiq.ledger.Section;
import org.tansiq.wire.Acts;
import org.tansiq.wire.Json;
import org.tansiq.wire.Places;
import org.tansiq.wire.Shown;

/**
 * What an act would tell each other party at most, for whoever has not signed it yet. Nothing comes of it on
 * the record, and what others declared has no part in it.
 */
final class Previews {
    /** The types of notes of which somebody else may be told by what they say. */
    private static final List<String> TYPES = List.of("airspace.declare", "airspace.amend", "airspace.widen");

    private final Engine engine;
    private final Problems problems;
    private final LongSupplier clock;

    /** {@code clock} in microseconds since 1970. */
    Previews(Engine engine, Problems problems, LongSupplier clock) {
        this.engine = engine;
        this.problems = problems;
        this.clock = clock;
    }

    /** As if the key that asks said it now, whatever its role. */
    Response of(Request request, Key key) {
        List<String> said = Fields.texts(Json.parse(request.body()), "type", "status", "envelope", "details");
        Status status = status(said.get(1));
        AirspaceCommand asked = act(said.get(0), body("envelope", said.get(2)), body("details", said.get(3)));
        World world = engine.world();
        long at = Math.max(world.at(), clock.getAsLong()); // No entry is before the last one.
        return switch (Disclosure.viewAs(world, key, status, asked, at, Places.all())) {
            case Previewed.Shown shown -> Replies.json(200, Shown.preview(shown));
            case Previewed.Barred barred -> problems.barred(request, barred.why());
        };
    }

    private static Status status(String word) {
        return Stream.of(Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new Malformed("status", word, "actual, exercise or test"));
    }

    // No longer than a section may be, so that what is shown here can be said.
    private static Bytes body(String name, String text) {
        try {
            return new Section(Hash.NONE, Bytes.of(text)).body();
        } catch (Malformed bad) {
            throw bad.within(name);
        }
    }

    private static AirspaceCommand act(String type, Bytes envelope, Bytes details) {
        if (!TYPES.contains(type)) throw bad("type", type, String.join(", ", TYPES));
        return switch (Acts.read(type, envelope, details)) {
            case Reading.Clear clear -> (AirspaceCommand) clear.command();
            case Reading.Unclear bad -> throw bad(bad.field(), bad.value(), bad.limit());
        };
    }

    private static Fault bad(String field, String value, String limit) {
        return new Fault(422, "bad-body", field, value, limit);
    }
}
