package org.tansiq.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.geometry.Window;

/** One world's form of acts on a plot. */
final class PlottedActs {
    private final Stage stage;

    PlottedActs(Stage stage) {
        this.stage = stage;
    }

    AirspaceCommand.Declare declare(Plot plot, Plan plan) {
        return new AirspaceCommand.Declare(envelope(plot, plan, new TreeSet<>()), stage.details());
    }

    /** The slots in {@code kept} keep their windows as they are. */
    AirspaceCommand.Amend amend(Plot plot, Plan plan, SortedSet<Integer> kept) {
        int version = stage.declaration(plot).version();
        return new AirspaceCommand.Amend(stage.id(plot), version, envelope(plot, plan, kept), stage.details());
    }

    /** The numbers that an act gave to new windows, in the order in which it names them. */
    void numbered(Plot plot, Envelope envelope) {
        TreeMap<Window, Integer> given = new TreeMap<>(Comparator.comparingLong(Window::from));
        for (DeclaredWindow window : stage.declaration(plot).windows().values())
            given.put(window.window(), window.number());
        TreeMap<Long, Integer> slots = new TreeMap<>();
        plot.slots.forEach((slot, cells) -> slots.put(cells.from(), slot));
        TreeMap<Integer, Integer> numbers = stage.windows.get(plot.number);
        for (WindowDraft draft : envelope.windows())
            if (draft.number().isEmpty())
                numbers.put(slots.get(cell(draft.window().from())), given.get(draft.window()));
    }

    private Envelope envelope(Plot plot, Plan plan, SortedSet<Integer> kept) {
        List<WindowDraft> windows = new ArrayList<>();
        TreeMap<Integer, Integer> numbers =
                plot.number < stage.windows.size() ? stage.windows.get(plot.number) : new TreeMap<>();
        TreeSet<Integer> standing = new TreeSet<>(plot.number < stage.windows.size() ? standing(plot) : List.of());
        plot.slots.forEach((slot, cells) -> {
            Optional<Integer> number = Optional.ofNullable(numbers.get(slot));
            if (number.isPresent() && !standing.contains(slot)) return;
            Window window = kept.contains(slot) ? window(plot, slot).window() : stage.dressed(cells);
            windows.add(new WindowDraft(number, window));
        });
        Collections.shuffle(windows, stage.chance);
        return new Envelope(plan, windows);
    }

    /** Slots whose windows still count when the next act is said. */
    List<Integer> standing(Plot plot) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (DeclaredWindow window : stage.declaration(plot).standing(stage.given.at() + 1))
            numbers.add(window.number());
        List<Integer> standing = new ArrayList<>();
        stage.windows.get(plot.number).forEach((slot, number) -> {
            if (numbers.contains(number)) standing.add(slot);
        });
        return standing;
    }

    DeclaredWindow window(Plot plot, int slot) {
        return stage.declaration(plot).windows().get(number(plot, slot)).orElseThrow();
    }

    private int number(Plot plot, int slot) {
        return requireNonNull(stage.windows.get(plot.number).get(slot));
    }

    AirspaceCommand.Some some(Plot plot, List<Integer> slots) {
        List<Integer> numbers = new ArrayList<>();
        for (int slot : slots) numbers.add(number(plot, slot));
        Collections.shuffle(numbers, stage.chance);
        return new AirspaceCommand.Some(stage.id(plot), stage.declaration(plot).version(), numbers);
    }

    /** An amendment of nothing but the details. */
    AirspaceCommand.Amend same(Plot plot) {
        return amend(plot, stage.declaration(plot).plan(), new TreeSet<>(plot.slots.keySet()));
    }

    /** An amendment of nothing but the numbers of windows that are not in use, and the details. */
    AirspaceCommand.Amend renumbered(Plot plot) {
        AirspaceCommand.Amend same = same(plot);
        List<WindowDraft> windows = new ArrayList<>();
        for (WindowDraft draft : same.envelope().windows()) {
            boolean declared = draft.number()
                    .flatMap(stage.declaration(plot).windows()::get)
                    .filter(window -> window.recorded() == WindowState.DECLARED)
                    .isPresent();
            windows.add(declared ? new WindowDraft(Optional.empty(), draft.window()) : draft);
        }
        Envelope envelope = new Envelope(same.envelope().plan(), windows);
        return new AirspaceCommand.Amend(same.declaration(), same.version(), envelope, same.details());
    }

    AirspaceCommand.Amend refused(Plot plot) {
        AirspaceCommand.Amend same = same(plot);
        return new AirspaceCommand.Amend(
                same.declaration(), same.version() + 1 + stage.chance.nextInt(3), same.envelope(), same.details());
    }

    static SortedSet<Integer> some(Random chance, List<Integer> of) {
        TreeSet<Integer> some = new TreeSet<>();
        for (int one : of) if (some.isEmpty() || chance.nextInt(3) == 0) some.add(one);
        return some;
    }

    static boolean soon(Plot plot, long at, long notice) {
        return plot.slots.values().stream().anyMatch(slot -> slot.from() * Stage.CELL - at < notice + Stage.CELL);
    }

    static long cell(long at) {
        return Math.floorDiv(at, Stage.CELL);
    }
}
