package org.tansiq.core;

import static org.tansiq.core.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.AirspaceRules;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Ties;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.TermsCommand;

/** What others do in a play: hidden from its viewer, and another in each world. */
final class Acts {
    private static final List<FreeActs.Type> TYPES = List.of(FreeActs.Type.values());

    private final Play play;
    private final PlottedActs one;
    private final PlottedActs two;
    private final FreeActs freeOne;
    private final FreeActs freeTwo;
    private final HiddenTalks talks;

    Acts(Play play) {
        this.play = play;
        this.one = new PlottedActs(play.one);
        this.two = new PlottedActs(play.two);
        this.freeOne = new FreeActs(play.one, play.viewer);
        this.freeTwo = new FreeActs(play.two, play.viewer);
        this.talks = new HiddenTalks(play, this);
    }

    void any() {
        PartyId party = play.others.get(play.chance.nextInt(2));
        List<Plot> own = play.plots.stream()
                .filter(plot -> plot.party.equals(party))
                .filter(plot -> !one.standing(plot).isEmpty())
                .toList();
        int what = play.chance.nextInt(20);
        if (what == 0) terms(party);
        else if (what < 4) free(party);
        else if (own.isEmpty() || (what < 8 && own.size() < 8)) declare(party);
        else if (play.chance.nextInt(3) == 0) talks.any(own.get(play.chance.nextInt(own.size())));
        else on(own.get(play.chance.nextInt(own.size())), Math.max(9, what));
    }

    /** Something on one of the plots of many windows, or far off. HOLE: nobody talks where lists are full. */
    void crowded(PartyId party) {
        List<Plot> own = play.plots.stream()
                .filter(plot -> !one.standing(plot).isEmpty())
                .toList();
        if (own.isEmpty() || play.chance.nextInt(6) == 0) free(party);
        else on(own.get(play.chance.nextInt(own.size())), 9 + play.chance.nextInt(11));
    }

    private void on(Plot plot, int what) {
        switch (what) {
            case 9 -> widen(plot);
            case 10, 11 -> amend(plot);
            case 12, 13 -> nudge(plot);
            case 14, 15 -> activate(plot);
            case 16 -> end(plot);
            case 17 -> withdraw(plot);
            default -> see(plot);
        }
    }

    private void terms(PartyId party) {
        Figure figure = List.of(
                        Figure.BUFFER_METRES,
                        Figure.BUFFER_HEIGHT_METRES,
                        Figure.MINIMUM_NOTICE_SECONDS,
                        Figure.ACTIVATION_RULE)
                .get(play.chance.nextInt(4));
        if (play.chance.nextBoolean()) {
            play.heads(party, stage -> free(stage).propose(play.others, figure));
            freeOne.proposed();
            freeTwo.proposed();
        } else {
            play.heads(party, stage -> new TermsCommand.Sign(free(stage).lastText()));
        }
    }

    private FreeActs free(Stage stage) {
        return stage == play.one ? freeOne : freeTwo;
    }

    private PlottedActs plotted(Stage stage) {
        return stage == play.one ? one : two;
    }

    private void free(PartyId party) {
        FreeActs.Type type = TYPES.get(play.chance.nextInt(TYPES.size()));
        play.plan(party, Status.ACTUAL, stage -> free(stage).command(type, party));
        if (type == FreeActs.Type.DECLARE) {
            freeOne.declared();
            freeTwo.declared();
        }
    }

    private void declare(PartyId party) {
        Status status = !play.budgeted && play.chance.nextInt(12) == 0 ? Status.EXERCISE : Status.ACTUAL;
        Plot plot = new Plot(play.plots.size(), party, status, play.shown || play.chance.nextInt(4) == 0);
        plot.anyPlace(play.chance, play.sites());
        plot.anySlots(play.chance, PlottedActs.cell(play.at()), play.chance.nextInt(1, 4));
        declare(plot);
    }

    /** Far off, and more than a budget pays for in as long as anything may be declared ahead. */
    void declareHuge(PartyId party) {
        must(play.plan(party, Status.ACTUAL, stage -> free(stage).huge()));
        freeOne.declared();
        freeTwo.declared();
    }

    /** Something from a cell on, where the viewer is. */
    void declareFrom(PartyId party, long cell) {
        Plot plot = new Plot(play.plots.size(), party, Status.ACTUAL, play.shown);
        plot.anyPlace(play.chance, play.sites());
        plot.slot(cell, cell + 20);
        declare(plot);
    }

    /** A small one, across one of the viewer's many windows. */
    void probe(PartyId party, int window) {
        Plot plot = new Plot(play.plots.size(), party, Status.ACTUAL, play.shown);
        plot.near(0);
        plot.slot(play.many + 2L * window, play.many + 2L * window + 1);
        declare(plot);
    }

