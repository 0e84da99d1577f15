package org.tansiq.app.record;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.app.check.Measures;
import org.tansiq.app.check.Times;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.airspace.Answering;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Margins;
import org.tansiq.core.airspace.Overlap;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.party.Desk;
import org.tansiq.core.party.Parties;
import org.tansiq.core.terms.Agreed;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Verdict;

/** Says a conflict, as its viewer is told it, in lines that a duty officer can read to the other side. */
public final class Aloud {
    private final Messages messages;
    private final Parties parties;
    private final Times times;
    private final Measures measures;
    private final Levels levels;
    private final Described described;

    public Aloud(Moments moments, Parties parties) {
        this.messages = moments.messages();
        this.parties = parties;
        this.times = new Times(messages, Optional.of(moments.zone()).filter(zone -> !zone.equals(ZoneOffset.UTC)));
        this.measures = new Measures(messages);
        this.levels = new Levels(messages);
        this.described = new Described(moments);
    }

    /**
     * Which conflict with whom, then each overlap, then who has seen it and under which terms; last whether
     * the other side shows more of its declaration.
     */
    public List<Phrase> lines(ConflictView view) {
        List<Phrase> lines = new ArrayList<>();
        lines.add(messages.say(
                view.cleared() ? "aloud.cleared" : "aloud.conflict",
                "id",
                Ids.conflict(view.conflict()),
                "version",
                view.version(),
                "own",
                Ids.declaration(view.declaration()),
                "party",
                view.desk().party(),
                "desk",
                desk(view.desk())));
        if (view.cleared()) return lines;
        for (Overlap overlap : view.overlaps()) lines.add(overlap(overlap));
        if (view.more()) lines.add(messages.say("aloud.more"));
        lines.add(standing(view.standing()));
        lines.add(terms(view.margins()));
        view.other().ifPresent(other -> lines.add(shown(other)));
        view.other().flatMap(Revealed::misplaced).ifPresent(misplaced -> lines.add(described.misplaced(misplaced)));
        return lines;
    }

    private Phrase shown(Revealed other) {
        return messages.say(
                "aloud.other",
                "id",
                Ids.declaration(other.declaration()),
                "level",
                messages.say("level." + other.level()),
                "entry",
                other.source().entry());
    }

    Phrase overlap(Overlap overlap) {
        return messages.say(
                "aloud.overlap",
                "number",
                overlap.number(),
                "window",
                overlap.own(),
                "place",
                place(overlap.box()),
                "time",
                times.window(overlap.window()),
                "heights",
                levels.band(overlap.band()),
                "words",
                messages.list(words(overlap)));
    }

    /** Where an overlap lies, and how large the box round it is. */
    public Phrase place(Box box) {
        double north = new Position(box.south(), box.west()).metresTo(new Position(box.north(), box.west()));
        double nearest = box.south() > 0 ? box.south() : Math.min(0, box.north());
        double half = Math.min(90, box.width() / 2);
        double east = 2 * new Position(nearest, 0).metresTo(new Position(nearest, half));
        return messages.say(
                "aloud.place",
                "position",
                measures.position(box.middle()),
                "east",
                measures.length(east),
                "north",
                measures.length(north));
    }

    public List<Phrase> words(Overlap overlap) {
        List<Phrase> words = new ArrayList<>();
        words.add(messages.say(overlap.verdict() == Verdict.CERTAIN ? "verdict.certain" : "aloud.possible"));
        if (overlap.touching()) words.add(messages.say("aloud.touching"));
        if (overlap.late()) words.add(messages.say("aloud.late"));
        if (overlap.activated()) words.add(messages.say("aloud.activated"));
        return words;
    }

    private Phrase standing(ConflictView.Standing standing) {
        Phrase seen = messages.say(standing.seen() ? "aloud.seen" : "aloud.not-seen");
        Phrase other = messages.say(standing.seenByOther() ? "aloud.seen-by-other" : "aloud.not-seen-by-other");
        Phrase both = messages.list(List.of(seen, other));
        return standing.unacknowledged()
                ? messages.say("aloud.unacknowledged", "standing", both)
                : messages.say("aloud.standing", "standing", both);
    }

    private Phrase terms(Margins margins) {
        return messages.say(
                "aloud.terms",
                "metres",
                measures.length((double) margins.metres().value()),
                "height",
                measures.length((double) margins.heightMetres().value()),
                "notice",
                measures.span(Duration.ofSeconds(margins.noticeSeconds().value())),
                "source",
                source(margins.metres()));
    }

    private Phrase source(Agreed agreed) {
        return switch (agreed.source()) {
            case Agreed.Source.ByText by ->
                messages.say("source.text", "id", by.text().brief());
            case Agreed.Source.ByTheatre _ -> messages.say("source.theatre");
            case Agreed.Source.ByRules _ -> messages.say("source.rules");
        };
    }

    /** How a desk is reached, as its party says. */
    public Phrase desk(Answering at) {
        Optional<Desk> desk =
                parties.all().get(at.party()).flatMap(party -> party.desks().get(at.desk()));
        return desk.map(d -> messages.say(
                        "aloud.desk",
                        "desk",
                        at.desk(),
                        "party",
                        at.party(),
                        "contact",
                        d.contact(),
                        "languages",
                        d.languages()))
                .orElseGet(() -> messages.say("aloud.desk-unknown", "desk", at.desk(), "party", at.party()));
    }
}
