package org.tansiq.app.record;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.app.check.Measures;
import org.tansiq.app.check.Times;
import org.tansiq.app.drawing.Panel;
import org.tansiq.app.drawing.Picture;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Overlap;
import org.tansiq.core.party.Parties;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Window;

/** A conflict drawn as its viewer may know it: what is its own, and the rounded box of what it meets. */
final class ConflictPicture {
    private static final double WIDEST = 60; // Degrees: a wider box has no edge of its own to draw.

    private final Messages messages;
    private final Times times;
    private final Measures measures;
    private final Aloud aloud;

    ConflictPicture(Moments moments, Parties parties) {
        this.messages = moments.messages();
        this.times = new Times(messages, Optional.of(moments.zone()).filter(zone -> !zone.equals(ZoneOffset.UTC)));
        this.measures = new Measures(messages);
        this.aloud = new Aloud(moments, parties);
    }

    /** The whole SVG text, a panel for each overlap that can be drawn. */
    String svg(ConflictView view, Declaration own) {
        List<Panel> panels = view.overlaps().stream()
                .filter(overlap -> overlap.box().width() < WIDEST)
                .limit(Picture.CONFLICTS_MAX)
                .map(overlap -> panel(view, own, overlap))
                .toList();
        String title = messages.say("svg.title", "conflicts", Ids.conflict(view.conflict()))
                .text();
        return Picture.of(title, panels, "", messages.language().rightToLeft());
    }

    private Panel panel(ConflictView view, Declaration own, Overlap overlap) {
        Footprint box = outline(overlap.box());
        List<Footprint> mine = own.plan().volumes().stream()
                .map(volume -> volume.outline().footprint())
                .toList();
        Phrase told = messages.say("svg.told", "party", view.desk().party());
        Panel.Plan plan = new Panel.Plan(
                messages.say("svg.plan").text(),
                overlap.box().middle(),
                mine,
                List.of(box),
                mine.stream().map(footprint -> new Panel.Pair(footprint, box)).toList(),
                messages.say("svg.north").text(),
                metres -> measures.length(metres).text());
        Window window = own.windows().get(overlap.own()).orElseThrow().window();
        Band band = own.plan().volumes().stream()
                .map(volume -> volume.band())
                .reduce(Band::joined)
                .orElseThrow();
        return new Panel(
                lines(overlap),
                own.details().name(),
                told.text(),
                plan,
                new Panel.Axis(
                        messages.say("svg.heights").text(), span(band), span(overlap.band()), span(overlap.band())),
                new Panel.Axis(
                        messages.say("svg.times").text(),
                        span(window, false),
                        span(overlap.window(), false),
                        span(overlap.window(), true)));
    }

    private List<String> lines(Overlap overlap) {
        return Stream.of(
                        messages.list(aloud.words(overlap)),
                        aloud.place(overlap.box()),
                        times.window(overlap.window()),
                        new Levels(messages).band(overlap.band()))
                .map(Phrase::text)
                .toList();
    }

    private static Footprint outline(Box box) {
        List<Position> ring = List.of(
                new Position(box.south(), box.west()),
                new Position(box.south(), box.east()),
                new Position(box.north(), box.east()),
                new Position(box.north(), box.west()));
        return new Footprint(Core.ring(ring), 0);
    }

    private static Panel.Span span(Band band) {
        return new Panel.Span(
                band.floor().map(h -> (double) h.millimetres()),
                band.ceiling().map(h -> (double) h.millimetres()),
                "",
                "");
    }

    private Panel.Span span(Window window, boolean said) {
        return new Panel.Span(
                Optional.of((double) window.from()),
                Optional.of((double) window.until()).filter(_ -> window.until() != Window.OPEN_UNTIL),
                said ? times.from(window).text() : "",
                said ? times.until(window).text() : "");
    }
}
