package org.tansiq.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.party.PartyId;
import org.tansiq.geometry.Window;

/**
 * What the clock alone changes of what one party may see: the windows of its own declarations that nobody
 * ended or withdrew, and the overlaps of its conflicts at the rounded times that it was told. Never an entry,
 * for entries would publish hidden timetables.
 *
 * <p>Times in microseconds since 1970; windows are closed. Items and changes come soonest first, what has one
 * time in the order of declarations, then conflicts.
 *
 * <p>Law: whoFollowsHasWhatIsMadeAnew.
 */
public final class Timetable {
    /** How long before its beginning something is about to start: 15 minutes. */
    public static final long ABOUT = 15 * 60_000_000L;

    public enum Kind {
        DECLARATION,
        CONFLICT
    }

    /** A window of a declaration, or an overlap of a conflict, by its number. */
    public record Item(Kind kind, Hash of, int number, Window window) implements Comparable<Item> {
        private static final Comparator<Item> ORDER = Comparator.<Item>comparingLong(item -> item.window.from())
                .thenComparing(Item::kind)
                .thenComparing(Item::of)
                .thenComparingInt(Item::number)
                .thenComparingLong(item -> item.window.until());

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

        @Override
        public int compareTo(Item other) {
            return ORDER.compare(this, other);
        }

        private List<Change> changes() {
            List<Change> changes = new ArrayList<>();
            if (window.from() >= Long.MIN_VALUE + ABOUT)
                changes.add(new Change(this, What.ABOUT_TO_START, window.from() - ABOUT));
            changes.add(new Change(this, What.STARTED, window.from()));
            if (!open())
                changes.add(new Change(this, kind == Kind.DECLARATION ? What.EXPIRED : What.OVER, window.until() + 1));
            return changes;
        }
    }

    public enum What {
        ABOUT_TO_START,
        STARTED,
        /** The time of a window of a declaration is over. */
        EXPIRED,
        /** The time of an overlap of a conflict is over. */
        OVER;

        /** Nothing comes of the item after it. */
        boolean last() {
            return this == EXPIRED || this == OVER;
        }
    }

    /** {@code at} is the first microsecond at which it is so. */
    public record Change(Item item, What what, long at) implements Comparable<Change> {
        private static final Comparator<Change> ORDER =
                Comparator.comparingLong(Change::at).thenComparing(Change::item).thenComparing(Change::what);

        @Override
        public int compareTo(Change other) {
            return ORDER.compare(this, other);
        }
    }

    static final Timetable EMPTY = new Timetable(Table.empty(), Table.empty());

    private static final Item FIRST = new Item(Kind.DECLARATION, Hash.NONE, 0, Window.ALWAYS);

    // What stands in them is the key once more.
    private final Table<Item, Item> items;
    private final Table<Change, Change> changes;

    private Timetable(Table<Item, Item> items, Table<Change, Change> changes) {
        this.items = items;
        this.changes = changes;
    }

    /** Everything of a party that is not over at a time. */
    public static Timetable of(World world, PartyId viewer, long at) {
        return Timetables.NONE.with(viewer).in(world, at).of(viewer);
    }

    static List<Item> items(Declaration declaration, long at) {
        return declaration.standing(at).stream()
                .map(window -> new Item(Kind.DECLARATION, declaration.id(), window.number(), window.window()))
                .toList();
    }

    static List<Item> items(ConflictView view, long at) {
        return view.overlaps().stream()
                .filter(overlap -> overlap.window().until() >= at)
                .map(overlap -> new Item(Kind.CONFLICT, view.conflict(), overlap.number(), overlap.window()))
                .toList();
    }

    Timetable with(Item item) {
        Table<Change, Change> more = changes;
        for (Change change : item.changes()) more = more.put(change, change);
        return new Timetable(items.put(item, item), more);
    }

    Timetable without(Item item) {
        if (!items.has(item)) return this;
        Table<Change, Change> less = changes;
        for (Change change : item.changes()) less = less.remove(change);
        return new Timetable(items.remove(item), less);
    }

    /** What changes after a time, until another, that one included. */
    public List<Change> changes(long after, long until) {
        List<Change> found = new ArrayList<>();
        for (Table.Row<Change, Change> row : changes.from(new Change(FIRST, What.ABOUT_TO_START, after))) {
            if (row.key().at() > until) break;
            if (row.key().at() > after) found.add(row.key());
        }
        return found;
    }

    /** How many of a kind are not over at a time. */
    public long standing(Kind kind, long at) {
        return all(kind).filter(item -> item.window().until() >= at).count();
    }

    /** The first of a kind, and at most so many, for which something holds. */
    public List<Item> first(Kind kind, int most, Predicate<Item> holds) {
        return all(kind).filter(holds).limit(most).toList();
    }

    private Stream<Item> all(Kind kind) {
        return items.keys().stream().filter(item -> item.kind() == kind);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timetable that && items.equals(that.items) && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.keys().toString();
    }
}
