package org.tansiq.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
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
        public int compareTo(Item other) { // By hand: a chain of comparators takes several times as long.
            int side = Long.compare(window.from(), other.window.from());
            if (side == 0) side = kind.compareTo(other.kind);
            if (side == 0) side = of.compareTo(other.of);
            if (side == 0) side = Integer.compare(number, other.number);
            return side != 0 ? side : Long.compare(window.until(), other.window.until());
        }
    }

    /** An item in the order of the ends. */
    private record End(Item item) implements Comparable<End> {
        @Override
        public int compareTo(End other) {
            int side = Long.compare(item.window.until(), other.item.window.until());
            return side != 0 ? side : item.compareTo(other.item);
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

    // What stands in them is the item once more; what nobody said until when ends has no end.
    private final Table<Item, Item> items;
    private final Table<End, Item> ends;

    private Timetable(Table<Item, Item> items, Table<End, Item> ends) {
        this.items = items;
        this.ends = ends;
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
        return new Timetable(items.put(item, item), item.open() ? ends : ends.put(new End(item), item));
    }

    Timetable without(Item item) {
        return new Timetable(items.remove(item), ends.remove(new End(item)));
    }

    /** What changes after a time, until another, that one included. */
    public List<Change> changes(long after, long until) {
        List<Change> found = new ArrayList<>();
        starting(
                later(after, ABOUT),
                later(until, ABOUT),
                item -> found.add(new Change(item, What.ABOUT_TO_START, item.window.from() - ABOUT)));
        starting(after, until, item -> found.add(new Change(item, What.STARTED, item.window.from())));
        for (Table.Row<End, Item> row : ends.from(new End(least(new Window(Window.OPEN_FROM, after))))) {
            Item item = row.value();
            if (item.window.until() >= until) break;
            What what = item.kind == Kind.DECLARATION ? What.EXPIRED : What.OVER;
            found.add(new Change(item, what, item.window.until() + 1));
        }
        found.sort(null);
        return found;
    }

    /** Items whose window begins after a time, until another. */
    private void starting(long after, long until, Consumer<Item> each) {
        for (Table.Row<Item, Item> row : items.from(least(new Window(after, after)))) {
            if (row.key().window.from() > until) break;
            if (row.key().window.from() > after) each.accept(row.key());
        }
    }

    /** What comes before every item of a window. */
    private static Item least(Window window) {
        return new Item(Kind.DECLARATION, Hash.NONE, 0, window);
    }

    private static long later(long at, long by) {
        return at > Long.MAX_VALUE - by ? Long.MAX_VALUE : at + by;
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
        return other instanceof Timetable that && items.equals(that.items) && ends.equals(that.ends);
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
