package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.tansiq.core.Status;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.PartyId;
import org.tansiq.core.terms.Figure;
import org.tansiq.core.terms.TermsCommand;

/** What others do in a play: hidden from its viewer, and another in each world. */
final class Hidden {
    private static final List<Figure> FIGURES = List.of(
            Figure.BUFFER_METRES,
            Figure.BUFFER_HEIGHT_METRES,
            Figure.MINIMUM_NOTICE_SECONDS,
            Figure.ACTIVATION_RULE,
            Figure.DISCLOSURE_LEVEL);
    private static final List<Free.Type> TYPES = List.of(Free.Type.values());

    private final Play play;
    private final Free freeOne;
    private final Free freeTwo;
    private final HiddenTalks talks;

    Hidden(Play play) {
        this.play = play;
        this.freeOne = new Free(play.one.stage, play.one.forms);
        this.freeTwo = new Free(play.two.stage, play.two.forms);
        this.talks = new HiddenTalks(play, this);
    }

    void any() throws Exception {
        PartyId party = play.others.get(play.chance.nextInt(2));
        List<Plot> own = play.plots.stream()
                .filter(plot -> plot.party.equals(party))
                .filter(plot -> !play.one.forms.standing(plot).isEmpty())
                .toList();
        int what = play.chance.nextInt(20);
        if (what == 0) terms(party);
        else if (what < 4) free(party);
        else if (own.isEmpty() || (what < 8 && own.size() < 8)) declare(party);
        else if (play.chance.nextInt(4) == 0) talks.any(own.get(play.chance.nextInt(own.size())));
        else on(own.get(play.chance.nextInt(own.size())), Math.max(9, what));
    }

    private void on(Plot plot, int what) throws Exception {
        switch (what) {
            case 9, 10, 11 -> amend(plot);
            case 12, 13 -> nudge(plot);
            case 14, 15 -> activate(plot);
            case 16 -> less(plot, WindowState.ACTIVATED, AirspaceCommand.End::new);
            case 17 -> less(plot, WindowState.DECLARED, AirspaceCommand.Withdraw::new);
            default -> see(plot);
        }
    }

    private Free free(Side side) {
        return side == play.one ? freeOne : freeTwo;
    }

    // ---- What does not concern the viewer.

    private void terms(PartyId party) throws Exception {
        Figure figure = FIGURES.get(play.chance.nextInt(FIGURES.size()));
        if (play.chance.nextBoolean()) {
            play.say(party + "/head", Status.ACTUAL, side -> free(side).propose(play.others, figure));
            freeOne.proposed();
            freeTwo.proposed();
        } else
            play.say(
                    party + "/head",
                    Status.ACTUAL,
                    side -> new TermsCommand.Sign(free(side).lastText()));
    }

    // What costs is declared alike where budgets can tell.
    private void free(PartyId party) throws Exception {
        Free.Type type = TYPES.get(play.chance.nextInt(TYPES.size()));
        if (play.exact && type.costs()) {
            declare(party);
            return;
        }
        boolean taken =
                play.say(party + "/planner", Status.ACTUAL, side -> free(side).command(type, party));
        if (type != Free.Type.DECLARE) return;
        freeOne.declared();
        freeTwo.declared();
        if (!taken) play.tally.count("refused");
    }

    // ---- What may.

    private void declare(PartyId party) throws Exception {
        Status status = play.chance.nextInt(12) == 0 ? Status.EXERCISE : Status.ACTUAL;
        Plot plot = new Plot(play.plots.size(), party, status, play.exact ? 12_000 + play.chance.nextInt(8000) : 0);
        if (play.exact && play.chance.nextInt(4) == 0) plot.farOff();
        else plot.anyPlace(play.chance, play.sites());
        plot.anySlots(play.chance, play.cell(), play.chance.nextInt(1, 4), play.times());
        AirspaceCommand.Declare first = play.one.forms.declare(plot);
        AirspaceCommand.Declare second = play.two.forms.declare(plot);
        // Both worlds have to know what they declared before anybody looks at it.
        play.declares(plot, first.envelope(), second.envelope());
        must(play.say(party + "/planner", status, side -> side == play.one ? first : second));
        play.met(plot);
    }

    private void must(boolean accepted) {
        if (!accepted) throw new AssertionError("the play says what is refused: " + play.one.reply);
    }

    private void amend(Plot plot) throws Exception {
        Twins twins = version(plot);
        play.numbers(plot, twins.first.envelope(), twins.second.envelope());
        must(play.say(plot.party + "/planner", plot.status, side -> twins.in(play, side)));
        play.met(plot);
    }

    /** The next version of a plot in either world. */
    record Twins(AirspaceCommand.Amend first, AirspaceCommand.Amend second) {
        AirspaceCommand.Amend in(Play play, Side side) {
            return side == play.one ? first : second;
        }
    }

