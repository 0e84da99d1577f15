package org.tansiq.app.airspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Measures;
import org.tansiq.app.record.Aloud;
import org.tansiq.app.record.Common;
import org.tansiq.app.record.Described;
import org.tansiq.app.record.Refusing;
import org.tansiq.app.record.Sight;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Budget;
import org.tansiq.core.airspace.Charge;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Overlap;
import org.tansiq.core.airspace.Preview;
import org.tansiq.core.airspace.Previewed;
import org.tansiq.wire.Json;
import org.tansiq.wire.Shown;

/**
 * Says before it is signed what each other party could be told at most of an act, and what it would cost. Of
 * several acts each costs beside those before it.
 */
final class Foreseen {
    private final Common common;
    private final Console console;
    private final Messages messages;
    private final Described described;
    private final Aloud aloud;
    private final Measures measures;
    private final long daily;
    private long before;

    Foreseen(Common common, Console console, Sight sight) {
        this.common = common;
        this.console = console;
        this.messages = common.messages();
        this.described = new Described(common.moments());
        this.aloud = new Aloud(common.moments(), sight.world().parties());
        this.measures = new Measures(messages);
        this.daily = Budget.daily(sight.world().terms());
    }

    /** Whether the rules would take it. */
    boolean tell(AirspaceCommand asked, Previewed previewed) {
        return switch (previewed) {
            case Previewed.Barred barred -> {
                barred(barred);
                yield false;
            }
            case Previewed.Shown alone -> {
                Previewed.Shown shown = new Previewed.Shown(charged(asked, alone.charge()), alone.parties());
                if (common.json()) console.line(Shown.preview(shown).text());
                else lines(asked, shown).forEach(line -> console.line(messages.line(line)));
                yield true;
            }
        };
    }

    private void barred(Previewed.Barred barred) {
        if (common.json()) {
            Json why = Shown.refusal(barred.why());
            console.line(new Json.Fields(List.of(new Json.Member("refused", why))).text());
            return;
        }
        Phrase why = new Refusing(common.moments()).why(barred.why());
        console.line(messages.line(messages.say("preview.refused", "why", why)));
    }

    // To open a declaration further costs nothing more.
    private Charge charged(AirspaceCommand asked, Charge alone) {
        if (asked instanceof AirspaceCommand.Widen) return alone;
        Charge charge = new Charge(alone.cost(), alone.spent() + before, alone.spent() + before > daily);
        before += alone.cost();
        return charge;
    }

    private List<Phrase> lines(AirspaceCommand asked, Previewed.Shown shown) {
        List<Phrase> lines = new ArrayList<>(List.of(head(asked)));
        byLevel(asked, shown.parties()).forEach((level, previews) -> lines.addAll(block(level, previews)));
        if (asked instanceof AirspaceCommand.Widen) return lines;
        lines.add(messages.say(
                "preview.cost",
                "cost",
                measures.volumeTime(shown.charge().cost()),
                "spent",
                measures.volumeTime(shown.charge().spent()),
                "daily",
                measures.volumeTime(daily)));
        if (shown.charge().withheld()) lines.add(messages.say("preview.over"));
        return lines;
    }

    private Phrase head(AirspaceCommand asked) {
        return switch (asked) {
            case AirspaceCommand.Declare a ->
                messages.say("preview.head", "name", a.details().name());
            case AirspaceCommand.Amend a ->
                messages.say("preview.head", "name", a.details().name());
            default -> messages.say("preview.widen");
        };
    }

    private Map<Level, List<Preview>> byLevel(AirspaceCommand asked, List<Preview> previews) {
        Map<Level, List<Preview>> levels = new TreeMap<>();
        for (Preview one : previews)
            if (!(asked instanceof AirspaceCommand.Widen widen) || widen.to().equals(one.to()))
                levels.computeIfAbsent(one.level(), _ -> new ArrayList<>()).add(one);
        return levels;
    }

    // What the margins of its terms leave to each party may differ; all else is the same at one level.
    private List<Phrase> block(Level level, List<Preview> previews) {
        Preview any = previews.getFirst();
        List<Phrase> lines = new ArrayList<>();
        lines.add(messages.say("preview.told." + level, "parties", parties(previews)));
        lines.add(messages.say("preview.call", "desk", aloud.desk(any.desk())));
        Map<List<Overlap>, List<Preview>> pictures = new LinkedHashMap<>();
        for (Preview one : previews)
            pictures.computeIfAbsent(one.overlaps(), _ -> new ArrayList<>()).add(one);
        pictures.forEach((overlaps, those) -> {
            if (pictures.size() > 1) lines.add(messages.say("preview.to", "parties", parties(those)));
            lines.addAll(overlaps(overlaps));
        });
        if (any.more()) lines.add(messages.say("aloud.more"));
        any.envelope().ifPresent(envelope -> lines.addAll(described.envelope(envelope)));
        any.misplaced().ifPresent(misplaced -> lines.add(described.misplaced(misplaced)));
        any.details().ifPresent(details -> lines.addAll(described.details(details)));
        lines.add(messages.say("preview.not." + level));
        return lines;
    }

    private Phrase parties(List<Preview> previews) {
        return messages.list(
                previews.stream().map(one -> messages.name(one.to().text())).toList());
    }

    private List<Phrase> overlaps(List<Overlap> overlaps) {
        List<Phrase> lines = new ArrayList<>();
        overlaps.stream().limit(Described.SAID_MAX).forEach(overlap -> lines.add(overlap(overlap)));
        int left = overlaps.size() - Described.SAID_MAX;
        if (left > 0) lines.add(messages.say("conflicts.more", "n", left));
        return lines;
    }

    private Phrase overlap(Overlap overlap) {
        return messages.say(
                "preview.overlap",
                "window",
                overlap.number(),
                "place",
                aloud.place(overlap.box()),
                "time",
                described.times().window(overlap.window()),
                "heights",
                described.heights(overlap.band()),
                "words",
                messages.list(aloud.words(overlap)));
    }
}
