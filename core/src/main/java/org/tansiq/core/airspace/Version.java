package org.tansiq.core.airspace;

import java.util.List;
import java.util.Optional;
import org.tansiq.core.Hash;
import org.tansiq.core.Refusal;
import org.tansiq.core.Table;

/**
 * A version of a declaration being made of what somebody said, at a time; {@code notice} is the least in
 * microseconds, {@code reach} as it is without a version before, {@code charge} what it costs.
 */
record Version(
        Hash id, Holder by, long at, Envelope envelope, Details details, long notice, Reach reach, Charge charge) {
    /** What the rules find of a plan: volumes that leave the theatre, a place that is elsewhere. */
    record Found(List<Integer> beyond, Optional<Misplaced> misplaced) {}

    Declaration first(Found found) {
        return declaration(1, numbered(Table.empty(), 0, Optional.empty()), found, reach);
    }

    /**
     * The version after another, which nothing {@link #bars}. Windows that are not named again are withdrawn.
     */
    Declaration after(Declaration before, Found found) {
        Table<Integer, DeclaredWindow> windows = before.windows();
        for (DeclaredWindow window : before.standing(at))
            windows = windows.put(window.number(), window.moved(WindowState.WITHDRAWN, at));
        Table<Integer, DeclaredWindow> after = numbered(windows, last(before), Optional.of(before));
        boolean same = envelope.plan().equals(before.plan()) && standing(after).equals(standing(before.windows()));
        return declaration(before.version() + 1, after, found, before.reach().followed(reach, same));
    }

    private List<DeclaredWindow> standing(Table<Integer, DeclaredWindow> windows) {
        return windows.values().stream().filter(window -> window.standing(at)).toList();
    }

    /** What keeps a version from coming after another. */
    Optional<Refusal> bars(Declaration before) {
        for (WindowDraft draft : envelope.windows()) {
            if (draft.number().isEmpty()) continue;
            Optional<DeclaredWindow> known = before.windows().get(draft.number().get());
            if (known.isEmpty())
                return Optional.of(
                        new AirspaceRefusal.NoSuchWindow(draft.number().get()));
            if (!known.get().standing(at)) return Optional.of(is(known.get()));
        }
        for (DeclaredWindow window : before.standing(at))
            if (window.recorded() == WindowState.ACTIVATED && !named(window.number())) return Optional.of(is(window));
        long added = envelope.windows().stream()
                .filter(draft -> draft.number().isEmpty())
                .count();
        return last(before) + added > AirspaceRules.WINDOWS_MAX
                ? Optional.of(new AirspaceRefusal.TooManyDeclared("windows", AirspaceRules.WINDOWS_MAX))
                : Optional.empty();
    }

    private Refusal is(DeclaredWindow window) {
        return new AirspaceRefusal.WindowIs(window.number(), window.state(at));
    }

    private boolean named(int number) {
        return envelope.windows().stream().anyMatch(draft -> draft.number().equals(Optional.of(number)));
    }

    private static int last(Declaration before) {
        return before.windows().last().map(Table.Row::key).orElse(0);
    }

    private Table<Integer, DeclaredWindow> numbered(
            Table<Integer, DeclaredWindow> windows, int last, Optional<Declaration> before) {
        Table<Integer, DeclaredWindow> after = windows;
        int next = last;
        for (WindowDraft draft : envelope.windows()) {
            int number = draft.number().isPresent() ? draft.number().get() : ++next;
            Optional<DeclaredWindow> known = before.flatMap(b -> b.windows().get(number));
            after = after.put(number, window(number, draft, known, before));
        }
        return after;
    }

    // Who changes neither place nor time has given notice of it before.
    private DeclaredWindow window(
            int number, WindowDraft draft, Optional<DeclaredWindow> known, Optional<Declaration> before) {
        boolean same = known.isPresent()
                && known.get().window().equals(draft.window())
                && envelope.plan().sameSpace(before.orElseThrow().plan());
        if (same) return known.get();
        boolean late = draft.window().from() - at < notice;
        WindowState state = known.map(DeclaredWindow::recorded).orElse(WindowState.DECLARED);
        long moved = known.map(DeclaredWindow::moved).orElse(at);
        return new DeclaredWindow(number, draft.window(), state, at, late, moved);
    }

    private Declaration declaration(int number, Table<Integer, DeclaredWindow> windows, Found found, Reach open) {
        return new Declaration(
                id,
                by.party(),
                by.status(),
                number,
                envelope.plan(),
                details,
                windows,
                found.beyond,
                open,
                charge,
                found.misplaced);
    }
}