    /** Another declaration of so many windows, in the cells of the viewer's many. */
    void declareMany(PartyId party, int first, int count) {
        Plot plot = new Plot(play.plots.size(), party, Status.ACTUAL, play.shown);
        plot.place(0);
        for (int i = first; i < first + count; i++) plot.slot(play.many + 2L * i, play.many + 2L * i + 1);
        declare(plot);
    }

    private void declare(Plot plot) {
        Plan plan = play.one.dressed(plot);
        Plan other = play.alike(plot, plan);
        if (play.shown) plot.level = Level.ENVELOPE;
        AirspaceCommand.Declare first = one.declare(plot, plan);
        AirspaceCommand.Declare hidden = two.declare(plot, other);
        AirspaceCommand.Declare second =
                plot.open ? new AirspaceCommand.Declare(first.envelope(), hidden.details()) : hidden;
        must(play.plan(plot.party, plot.status, stage -> play.in(stage, first, second)));
        play.plots.add(plot);
        play.one.declared(plot);
        play.two.declared(plot);
        numbered(plot, first.envelope(), second.envelope());
        play.met(plot);
    }

    void numbered(Plot plot, Envelope first, Envelope second) {
        one.numbered(plot, first);
        two.numbered(plot, second);
    }

    private static void must(boolean accepted) {
        if (!accepted) throw new AssertionError("the play says what is refused");
    }

    private void amend(Plot plot) {
        Twins twins = version(plot);
        amended(plot, twins.first, twins.second);
    }

    /** The next version of a plot in either world. */
    record Twins(AirspaceCommand.Amend first, AirspaceCommand.Amend second) {}

    Twins version(Plot plot) {
        boolean place = play.chance.nextBoolean();
        if (place && plot.slots.size() < 300 && play.chance.nextBoolean()) plot.anyPlace(play.chance, play.sites());
        TreeSet<Integer> kept = new TreeSet<>();
        for (int slot : one.standing(plot)) {
            boolean activated = one.window(plot, slot).recorded() == WindowState.ACTIVATED;
            if (!activated && plot.slots.size() > 1 && play.chance.nextInt(7) == 0) plot.slots.remove(slot);
            else if (play.chance.nextInt(4) > 0) kept.add(slot);
        }
        if (play.chance.nextInt(3) == 0 || one.standing(plot).stream().noneMatch(plot.slots::containsKey))
            another(plot);
        Plan plan = place ? play.one.dressed(plot) : play.one.declaration(plot).plan();
        AirspaceCommand.Amend first = one.amend(plot, plan, kept);
        if (plot.open) return new Twins(first, shown(plot, first));
        Plan other = place ? play.alike(plot, plan) : play.two.declaration(plot).plan();
        return new Twins(first, two.amend(plot, other, kept));
    }

    // What the viewer is shown is the same in both.
    private AirspaceCommand.Amend shown(Plot plot, AirspaceCommand.Amend first) {
        Declaration twin = play.two.declaration(plot);
        Details details = plot.level == Level.FULL ? first.details() : play.two.details();
        return new AirspaceCommand.Amend(twin.id(), twin.version(), first.envelope(), details);
    }

    private void amended(Plot plot, AirspaceCommand.Amend first, AirspaceCommand.Amend second) {
        must(play.plan(plot.party, plot.status, stage -> play.in(stage, first, second)));
        numbered(plot, first.envelope(), second.envelope());
        play.met(plot);
    }

    private void another(Plot plot) {
        long last = PlottedActs.cell(play.at());
        for (Plot.Slot slot : plot.slots.values()) last = Math.max(last, slot.until());
        if (last == Plot.Slot.OPEN) return;
        long from = last + 1 + play.chance.nextInt(6);
        plot.slot(from, from + play.chance.nextInt(1, 10));
    }

    // In one world perhaps a new form of the same, in the other perhaps refused.
    private void nudge(Plot plot) {
        if (plot.level == Level.FULL) return; // Nothing of it is hidden.
        Plan seen = play.one.declaration(plot).plan();
        int first = play.chance.nextInt(plot.open ? 2 : 4);
        int second = other(plot, first);
        AirspaceCommand.Amend nudge = nudge(plot, play.one, first, seen);
        AirspaceCommand.Amend other = nudge(plot, play.two, second, seen);
        play.plan(plot.party, plot.status, stage -> play.in(stage, nudge, other));
        numbered(plot, nudge.envelope(), other.envelope());
        play.met(plot);
    }

