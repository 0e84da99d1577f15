package org.tansiq.app.replacement;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tansiq.core.Hash;
import org.tansiq.core.airspace.AirspaceCommand;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.Cutout;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Details;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.geometry.Window;

/** One world's form of plots, and of acts on them. */
final class Forms {
    /** Where windows of a given length begin in their first cell, at the latest. */
    private static final long LATEST = 2 * Cast.MINUTE;

    private static final List<String> NAMES =
            List.of("Palmyra", "Raqqa", "Tiyas airfield", "Baghdad", "Sukhnah", "Nowhere at all");

    private final Stage stage;
    private final Sites sites;
    private final List<Hash> declared = new ArrayList<>();
    /** The windows of a plot's slots, by the numbers of both. */
    private final List<TreeMap<Integer, Integer>> windows = new ArrayList<>();

    Forms(Stage stage) {
        this.stage = stage;
        this.sites = new Sites(stage.chance);
    }

    /** What was just declared is this world's form of a plot. */
    void declared(Plot plot, Envelope envelope) {
        declared.add(stage.last());
        windows.add(new TreeMap<>());
        numbered(plot, envelope);
    }

    Hash id(Plot plot) {
        return declared.get(plot.number);
    }

    Declaration declaration(Plot plot) {
        return stage.world().airspace().declaration(id(plot)).orElseThrow();
    }

    /** The conflict between a plot and a declaration of the viewer. */
    Optional<Conflict> conflict(Plot plot, Hash own) {
        return stage.world().airspace().conflictsOf(own).stream()
                .filter(conflict -> conflict.finding().a().equals(id(plot))
                        || conflict.finding().b().equals(id(plot)))
                .findFirst();
    }

    // ---- What is declared.

    Plan dressed(Plot plot) {
        List<DeclaredVolume> volumes = new ArrayList<>();
        List<Cutout> minus = new ArrayList<>();
        for (Sites.Cover cover : plot.covers) {
            boolean free = cover.kind() == Sites.Kind.NONE && plot.radius == 0 && !plot.touches(cover.site());
            boolean hollow = free && stage.chance.nextBoolean();
            if (hollow) minus.add(sites.hole(cover.site()));
            volumes.add(hollow ? sites.hollow(cover.site()) : volume(plot, cover));
        }
        Collections.shuffle(volumes, stage.chance);
        return new Plan(place(), Cast.AIR, volumes, minus);
    }

    private DeclaredVolume volume(Plot plot, Sites.Cover cover) {
        return plot.radius == 0
                ? sites.volume(cover, plot.floor, plot.ceiling)
                : sites.exact(cover, plot.floor, plot.ceiling, plot.radius);
    }

    // In the cells of a slot, at times at which no viewer's begins or ends.
    private Window dressed(Plot plot, Plot.Slot slot) {
        long from = slot.from() * Cast.CELL;
        if (slot.until() == Plot.Slot.OPEN) return new Window(from + within(), Window.OPEN_UNTIL);
        long until = slot.until() * Cast.CELL;
        long begin = Cast.MINUTE + 1 + stage.chance.nextLong(LATEST);
        return plot.radius == 0
                ? new Window(from + within(), until + within())
                : new Window(from + begin, until + begin + Cast.MINUTE);
    }

    private long within() {
        return Cast.MINUTE + 1 + stage.chance.nextLong(4 * Cast.MINUTE - 2);
    }

