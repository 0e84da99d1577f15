package org.tansiq.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Change;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Offer;
import org.tansiq.core.airspace.Touched;

/** What others say in threads of their plots, to the viewer and to each other: not the same in both. */
final class HiddenTalks {
    private final Play play;
    private final Acts acts;

    HiddenTalks(Play play, Acts acts) {
        this.play = play;
        this.acts = acts;
        play.acceptance = this::accepted;
    }

    /** What a plot meets: something of the viewer's, or another plot. */
    private interface Other {
        Optional<Conflict> in(Stage stage);
    }

    void any(Plot plot) {
        List<Other> others = new ArrayList<>();
        for (Declaration own : play.own()) others.add(stage -> stage.conflict(plot, own.id()));
        for (Plot third : play.plots)
            if (!third.party.equals(plot.party) && play.chance.nextInt(3) == 0)
                others.add(stage -> stage.conflict(plot, third));
        List<Other> met = others.stream()
                .filter(other ->
                        other.in(play.one).isPresent() && other.in(play.two).isPresent())
                .toList();
        if (met.isEmpty()) return;
        List<Other> open = met.stream()
                .filter(other -> play.one.standing(id(other, play.one)).isPresent())
                .toList();
        List<Other> some = open.isEmpty() || play.chance.nextInt(3) == 0 ? met : open;
        Other other = some.get(play.chance.nextInt(some.size()));
        int what = play.chance.nextInt(8);
        Optional<Offer> standing =
                play.one.standing(other.in(play.one).orElseThrow().id());
        if (what == 0) ask(plot, other);
        else if (what < 7 && standing.isPresent()) answer(plot, other, standing.get(), what);
        else offer(plot, other);
        play.met(plot);
    }

    private boolean concerns(Other other) {
        return other.in(play.one).orElseThrow().concerns(play.viewer);
    }

    private static Hash id(Other other, Stage stage) {
        return other.in(stage).orElseThrow().id();
    }

    private static int version(Plot plot, Other other, Stage stage) {
        return Math.max(1, other.in(stage).orElseThrow().side(plot.party).version());
    }

    // Among others it may be refused in one world alone: then it is another kind of act.
    private boolean say(Plot plot, Other other, Function<Stage, AirspaceCommand> command) {
        List<Entry> trial = play.trial(plot.party, plot.status, command);
        boolean alike = concerns(other) || refused(trial.getFirst()) == refused(trial.getLast());
        if (!alike || !touches(trial.getFirst()).equals(touches(trial.getLast()))) {
            play.tally.count("talk discarded");
            return false;
        }
        boolean said = play.plan(plot.party, plot.status, command);
        if (said && !concerns(other)) play.tally.count("third thread");
        return said;
    }

    private static boolean refused(Entry entry) {
        return entry.events().getFirst() instanceof HallEvent.Refused;
    }

    // Of how much of the viewer's the changes asked for would meet something, and for how much volume.
    private List<Touched> touches(Entry entry) {
        return entry.events().stream()
                .flatMap(event -> event instanceof AirspaceEvent.Touching touching
                                && touching.touch().owner().equals(play.viewer)
                        ? Stream.of(touching.touched())
                        : Stream.of())
                .toList();
    }

    private void ask(Plot plot, Other other) {
        boolean said =
                say(plot, other, stage -> new AirspaceCommand.Ask(id(other, stage), version(plot, other, stage)));
        if (said) play.tally.count("asked");
    }

    private void offer(Plot plot, Other other) {
        Plot.Form before = plot.form();
        Acts.Twins twins = acts.version(plot);
        Plot.Form after = plot.form();
        plot.become(before);
        long until = play.until();
        Optional<Change> asks = OwnTalks.change(play);
        boolean said = say(
                plot,
                other,
                stage -> new AirspaceCommand.Offer(
                        id(other, stage),
                        version(plot, other, stage),
                        stage == play.one ? twins.first() : twins.second(),
                        until,
                        asks));
        if (!said) return;
        play.offered.put(play.one.given.last(), new Play.Offered(plot, after, twins));
        if (concerns(other)) play.tally.count("offered");
    }

    private void answer(Plot plot, Other other, Offer standing, int what) {
        Function<Stage, Hash> offer =
                stage -> stage.standing(id(other, stage)).map(Offer::id).orElse(Hash.NONE);
        if (what == 1 || standing.by().equals(plot.party)) {
            decline(plot, other, offer);
            return;
        }
        if (!play.alikeOffered(standing)) return;
        boolean amends = play.chance.nextInt(3) == 0;
        Plot.Form before = plot.form();
        Optional<Acts.Twins> twins = amends ? Optional.of(acts.version(plot)) : Optional.empty();
        Plot.Form after = plot.form();
        plot.become(before);
        boolean said = say(
                plot,
                other,
                stage -> new AirspaceCommand.Accept(
                        id(other, stage),
                        version(plot, other, stage),
                        offer.apply(stage),
                        twins.map(t -> stage == play.one ? t.first() : t.second())));
        if (!said) return;
        play.tally.count("acceptance");
        twins.ifPresent(t -> became(plot, after, t));
        accepted(standing.id());
    }

    // Among others what is declined in one world may be refused in the other.
    private void decline(Plot plot, Other other, Function<Stage, Hash> offer) {
        boolean refused = !concerns(other) && play.chance.nextBoolean();
        play.plan(
                plot.party,
                plot.status,
                stage -> new AirspaceCommand.Decline(
                        id(other, stage), refused && stage == play.two ? id(other, stage) : offer.apply(stage)));
    }

    private void accepted(Hash offer) {
        Play.Offered known = play.offered.get(offer);
        if (known != null) became(known.plot(), known.form(), known.twins());
    }

    private void became(Plot plot, Plot.Form form, Acts.Twins twins) {
        requireNonNull(plot).become(form);
        acts.numbered(plot, twins.first().envelope(), twins.second().envelope());
        play.met(plot);
    }
}
