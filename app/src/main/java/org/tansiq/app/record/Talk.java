package org.tansiq.app.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.app.check.Measures;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Outlook;
import org.tansiq.core.airspace.Step;
import org.tansiq.core.airspace.ThreadView;
import org.tansiq.core.airspace.Way;
import org.tansiq.core.airspace.Ways;

/** Says the thread of a conflict, as its viewer is told it. */
public final class Talk {
    private final Messages messages;
    private final Moments moments;
    private final Measures measures;
    private final Aloud aloud;

    public Talk(Moments moments, Aloud aloud) {
        this.messages = moments.messages();
        this.moments = moments;
        this.measures = new Measures(messages);
        this.aloud = aloud;
    }

    /** Whose turn it is, and what stands offered, else what came last. */
    public List<Phrase> lines(ThreadView view) {
        List<Phrase> lines = new ArrayList<>();
        if (!view.steps().isEmpty()) lines.add(turn(view));
        view.offer().ifPresentOrElse(offer -> lines.addAll(offer(offer)), () -> last(view, lines));
        return lines;
    }

    private Phrase turn(ThreadView view) {
        return messages.say("thread.turn." + view.turn(), "id", Ids.conflict(view.conflict()));
    }

    private List<Phrase> offer(ThreadView.Offered offer) {
        List<Phrase> lines = new ArrayList<>();
        lines.add(messages.say("thread.offer", "party", offer.by(), "until", moments.bare(offer.until())));
        offer.asks().ifPresent(change -> lines.add(messages.say("thread.asks", "change", change(change))));
        offer.left().ifPresentOrElse(left -> lines.addAll(left(left)), () -> lines.add(messages.say("thread.blind")));
        return lines;
    }

    private List<Phrase> left(Outlook left) {
        if (left.clear()) return List.of(messages.say("thread.clears"));
        List<Phrase> lines = new ArrayList<>(List.of(messages.say("thread.left")));
        left.overlaps().forEach(overlap -> lines.add(aloud.overlap(overlap)));
        if (left.more()) lines.add(messages.say("aloud.more"));
        return lines;
    }

    private void last(ThreadView view, List<Phrase> lines) {
        if (view.steps().isEmpty()) return;
        Step last = view.steps().getLast();
        lines.add(messages.say("thread.last", "what", step(last), "at", moments.at(last.at())));
    }

    /** What became of an offer. */
    private Phrase step(Step step) {
        return messages.say("step." + step.kind(), "party", step.by());
    }

    /** What was answered about ways out. */
    public List<Phrase> ways(Hash conflict, Ways ways) {
        String id = Ids.conflict(conflict);
        if (ways.withheld()) return List.of(messages.say("ways.withheld", "id", id));
        List<Way> best = ways.best();
        long free = ways.all().stream().filter(way -> way.fit() == Way.Fit.FREE).count();
        String key = best.isEmpty() ? "ways.none" : "ways.some";
        List<Phrase> lines = new ArrayList<>(List.of(messages.say(
                key,
                "id",
                id,
                "version",
                ways.version(),
                "free",
                free,
                "all",
                ways.all().size())));
        for (Way way : best)
            lines.add(messages.say(
                    "ways.one",
                    "word",
                    way.change().text(),
                    "change",
                    change(way.change()),
                    "cost",
                    messages.count(way.cost())));
        return lines;
    }

    /** What was said in a thread, in one line. */
    Phrase event(AirspaceEvent event) {
        return switch (event) {
            case AirspaceEvent.Offered e ->
                messages.say(
                        "event.conflict.offered",
                        "party",
                        e.offer().by(),
                        "id",
                        Ids.conflict(e.offer().conflict()),
                        "until",
                        moments.bare(e.offer().until()));
            case AirspaceEvent.Settled e ->
                messages.say("event.conflict.settled", "id", Ids.conflict(e.conflict()), "what", step(e.step()));
            case AirspaceEvent.Answered e -> ways(e.conflict(), e.ways()).getFirst();
            case AirspaceEvent.ThreadTold e -> turn(e.view());
            default -> throw new IllegalArgumentException(event + " says nothing in a thread");
        };
    }

    /** A change in words. */
    public Phrase change(Change change) {
        String key = "change." + change.kind();
        if (change.kind().ofTime()) return messages.say(key, "by", measures.span(Duration.ofMinutes(change.amount())));
        return change.kind().ofHeight()
                ? messages.say(key, "by", new Levels(messages).difference(change.amount()))
                : messages.say(key);
    }
}