    private Details details() {
        return new Details(
                word("one").orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1 + stage.chance.nextInt(9)),
                word("it"));
    }

    // Far, near, or what no place is called; and perhaps a way from there.
    private Optional<String> place() {
        String name = NAMES.get(stage.chance.nextInt(NAMES.size()));
        return Optional.of(stage.chance.nextInt(4) == 0 ? "9 km 045 " + name : name);
    }

    private Optional<String> word(String word) {
        return Optional.of(word + (10 + stage.chance.nextInt(90)));
    }

    /** Something far off, as it comes. */
    AirspaceCommand.Declare farOff() {
        return new AirspaceCommand.Declare(envelopeFarOff(), details());
    }

    AirspaceCommand.Amend farOff(Hash id, int version) {
        return new AirspaceCommand.Amend(id, version, envelopeFarOff(), details());
    }

    private Envelope envelopeFarOff() {
        List<WindowDraft> drafts = new ArrayList<>();
        long from = stage.next() + stage.chance.nextLong(60 * Cast.MINUTE);
        for (int i = stage.chance.nextInt(1, 3); i > 0; i--) {
            long until = from + Cast.MINUTE + stage.chance.nextLong(60 * Cast.MINUTE);
            drafts.add(new WindowDraft(Optional.empty(), new Window(from, until)));
            from = until + stage.chance.nextLong(10 * Cast.MINUTE);
        }
        Plan plan = new Plan(
                place(), stage.chance.nextInt(8) == 0 ? Cast.LINE : Cast.AIR, List.of(sites.farOff()), List.of());
        return new Envelope(plan, drafts);
    }

    // ---- Acts on plots.

    AirspaceCommand.Declare declare(Plot plot) {
        return new AirspaceCommand.Declare(envelope(plot, dressed(plot), new TreeSet<>()), details());
    }

    /** The slots in {@code kept} keep their windows as they are. */
    AirspaceCommand.Amend amend(Plot plot, Plan plan, SortedSet<Integer> kept) {
        return new AirspaceCommand.Amend(id(plot), declaration(plot).version(), envelope(plot, plan, kept), details());
    }

    /** An amendment of nothing but the details. */
    AirspaceCommand.Amend same(Plot plot) {
        return amend(plot, declaration(plot).plan(), new TreeSet<>(plot.slots.keySet()));
    }

    AirspaceCommand.Amend refused(Plot plot) {
        AirspaceCommand.Amend same = same(plot);
        int version = same.version() + 1 + stage.chance.nextInt(3);
        return new AirspaceCommand.Amend(same.declaration(), version, same.envelope(), same.details());
    }

    /** The numbers that an act gave to new windows, in the order in which it names them. */
    void numbered(Plot plot, Envelope envelope) {
        TreeMap<Window, Integer> given = new TreeMap<>(Comparator.comparingLong(Window::from));
        for (DeclaredWindow window : declaration(plot).windows().values()) given.put(window.window(), window.number());
        TreeMap<Long, Integer> slots = new TreeMap<>();
        plot.slots.forEach((slot, cells) -> slots.put(cells.from(), slot));
        for (WindowDraft draft : envelope.windows())
            if (draft.number().isEmpty())
                windows.get(plot.number)
                        .put(
                                requireNonNull(slots.get(draft.window().from() / Cast.CELL)),
                                requireNonNull(given.get(draft.window())));
    }

    private Envelope envelope(Plot plot, Plan plan, SortedSet<Integer> kept) {
        boolean known = plot.number < windows.size();
        TreeMap<Integer, Integer> numbers = known ? windows.get(plot.number) : new TreeMap<>();
        List<Integer> standing = known ? standing(plot) : List.of();
        List<WindowDraft> drafts = new ArrayList<>();
        plot.slots.forEach((slot, cells) -> {
            Optional<Integer> number = Optional.ofNullable(numbers.get(slot));
            if (number.isPresent() && !standing.contains(slot)) return;
            Window window = kept.contains(slot) ? window(plot, slot).window() : dressed(plot, cells);
            drafts.add(new WindowDraft(number, window));
        });
        Collections.shuffle(drafts, stage.chance);
        return new Envelope(plan, drafts);
    }

    /** Slots whose windows still count when the next act is said. */
    List<Integer> standing(Plot plot) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (DeclaredWindow window : declaration(plot).standing(stage.next())) numbers.add(window.number());
        List<Integer> standing = new ArrayList<>();
        windows.get(plot.number).forEach((slot, number) -> {
            if (numbers.contains(number)) standing.add(slot);
        });
        return standing;
    }

    DeclaredWindow window(Plot plot, int slot) {
        return declaration(plot).windows().get(number(plot, slot)).orElseThrow();
    }

    private int number(Plot plot, int slot) {
        return requireNonNull(windows.get(plot.number).get(slot));
    }

    AirspaceCommand.Some some(Plot plot, List<Integer> slots) {
        List<Integer> numbers = new ArrayList<>();
        for (int slot : slots) numbers.add(number(plot, slot));
        Collections.shuffle(numbers, stage.chance);
        return new AirspaceCommand.Some(id(plot), declaration(plot).version(), numbers);
    }
}
