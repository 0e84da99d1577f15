package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Offer;

/** What others say in threads of their plots, to the viewer and to each other: not the same in both. */
final class HiddenTalks {
    private final Play play;
    private final Hidden hidden;

    HiddenTalks(Play play, Hidden hidden) {
        this.play = play;
        this.hidden = hidden;
    }

    /** What a plot meets: something of the viewer's, or another plot. */
    private interface Other {
        Optional<Conflict> in(Side side);
    }

    void any(Plot plot) throws Exception {
        List<Other> others = new ArrayList<>();
        for (Declaration own : play.own()) others.add(side -> side.forms.conflict(plot, own.id()));
        for (Plot third : play.plots)
            if (!third.party.equals(plot.party)) others.add(side -> side.forms.conflict(plot, side.forms.id(third)));
        List<Other> met = others.stream().filter(this::both).toList();
        if (met.isEmpty()) return;
        List<Other> open =
                met.stream().filter(other -> standing(other).isPresent()).toList();
        List<Other> some = open.isEmpty() || play.chance.nextInt(3) == 0 ? met : open;
        Other other = some.get(play.chance.nextInt(some.size()));
        if (standing(other).isEmpty()) offer(plot, other);
        else answer(plot, other, standing(other).get());
        play.met(plot);
    }

    // It may be that they are told of it in one world alone.
    private boolean both(Other other) {
        Optional<Conflict> one = other.in(play.one);
        Optional<Conflict> two = other.in(play.two);
        if (one.isEmpty() || two.isEmpty()) return false;
        return one.get().concerns(play.viewer)
                || one.get().open(play.one.stage.next()) == two.get().open(play.two.stage.next());
    }

    private Optional<Offer> standing(Other other) {
        return play.one.stage.standing(id(other, play.one));
    }

    private static Hash id(Other other, Side side) {
        return other.in(side).orElseThrow().id();
    }

    private static int version(Plot plot, Other other, Side side) {
        return Math.max(1, other.in(side).orElseThrow().side(plot.party).version());
    }

    private void offer(Plot plot, Other other) throws Exception {
        Plot.Form before = plot.form();
        Hidden.Twins twins = hidden.version(plot);
        Plot.Form after = plot.form();
        plot.become(before);
        long until = play.until();
        boolean said = play.say(
                plot.party + "/planner",
                plot.status,
                side -> new AirspaceCommand.Offer(
                        id(other, side), version(plot, other, side), twins.in(play, side), until, Optional.empty()));
        if (!said) return;
        play.tally.count("offered");
        play.offered.put(play.one.stage.last(), () -> {
            plot.become(after);
            play.one.forms.numbered(plot, twins.first().envelope());
            play.two.forms.numbered(plot, twins.second().envelope());
        });
    }

    private void answer(Plot plot, Other other, Offer standing) throws Exception {
        boolean declines = standing.by().equals(plot.party) || play.chance.nextInt(3) == 0;
        if (!declines) play.becomes(play.offered.getOrDefault(standing.id(), () -> {}));
        boolean said = play.say(plot.party + "/planner", plot.status, side -> {
            Hash offer = side.stage.standing(id(other, side)).map(Offer::id).orElse(Hash.NONE);
            return declines
                    ? new AirspaceCommand.Decline(id(other, side), offer)
                    : new AirspaceCommand.Accept(id(other, side), version(plot, other, side), offer, Optional.empty());
        });
        if (said) play.tally.count(declines ? "decline" : "acceptance");
    }
}
