package org.tansiq.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.geometry.Verdict;

/** Says a conflict in one line that can be read aloud. */
final class Spoken {
    private final Messages messages;
    private final Measures measures;
    private final Heights heights;
    private final Times times;

    Spoken(Messages messages, Times times) {
        this.messages = messages;
        this.measures = new Measures(messages);
        this.heights = new Heights(messages);
        this.times = times;
    }

    /** The whole line. */
    String line(Conflict c) {
        return messages.line(messages.say(
                c.touching() ? "conflict.touch" : "conflict.overlap",
                "a",
                name(c.a()),
                "b",
                name(c.b()),
                "place",
                place(c),
                "time",
                times.window(c.window()),
                "heights",
                heights.shared(c),
                "how",
                how(c),
                "verdict",
                verdict(c),
                "clear",
                clear(c)));
    }

    Phrase name(Side side) {
        Phrase name = messages.name(side.name());
        String part = side.partName();
        if (part.startsWith(side.name())) return messages.name(part);
        return part.isEmpty() ? name : messages.say("conflict.part", "name", name, "part", part);
    }

    Phrase times(Conflict c) {
        return times.window(c.window());
    }

    Phrase heights(Conflict c) {
        return heights.shared(c);
    }

    /** The declared place, else the middle of the overlap. */
    Phrase place(Conflict c) {
        Optional<String> declared =
                c.a().declaration().place().or(() -> c.b().declaration().place());
        if (declared.isPresent()) return messages.say("place.named", "place", declared.get());
        return messages.say("place.near", "position", measures.position(c.box().middle()));
    }

    /** How deep, how high, how long, how large; of what only touches, in which way. */
    Phrase how(Conflict c) {
        return c.touching() ? touch(c) : overlap(c);
    }

    private Phrase overlap(Conflict c) {
        List<Phrase> said = new ArrayList<>();
        double depth = -c.gap().metres();
        said.add(
                messages.say(depth > 0 ? "overlap.deep" : "overlap.apart", "length", measures.length(Math.abs(depth))));
        heights.thickness(c).ifPresent(h -> said.add(messages.say("overlap.high", "length", h)));
        Times.length(c.window()).ifPresent(t -> said.add(messages.say("overlap.long", "span", measures.span(t))));
        c.area().ifPresent(area -> said.add(messages.say("overlap.area", "area", measures.area(area))));
        return messages.say("overlap", "measures", messages.list(said));
    }

    Phrase verdict(Conflict c) {
        if (c.verdict() == Verdict.CERTAIN) return messages.say("verdict.certain");
        List<Phrase> why = c.reasons().stream().map(reason -> reason(reason, c)).toList();
        return messages.say("verdict.possible", "why", messages.list(why));
    }

    /** What would clear it; says so where nothing does. */
    Phrase clear(Conflict c) {
        List<Phrase> ways = new ArrayList<>();
        least(c, Clearing.Kind.HIGHER).ifPresent(way -> ways.add(way("clear.higher", c, way)));
        least(c, Clearing.Kind.LATER).ifPresent(way -> ways.add(way("clear.later", c, way)));
        if (ways.isEmpty()) return messages.say("clear.never");
        Phrase either = messages.say("clear", "ways", messages.either(ways));
        if (ways.size() == 2) return either;
        boolean climbs = least(c, Clearing.Kind.HIGHER).isPresent();
        return messages.list(List.of(either, messages.say(climbs ? "clear.no-time" : "clear.no-height")));
    }

    private Phrase touch(Conflict c) {
        boolean moment = c.window().from() == c.window().until();
        boolean level =
                c.deepest().a().volume().band().touches(c.deepest().b().volume().band());
        return messages.say(moment ? "touch.moment" : level ? "touch.height" : "touch.border");
    }

    private Phrase reason(Reason reason, Conflict c) {
        double precision = c.deepest().a().volume().footprint().precision()
                + c.deepest().b().volume().footprint().precision();
        String key = "reason." + reason.name().toLowerCase(Locale.ROOT);
        return messages.say(key, "length", measures.length(precision));
    }

    private Phrase way(String key, Conflict c, Clearing way) {
        return messages.say(key, "who", name(way.first() ? c.a() : c.b()), "amount", measures.by(way));
    }

    static Optional<Clearing> least(Conflict c, Clearing.Kind kind) {
        return c.clearings().stream()
                .filter(way -> way.kind() == kind)
                .min((one, two) -> Long.compare(one.finest(), two.finest()));
    }
}
