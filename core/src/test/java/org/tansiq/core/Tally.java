package org.tansiq.core;

import java.util.TreeMap;
import org.tansiq.core.airspace.AirspaceEvent;
import org.tansiq.core.airspace.ConflictView;
import org.tansiq.core.airspace.Level;
import org.tansiq.core.airspace.Overlap;
import org.tansiq.core.airspace.Revealed;
import org.tansiq.core.airspace.Step;

/** How often what happened. */
final class Tally {
    private final TreeMap<String, Integer> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    /** What a viewer was told by an act that it does not see, in the world after it. */
    void told(World world, Delivery delivery) {
        count("told");
        for (Event event : delivery.shown()) {
            if (event instanceof AirspaceEvent.Crowded crowded)
                count(withheld(world, crowded) ? "over budget" : "crowding");
            if (event instanceof AirspaceEvent.Exceeded || event instanceof AirspaceEvent.Lifted) count("over budget");
            if (event instanceof AirspaceEvent.Alarmed) count("alarm");
            if (event instanceof AirspaceEvent.ThreadTold told
                    && told.view().steps().getLast().kind() == Step.Kind.LAPSED) count("lapse");
            if (event instanceof AirspaceEvent.Told told) told(world, told.view());
        }
    }

    private static boolean withheld(World world, AirspaceEvent.Crowded crowded) {
        return crowded.declaration()
                .flatMap(world.airspace()::declaration)
                .map(own -> own.charge().withheld())
                .orElse(false);
    }

    void add(Tally other) {
        other.counts.forEach((what, times) -> counts.merge(what, times, Integer::sum));
    }

    private void told(World world, ConflictView view) {
        if (view.cleared()) count("clearing");
        boolean listed = world.airspace()
                .conflict(view.conflict())
                .map(conflict -> !conflict.finding().more())
                .orElse(false);
        if (view.more() && listed) count("limit");
        if (view.overlaps().stream().anyMatch(Overlap::late)) count("late");
        if (view.overlaps().stream().anyMatch(Overlap::activated)) count("activation");
        if (view.standing().seenByOther()) count("seen");
        if (view.other().flatMap(Revealed::misplaced).isPresent()) count("misplaced");
        view.other().ifPresent(other -> count(other.level() == Level.FULL ? "full" : "envelope"));
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
