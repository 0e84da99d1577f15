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
import org.tansiq.core.airspace.Overlap;
import org.tansiq.core.airspace.Pair;
import org.tansiq.core.airspace.Side;
import org.tansiq.core.airspace.WindowState;
import org.tansiq.geometry.Window;

/** What each party was last told of each conflict is what the world holds, and says all that is so. */
final class Tidings {
    private static final long FIVE_MINUTES = 300_000_000;

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
            List<Pair> pairs = conflict.finding().pairs().stream()
                    .filter(pair -> !over(pair, world.at()))
                    .toList();
            holds(
                    conflict,
                    new Two(a, conflict.a(), conflict.b()),
                    pairs.size(),
                    used(pairs.stream().map(Pair::b).toList(), b),
                    world.at());
            holds(
                    conflict,
                    new Two(b, conflict.b(), conflict.a()),
                    pairs.size(),
                    used(pairs.stream().map(Pair::a).toList(), a),
                    world.at());
        }
    }

    /** A side of a conflict with its own declaration, and the other side. */
    private record Two(Declaration own, Side side, Side other) {}

    private static boolean over(Pair pair, long at) {
        long until = pair.window().until();
        return until != Window.OPEN_UNTIL && Math.ceilDiv(until, FIVE_MINUTES) * FIVE_MINUTES < at;
    }

    private static long used(List<Integer> windows, Declaration of) {
        return windows.stream()
                .filter(number -> of.windows().get(number).orElseThrow().recorded() == WindowState.ACTIVATED)
                .count();
    }

    private void holds(Conflict conflict, Two two, int pairs, long used, long at) {
        Side side = two.side;
        if (two.own.charge().withheld() && side.view().isEmpty()) return;
        String which = side.party() + " of " + conflict.id();
        Promises.hold(last.containsKey(which), which + " was told nothing");
        ConflictView view = Objects.requireNonNull(last.get(which));
        Promises.hold(side.view().filter(view::equals).isPresent(), which + " was told " + view + ", not " + side);
        List<Overlap> ahead = view.overlaps().stream()
                .filter(overlap -> overlap.window().until() >= at)
                .toList();
        int overlaps = ahead.size();
        Promises.hold(
                view.more() ? overlaps <= pairs : overlaps == pairs,
                which + " was told of " + overlaps + ", not " + pairs);
        long active = ahead.stream().filter(o -> o.activated()).count();
        Promises.hold(view.more() || active == used, which + " was told that " + active + " are in use, not " + used);
        Promises.hold(view.standing().seen() == side.current(), which + " was told that it has seen it, or not");
        Promises.hold(
                view.standing().seenByOther() || !two.other.current(),
                which + " was not told that the other has seen it");
        Promises.hold(
                !view.standing().seenByOther() || two.other.seen() > 0,
                which + " was told that the other has seen it, which it never did");
        counts.add("law: views that say what is so");
    }
}
