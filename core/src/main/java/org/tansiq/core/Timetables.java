package org.tansiq.core;

import java.util.List;
import java.util.function.BiFunction;
import org.tansiq.core.party.PartyId;

/**
 * The timetables of several parties in one world. Who follows from world to world looks at what came between
 * them alone, once for all parties.
 */
public final class Timetables {
    public static final Timetables NONE = new Timetables(World.EMPTY, Table.empty());

    private final World world;
    private final Table<PartyId, Timetable> all;

    private Timetables(World world, Table<PartyId, Timetable> all) {
        this.world = world;
        this.all = all;
    }

    /** The world in which they are so. */
    public World world() {
        return world;
    }

    /** The timetable of a party that is among these. */
    public Timetable of(PartyId party) {
        return all.get(party).orElseThrow();
    }

    /** These and that of one party more, what was over before this world's last entry left out. */
    public Timetables with(PartyId party) {
        if (all.has(party)) return this;
        Timetables alone =
                new Timetables(World.EMPTY, Table.<PartyId, Timetable>empty().put(party, Timetable.EMPTY));
        return new Timetables(world, all.put(party, alone.in(world, world.at()).of(party)));
    }

    public Timetables without(PartyId party) {
        return new Timetables(world, all.remove(party));
    }

    /** The same in another world; what is over at a time, in microseconds, is not taken up. */
    public Timetables in(World other, long at) {
        Following following = new Following(all);
        Disclosure.declarations(world, other, all::has, following.by(Timetable::items, at));
        Disclosure.conflicts(world, other, all::has, following.by(Timetable::items, at));
        return new Timetables(other, following.tables);
    }

    /** Less what some changes of a party end. */
    public Timetables less(PartyId party, List<Timetable.Change> told) {
        Timetable left = of(party);
        for (Timetable.Change change : told) if (change.what().last()) left = left.without(change.item());
        return new Timetables(world, all.put(party, left));
    }

    /** Timetables being brought into another world. */
    private static final class Following {
        private Table<PartyId, Timetable> tables;

        Following(Table<PartyId, Timetable> tables) {
            this.tables = tables;
        }

        <T> Disclosure.Moved<T> by(BiFunction<T, Long, List<Timetable.Item>> items, long at) {
            return (viewer, before, now) -> {
                List<Timetable.Item> old =
                        before.map(was -> items.apply(was, Long.MIN_VALUE)).orElse(List.of());
                List<Timetable.Item> fresh = now.map(is -> items.apply(is, at)).orElse(List.of());
                if (!old.equals(fresh)) tables = tables.put(viewer, of(viewer, old, fresh));
            };
        }

        private Timetable of(PartyId viewer, List<Timetable.Item> old, List<Timetable.Item> fresh) {
            Timetable table = tables.get(viewer).orElseThrow();
            for (Timetable.Item item : old) table = table.without(item);
            for (Timetable.Item item : fresh) table = table.with(item);
            return table;
        }
    }
}