    // To the viewer only what is the same in both; to the third party anything.
    private void widen(Plot plot) {
        boolean shows = plot.open && play.chance.nextInt(3) > 0;
        PartyId third = play.others.get(play.others.getFirst().equals(plot.party) ? 1 : 0);
        Level level = play.chance.nextBoolean() ? Level.ENVELOPE : Level.FULL;
        if (shows && level.compareTo(plot.level) > 0) plot.level = level;
        if (shows && level == Level.FULL) { // What it says now need not be the same in both.
            AirspaceCommand.Amend same = one.same(plot);
            amended(plot, same, shown(plot, same));
        }
        play.plan(
                plot.party,
                plot.status,
                stage -> new AirspaceCommand.Widen(
                        stage.id(plot),
                        stage.declaration(plot).version(),
                        shows ? play.viewer : third,
                        shows ? level : stage.chance.nextBoolean() ? Level.ENVELOPE : Level.FULL));
        play.met(plot);
    }

    // Where notice runs short, a new form or a new number is late. Where something waits, both are alike.
    private int other(Plot plot, int what) {
        if (waits(plot)) return what;
        if (talks(plot) && (what == 0 || PlottedActs.soon(plot, play.at(), play.notice))) return what;
        if (talks(plot)) return 1 + play.chance.nextInt(plot.open ? 1 : 3);
        if (plot.open) return play.chance.nextInt(2);
        return PlottedActs.soon(plot, play.at(), play.notice)
                ? (what >= 2 ? what : play.chance.nextInt(2))
                : play.chance.nextInt(4);
    }

    // What is offered falls with any amendment, but not with a refused one.
    private boolean talks(Plot plot) {
        return play.airspace().conflictsOf(play.one.id(plot)).stream()
                .anyMatch(conflict -> play.one.standing(conflict.id()).isPresent());
    }

    // HOLE: a place that comes free among the thousand pairs of two parties is taken with the next act of the
    // side that waits for it, and tells of that act.
    private boolean waits(Plot plot) {
        boolean more = play.airspace().conflictsOf(play.one.id(plot)).stream()
                .anyMatch(conflict -> conflict.finding().more());
        return more
                || (play.airspace().crowds().has(play.one.id(plot))
                        && play.own().stream().anyMatch(this::room));
    }

    private boolean room(Declaration own) {
        return play.airspace().ties().get(own.id()).map(Ties::listed).orElse(0) < AirspaceRules.MEETINGS_MAX;
    }

    private AirspaceCommand.Amend nudge(Plot plot, Stage stage, int what, Plan seen) {
        return switch (what) {
            case 0 -> plotted(stage).refused(plot);
            case 1 -> plotted(stage).same(plot);
            case 3 -> plotted(stage).renumbered(plot);
            default -> {
                Plan plan = stage.dressed(plot);
                boolean alike = play.alike(plot, seen, plan);
                yield plotted(stage)
                        .amend(plot, alike ? plan : stage.declaration(plot).plan(), new TreeSet<>());
            }
        };
    }

    private List<Integer> some(Plot plot, WindowState state) {
        return new ArrayList<>(PlottedActs.some(
                play.chance,
                one.standing(plot).stream()
                        .filter(slot -> one.window(plot, slot).recorded() == state)
                        .toList()));
    }

    private void activate(Plot plot) {
        List<Integer> slots = some(plot, WindowState.DECLARED);
        if (slots.isEmpty()) return;
        Optional<String> because = Optional.of("of the wind"); // Else the others' terms may refuse it.
        must(play.plan(
                plot.party,
                plot.status,
                stage -> new AirspaceCommand.Activate(plotted(stage).some(plot, slots), because)));
        play.met(plot);
    }

    private void end(Plot plot) {
        less(plot, WindowState.ACTIVATED, AirspaceCommand.End::new);
    }

    private void withdraw(Plot plot) {
        less(plot, WindowState.DECLARED, AirspaceCommand.Withdraw::new);
    }

    private void less(Plot plot, WindowState state, Function<AirspaceCommand.Some, AirspaceCommand> act) {
        List<Integer> slots = some(plot, state);
        if (slots.isEmpty()) return;
        must(play.plan(
                plot.party, plot.status, stage -> act.apply(plotted(stage).some(plot, slots))));
        slots.forEach(plot.slots::remove);
        play.met(plot);
    }

    private void see(Plot plot) {
        for (Declaration own : play.own()) {
            Optional<Conflict> met = play.one.conflict(plot, own.id());
            if (met.isEmpty() || play.chance.nextInt(3) == 0) continue;
            play.plan(plot.party, plot.status, stage -> {
                Conflict conflict = stage.conflict(plot, own.id()).orElseThrow();
                return new AirspaceCommand.See(
                        conflict.id(), Math.max(1, conflict.side(plot.party).version()));
            });
            play.met(plot);
            return;
        }
    }
}
