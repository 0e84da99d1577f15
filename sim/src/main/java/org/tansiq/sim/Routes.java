package org.tansiq.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.DeclaredVolume;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Envelope;
import org.tansiq.core.airspace.Outline;
import org.tansiq.core.airspace.Plan;
import org.tansiq.core.airspace.Span;
import org.tansiq.core.airspace.WindowDraft;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.core.party.DeskId;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Window;

/** Where and when somebody means to fly: close together, and soon, so that much of it meets. */
final class Routes {
    private static final long SECOND = 1_000_000;
    private static final long TOO_FAR_SECONDS = 100 * 86_400;
    private static final int SHUTTLES = 250;
    private static final int UNKNOWN = 9_999; // No declaration of a run comes to a window of this number.
    private static final double SOUTH = 31.8;
    private static final double WEST = 33.8;
    private static final double FINEST = 1e-4; // Degrees.

    private final Dice dice;

    Routes(Dice dice) {
        this.dice = dice;
    }

    Envelope envelope(String place, long now) {
        List<WindowDraft> windows = new ArrayList<>();
        long from = now + SECOND * (dice.below(15) - 2);
        if (dice.oneIn(30)) from -= SECOND * 60; // Over already.
        if (dice.oneIn(60)) from += SECOND * TOO_FAR_SECONDS;
        for (int left = 1 + dice.below(3); left > 0; left--) from = fresh(windows, from);
        if (dice.oneIn(25)) open(windows);
        return new Envelope(plan(place, windows), windows);
    }

    /** Many short windows in one place, back to back: a few of these meet more than is listed. */
    Envelope shuttle(String place, long now) {
        List<WindowDraft> windows = new ArrayList<>();
        for (int i = 0; i < SHUTTLES; i++) {
            long from = (now / SECOND + 10 + i) * SECOND;
            windows.add(new WindowDraft(Optional.empty(), new Window(from, from + SECOND)));
        }
        Outline pad = new Outline(Core.Kind.SPOT, List.of(List.of(new Position(SOUTH, WEST))), 1000, 0);
        DeclaredVolume volume = new DeclaredVolume(pad, Band.ALL, Optional.empty());
        return new Envelope(new Plan(Optional.of(place), new DeskId("air"), List.of(volume), List.of()), windows);
    }

    /** The next version of a declaration: its windows kept, moved, left out, and others behind them. */
    Envelope envelope(String place, Declaration before, long now) {
        List<WindowDraft> windows = new ArrayList<>();
        long from = now - SECOND * 60;
        for (DeclaredWindow window : kept(before, now)) {
            if (from == Window.OPEN_UNTIL) break;
            Window moved = moved(window.window(), from);
            windows.add(new WindowDraft(Optional.of(window.number()), moved));
            from = moved.until();
        }
        if (from < now + SECOND * 60 && (windows.isEmpty() || dice.oneIn(3))) fresh(windows, Math.max(now, from));
        if (windows.isEmpty()) fresh(windows, now);
        if (dice.oneIn(30))
            windows.set(
                    0, new WindowDraft(Optional.of(UNKNOWN), windows.getFirst().window()));
        Plan plan = dice.oneIn(2) && fits(before.plan(), windows) ? before.plan() : plan(place, windows);
        return new Envelope(plan, windows);
    }

    private static boolean fits(Plan plan, List<WindowDraft> windows) {
        return plan.volumes().stream()
                .flatMap(volume -> volume.during().stream())
                .allMatch(span -> span.until() <= shortest(windows));
    }

    private List<DeclaredWindow> kept(Declaration before, long now) {
        boolean any = dice.oneIn(10);
        return before.windows().values().stream()
                .filter(window -> any || stands(window, now))
                .filter(_ -> !dice.oneIn(5))
                .sorted(Comparator.comparingLong(window -> window.window().from()))
                .toList();
    }

    private static boolean stands(DeclaredWindow window, long now) {
        WindowState state = window.state(now);
        return state == WindowState.DECLARED || state == WindowState.ACTIVATED;
    }

    private Window moved(Window window, long earliest) {
        if (window.from() >= earliest && dice.oneIn(2)) return window;
        long from = Math.max(earliest, window.from() + SECOND * (dice.below(7) - 3));
        boolean open = window.until() == Window.OPEN_UNTIL;
        return new Window(from, open ? window.until() : from + window.until() - window.from());
    }

    private long fresh(List<WindowDraft> windows, long from) {
        long until = from + SECOND * (1 + dice.below(dice.oneIn(4) ? 120 : 15));
        windows.add(new WindowDraft(Optional.empty(), new Window(from, until)));
        return until + SECOND * dice.below(3);
    }

    private static void open(List<WindowDraft> windows) {
        WindowDraft last = windows.removeLast();
        windows.add(new WindowDraft(last.number(), new Window(last.window().from(), Window.OPEN_UNTIL)));
    }

    private Plan plan(String place, List<WindowDraft> windows) {
        List<DeclaredVolume> volumes = new ArrayList<>();
        for (int left = 1 + dice.below(2); left > 0; left--)
            volumes.add(new DeclaredVolume(outline(), band(), during(windows)));
        DeskId desk = new DeskId(dice.oneIn(30) ? "sea" : "air");
        return new Plan(Optional.of(place), desk, volumes, List.of());
    }

    private Optional<Span> during(List<WindowDraft> windows) {
        long shortest = shortest(windows);
        return dice.oneIn(5) ? Optional.of(new Span(shortest / 4, shortest / 2)) : Optional.empty();
    }

    private static long shortest(List<WindowDraft> windows) {
        return windows.stream()
                .map(WindowDraft::window)
                .filter(window -> window.until() != Window.OPEN_UNTIL)
                .mapToLong(window -> window.until() - window.from())
                .min()
                .orElse(SECOND);
    }

    private Outline outline() {
        double precision = dice.oneIn(6) ? 150 : 0;
        if (dice.oneIn(2))
            return new Outline(Core.Kind.SPOT, List.of(List.of(position())), 500 + 100 * dice.below(60), precision);
        return new Outline(
                Core.Kind.CHAIN, List.of(List.of(position(), position())), 500 + 100 * dice.below(20), precision);
    }

    private Position position() {
        return new Position(SOUTH + dice.below(4_000) * FINEST, WEST + dice.below(4_000) * FINEST);
    }

    private Band band() {
        if (dice.oneIn(10)) return Band.ALL;
        if (dice.oneIn(10)) return overGround(dice.oneIn(4) ? 20_000 : 500);
        Reference reference =
                dice.oneIn(5) ? dice.pick(List.of(Reference.AGL, Reference.W84, Reference.FL)) : Reference.AMSL;
        long floor = 100_000L * dice.below(40);
        return Band.between(
                new Height(reference, floor), new Height(reference, floor + 100_000L * (1 + dice.below(20))));
    }

    // From a height over the sea to one over a ground that lies as high, or as nowhere on Earth.
    private Band overGround(int metres) {
        return new Band(
                Optional.of(Height.floor(Reference.AMSL, metres)),
                Optional.of(Height.ceiling(Reference.AGL, 1000 + dice.below(3000))),
                Ground.between(metres, metres + 1000));
    }
}