    Twins version(Plot plot) {
        boolean place = play.chance.nextBoolean();
        if (place && play.chance.nextBoolean() && !play.exact) plot.anyPlace(play.chance, play.sites());
        TreeSet<Integer> kept = new TreeSet<>();
        for (int slot : play.one.forms.standing(plot)) {
            boolean activated = play.one.forms.window(plot, slot).recorded() == WindowState.ACTIVATED;
            if (!activated && plot.slots.size() > 1 && play.chance.nextInt(7) == 0) plot.slots.remove(slot);
            else if (play.chance.nextInt(4) > 0) kept.add(slot);
        }
        if (play.chance.nextInt(3) == 0
                || play.one.forms.standing(plot).stream().noneMatch(plot.slots::containsKey)) another(plot);
        AirspaceCommand.Amend first = play.one.forms.amend(plot, plan(plot, play.one, place), kept);
        AirspaceCommand.Amend second = play.two.forms.amend(plot, plan(plot, play.two, place), kept);
        return new Twins(first, second);
    }

    private static Plan plan(Plot plot, Side side, boolean another) {
        return another ? side.forms.dressed(plot) : side.forms.declaration(plot).plan();
    }

    private void another(Plot plot) {
        long last = play.cell();
        for (Plot.Slot slot : plot.slots.values()) last = Math.max(last, slot.until());
        if (last == Plot.Slot.OPEN) return;
        long from = last + 1 + play.chance.nextInt(6);
        plot.slot(from, from + (long) play.times() * play.chance.nextInt(8, 18));
    }

    // In one world perhaps a new form of the same, in the other perhaps refused.
    private void nudge(Plot plot) throws Exception {
        int first = play.chance.nextInt(3);
        int second = other(plot, first);
        AirspaceCommand.Amend one = nudge(plot, play.one, first);
        AirspaceCommand.Amend two = nudge(plot, play.two, second);
        play.say(plot.party + "/planner", plot.status, side -> side == play.one ? one : two);
        play.met(plot);
    }

    // Where notice runs short, a new form is late. Where budgets can tell, both are alike: what is refused
    // costs nothing.
    private int other(Plot plot, int what) {
        if (play.exact || (talks(plot) && what == 0)) return what;
        if (talks(plot)) return play.soon(plot) ? what : 1 + play.chance.nextInt(2);
        return play.soon(plot) ? (what == 2 ? 2 : play.chance.nextInt(2)) : play.chance.nextInt(3);
    }

    // What is offered falls with any amendment, but not with a refused one.
    private boolean talks(Plot plot) {
        return play.one.stage.world().airspace().conflictsOf(play.one.forms.id(plot)).stream()
                .anyMatch(conflict -> play.one.stage.standing(conflict.id()).isPresent());
    }

    private static AirspaceCommand.Amend nudge(Plot plot, Side side, int what) {
        return switch (what) {
            case 0 -> side.forms.refused(plot);
            case 1 -> side.forms.same(plot);
            default -> side.forms.amend(plot, side.forms.dressed(plot), new TreeSet<>());
        };
    }

    private List<Integer> some(Plot plot, WindowState state) {
        List<Integer> some = new ArrayList<>();
        for (int slot : play.one.forms.standing(plot))
            if (play.one.forms.window(plot, slot).recorded() == state
                    && (some.isEmpty() || play.chance.nextInt(3) == 0)) some.add(slot);
        return some;
    }

    private void activate(Plot plot) throws Exception {
        List<Integer> slots = some(plot, WindowState.DECLARED);
        if (slots.isEmpty()) return;
        Optional<String> because = Optional.of("of the wind"); // Else the others' terms may refuse it.
        must(play.say(
                plot.party + "/planner",
                plot.status,
                side -> new AirspaceCommand.Activate(side.forms.some(plot, slots), because)));
        play.met(plot);
    }

    private void less(Plot plot, WindowState state, Function<AirspaceCommand.Some, AirspaceCommand> act)
            throws Exception {
        List<Integer> slots = some(plot, state);
        if (slots.isEmpty()) return;
        must(play.say(plot.party + "/planner", plot.status, side -> act.apply(side.forms.some(plot, slots))));
        slots.forEach(plot.slots::remove);
        play.met(plot);
    }

    private void see(Plot plot) throws Exception {
        for (Declaration own : play.own()) {
            Optional<Conflict> met = play.one.forms.conflict(plot, own.id());
            if (met.isEmpty() || play.chance.nextInt(3) == 0) continue;
            play.say(plot.party + "/planner", plot.status, side -> {
                Conflict conflict = side.forms.conflict(plot, own.id()).orElseThrow();
                int version = conflict.side(plot.party).version();
                return new AirspaceCommand.See(conflict.id(), Math.max(1, version));
            });
            play.met(plot);
            return;
        }
    }
}
