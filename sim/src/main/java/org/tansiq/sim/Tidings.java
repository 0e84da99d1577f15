package org.tansiq.sim;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.tansiq.core.Delivery;
import org.tansiq.core.Event;
import org.tansiq.core.World;
import org.tansiq.core.airspace.Airspace;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.Conflict;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Declaration;
import org.tansiq.core.airspace.Pair;
import org.tansiq.core.airspace.Side;
import org.tansiq.core.airspace.WindowState;

/** What each party was last told of each conflict is what the world holds, and says all that is so. */
final class Tidings {
    private final Counts counts;
    private final TreeMap<String, ConflictView> last = new TreeMap<>(); // By party and conflict.

    Tidings(Counts counts) {
        this.counts = counts;
    }

    void see(Delivery delivery) {
        for (Event event : delivery.shown())
            if (event instanceof AirspaceEvent.Told told)
                last.put(delivery.to() + " of " + told.view().conflict(), told.view());
    }

    /** All that was told, against a world in which all of it has happened. */
    void holds(World world) {
        Airspace airspace = world.airspace();
        for (Conflict conflict : airspace.conflicts().values()) {
            Declaration a = airspace.declaration(conflict.finding().a()).orElseThrow();
            Declaration b = airspace.declaration(conflict.finding().b()).orElseThrow();
            List<Pair> pairs = conflict.finding().pairs();
            holds(
                    conflict,
                    conflict.a(),
                    conflict.b(),
                    used(pairs.stream().map(Pair::b).toList(), b));
            holds(
                    conflict,
                    conflict.b(),
                    conflict.a(),
                    used(pairs.stream().map(Pair::a).toList(), a));
        }
    }

    private static long used(List<Integer> windows, Declaration of) {
        return windows.stream()
                .filter(number -> of.windows().get(number).orElseThrow().recorded() == WindowState.ACTIVATED)
                .count();
    }

    private void holds(Conflict conflict, Side side, Side other, long used) {
        String which = side.party() + " of " + conflict.id();
        Promises.hold(last.containsKey(which), which + " was told nothing");
        ConflictView view = Objects.requireNonNull(last.get(which));
        Promises.hold(side.view().filter(view::equals).isPresent(), which + " was told " + view + ", not " + side);
        int overlaps = view.overlaps().size();
        int pairs = conflict.finding().pairs().size();
        Promises.hold(
                view.more() ? overlaps <= pairs : overlaps == pairs,
                which + " was told of " + overlaps + ", not " + pairs);
        long active = view.overlaps().stream().filter(o -> o.activated()).count();
        Promises.hold(view.more() || active == used, which + " was told that " + active + " are in use, not " + used);
        Promises.hold(view.standing().seen() == side.current(), which + " was told that it has seen it, or not");
        Promises.hold(
                view.standing().seenByOther() == other.current(), which + " was told whether the other has seen it");
        counts.add("law: views that say what is so");
    }
}
