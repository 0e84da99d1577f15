package org.tansiq.core.airspace;

import java.util.Comparator;
import java.util.List;
import org.tansiq.core.Malformed;
import org.tansiq.geometry.Window;

/** What others may have to know of a declaration: the plan, and in which windows. */
public record Envelope(Plan plan, List<WindowDraft> windows) {
    public Envelope {
        windows = List.copyOf(windows);
        if (windows.isEmpty()) throw new Malformed("windows", "0 windows", "at least one window");
        long held =
                (long) windows.size() * (plan.volumes().size() + plan.minus().size());
        if (held > Plan.VOLUMES_MAX)
            throw new Malformed("volumes", held + " volumes times windows", "at most " + Plan.VOLUMES_MAX);
        for (WindowDraft draft : windows) check(plan, draft.window());
        if (windows.size() > 1) {
            checkApart(windows);
            checkNumbers(windows);
        }
    }

    private static void check(Plan plan, Window window) {
        if (window.from() == Window.OPEN_FROM) throw new Malformed("windows.from", "open", "a time");
        for (int i = 0; i < plan.volumes().size(); i++)
            if (!plan.volumes().get(i).fits(window))
                throw new Malformed("volumes[" + i + "].during", "a part of a window", "within every window");
    }

    // One may begin where another ends; what overlaps would be one window.
    private static void checkApart(List<WindowDraft> windows) {
        List<Window> sorted = windows.stream()
                .map(WindowDraft::window)
                .sorted(Comparator.comparingLong(Window::from).thenComparingLong(Window::until))
                .toList();
        for (int i = 1; i < sorted.size(); i++)
            if (sorted.get(i).from() < sorted.get(i - 1).until())
                throw new Malformed("windows", Window.instant(sorted.get(i).from()) + " twice", "windows apart");
    }

    private static void checkNumbers(List<WindowDraft> windows) {
        List<Integer> numbers =
                windows.stream().flatMap(w -> w.number().stream()).toList();
        if (numbers.stream().distinct().count() < numbers.size())
            throw new Malformed("windows.number", numbers.toString(), "each number once");
    }
}
