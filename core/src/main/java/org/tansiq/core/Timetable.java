package org.tansiq.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tansiq.core.airspace.DeclaredWindow;
import org.tansiq.core.airspace.Overlap;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Window;

/**
 * What the clock alone changes of what one party may see: the windows of its own declarations that nobody
 * ended or withdrew, and the overlaps of its conflicts at the rounded times that it was told. Never an entry,
 * for entries would publish hidden timetables.
 *
 * <p>Times in microseconds since 1970; windows are closed. Items and changes come soonest first, what has one
 * time in the order of declarations, then conflicts.
 */
public final class Timetable {
    /** How long before its beginning something is about to start: 15 minutes. */
    public static final long ABOUT = 15 * 60_000_000L;

    public enum Kind {
        DECLARATION,
        CONFLICT
    }

    /** A window of a declaration, or an overlap of a conflict, by its number. */
    public record Item(Kind kind, Hash of, int number, Window window) {
        public boolean aboutToStart(long at) {
            return at < window.from() && window.from() - at <= ABOUT;
        }

        public boolean running(long at) {
            return window.from() <= at && at <= window.until();
        }

        /** Nobody said until when. */
        public boolean open() {
            return window.until() == Window.OPEN_UNTIL;
        }
    }

    public enum What {
        ABOUT_TO_START,
        STARTED,
        /** The time of a window of a declaration is over. */
        EXPIRED,
        /** The time of an overlap of a conflict is over. */
        OVER
    }

    /** {@code at} is the first microsecond at which it is so. */
    public record Change(Item item, What what, long at) {}

    private final List<Item> items;
    private final List<Change> changes;

    private Timetable(List<Item> items) {
        this.items = items;
        List<Change> all = new ArrayList<>();
        for (Item item : items) add(all, item);
        all.sort(Comparator.comparingLong(Change::at));
        this.changes = all;
    }

    /** Everything of a party that is not over at a time. */
    public static Timetable of(World world, PartyId viewer, long at) {
        return of(world, List.of(viewer), at).get(viewer).orElseThrow();
    }

    /** The same of several parties, for whom the world is gone through once. */
    public static Table<PartyId, Timetable> of(World world, List<PartyId> viewers, long at) {
        TreeMap<PartyId, List<Item>> items = new TreeMap<>();
        for (PartyId viewer : viewers) items.put(viewer, new ArrayList<>());
        Disclosure.declarations(world, items.keySet(), (viewer, declaration) -> {
            for (DeclaredWindow window : declaration.standing(at))
                to(items, viewer).add(new Item(Kind.DECLARATION, declaration.id(), window.number(), window.window()));
        });
        Disclosure.conflicts(world, items.keySet(), (viewer, view) -> {
            for (Overlap overlap : view.overlaps())
                if (overlap.window().until() >= at)
                    to(items, viewer).add(new Item(Kind.CONFLICT, view.conflict(), overlap.number(), overlap.window()));
        });
        List<Table.Row<PartyId, Timetable>> all = new ArrayList<>();
        items.forEach((viewer, own) -> {
            own.sort(Comparator.comparingLong(item -> item.window().from()));
            all.add(new Table.Row<>(viewer, new Timetable(own)));
        });
        return Table.sorted(all);
    }

    private static List<Item> to(SortedMap<PartyId, List<Item>> items, PartyId viewer) {
        return requireNonNull(items.get(viewer));
    }

    private static void add(List<Change> to, Item item) {
        Window window = item.window();
        if (window.from() >= Long.MIN_VALUE + ABOUT)
            to.add(new Change(item, What.ABOUT_TO_START, window.from() - ABOUT));
        to.add(new Change(item, What.STARTED, window.from()));
        if (!item.open())
            to.add(new Change(item, item.kind() == Kind.DECLARATION ? What.EXPIRED : What.OVER, window.until() + 1));
    }

    /** What changes after a time, until another, that one included. */
    public List<Change> changes(long after, long until) {
        int from = place(after);
        return changes.subList(from, Math.max(from, place(until)));
    }

    // How many changes are not after a time.
    private int place(long at) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).at() <= at) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** How many of a kind are not over at a time. */
    public long standing(Kind kind, long at) {
        return items.stream()
                .filter(item -> item.kind() == kind && item.window().until() >= at)
                .count();
    }

    /** The first of a kind, and at most so many, for which something holds. */
    public List<Item> first(Kind kind, int most, Predicate<Item> holds) {
        return items.stream()
                .filter(item -> item.kind() == kind && holds.test(item))
                .limit(most)
                .toList();
    }
}
