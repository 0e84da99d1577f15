package org.tansiq.app.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.app.drawing.Panel;
import org.tansiq.app.drawing.Picture;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** Says what the picture shows of each conflict. */
final class Panels {
    private static final int NAME_MAX = 60;
    private static final int MARKS_MAX = 200; // Volumes of one side drawn: a run may hold thousands.

    private final Messages messages;
    private final Spoken spoken;
    private final Times times;
    private final Measures measures;

    Panels(Messages messages, Choices choices) {
        this.messages = messages;
        this.times = new Times(messages, choices.zone());
        this.spoken = new Spoken(messages, times);
        this.measures = new Measures(messages);
    }

    /** The picture of the first so many conflicts, which says how many it leaves out. */
    String picture(List<Conflict> conflicts) {
        List<Panel> panels =
                conflicts.stream().limit(Picture.CONFLICTS_MAX).map(this::panel).toList();
        long left = (long) conflicts.size() - panels.size();
        Phrase found =
                conflicts.isEmpty() ? messages.say("sum.none") : messages.say("sum.conflicts", "n", conflicts.size());
        Phrase note = left > 0 ? messages.say("svg.left-out", "n", left) : Phrase.NONE;
        return Picture.of(
                messages.say("svg.title", "conflicts", found).text(),
                panels,
                note.text(),
                messages.language().rightToLeft());
    }

    private Panel panel(Conflict c) {
        List<String> lines = Stream.of(
                        messages.say("svg.names", "a", name(c.a()), "b", name(c.b())),
                        messages.list(List.of(spoken.place(c), spoken.times(c), spoken.heights(c))),
                        messages.list(List.of(spoken.how(c), spoken.verdict(c))),
                        spoken.clear(c))
                .map(Phrase::text)
                .toList();
        return new Panel(lines, name(c.a()).text(), name(c.b()).text(), plan(c), heights(c), times(c));
    }

    private Phrase name(Side side) {
        String name = side.partName().isEmpty() ? side.name() : side.name() + " (" + side.partName() + ")";
        int end = name.offsetByCodePoints(0, Math.min(NAME_MAX, name.codePointCount(0, name.length())));
        return messages.name(end < name.length() ? name.substring(0, end) + "…" : name);
    }

    private Panel.Plan plan(Conflict c) {
        List<Encounter> met = c.encounters().stream().limit(MARKS_MAX).toList();
        return new Panel.Plan(
                messages.say("svg.plan").text(),
                c.box().middle(),
                met.stream().map(e -> footprint(e.a())).distinct().toList(),
                met.stream().map(e -> footprint(e.b())).distinct().toList(),
                met.stream()
                        .map(e -> new Panel.Pair(footprint(e.a()), footprint(e.b())))
                        .toList(),
                messages.say("svg.north").text(),
                metres -> measures.length(metres).text());
    }

    private Panel.Axis heights(Conflict c) {
        Band a = c.deepest().a().volume().band();
        Band b = c.deepest().b().volume().band();
        boolean one = Stream.of(a, b)
                        .flatMap(band -> Stream.of(band.floor(), band.ceiling()))
                        .flatMap(Optional::stream)
                        .map(Height::reference)
                        .distinct()
                        .count()
                <= 1;
        Heights said = new Heights(messages);
        String floor = c.band()
                .floor()
                .map(h -> said.height(Heights.declared(h, c)).text())
                .orElse("");
        String ceiling = c.band()
                .ceiling()
                .map(h -> said.height(Heights.declared(h, c)).text())
                .orElse("");
        String caption = messages.say(one ? "svg.heights" : "svg.heights-mixed").text();
        return new Panel.Axis(caption, span(a, one, "", ""), span(b, one, "", ""), span(c.band(), one, floor, ceiling));
    }

    // Heights of different references are drawn over WGS 84, as wide as they may be.
    private static Panel.Span span(Band band, boolean one, String low, String high) {
        return new Panel.Span(
                band.floor().map(h -> one ? (double) h.millimetres() : band.lowest()),
                band.ceiling().map(h -> one ? (double) h.millimetres() : band.highest()),
                low,
                high);
    }

    private Panel.Axis times(Conflict c) {
        return new Panel.Axis(
                messages.say("svg.times").text(),
                span(whole(c, true), "", ""),
                span(whole(c, false), "", ""),
                span(
                        c.window(),
                        times.from(c.window()).text(),
                        times.until(c.window()).text()));
    }

    private static Window whole(Conflict c, boolean first) {
        return c.encounters().stream()
                .map(e -> volume(first ? e.a() : e.b()).window())
                .reduce(Window::joined)
                .orElseThrow();
    }

    private static Panel.Span span(Window window, String low, String high) {
        return new Panel.Span(
                Optional.of((double) window.from()).filter(_ -> window.from() != Window.OPEN_FROM),
                Optional.of((double) window.until()).filter(_ -> window.until() != Window.OPEN_UNTIL),
                low,
                high);
    }

    private static Footprint footprint(Roll.Item item) {
        return volume(item).footprint();
    }

    private static Volume volume(Roll.Item item) {
        return item.volume();
    }
}
