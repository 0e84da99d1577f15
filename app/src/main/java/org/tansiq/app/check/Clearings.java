package org.tansiq.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tansiq.app.declaration.DeclaredHeight;
import org.tansiq.app.declaration.Part;
import org.tansiq.app.declaration.Unit;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Verdict;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** By how much either of two sides must move, in height or in time, before they do not meet at all. */
final class Clearings {
    /** Pairs of volumes beyond which nothing is worked out. */
    static final long PAIRS_MAX = 1_000_000;

    /** Two volumes whose footprints meet, whatever their heights and times. */
    private record Pair(Volume mover, Volume stayer) {
        Pair turned() {
            return new Pair(/* mover= */ stayer, /* stayer= */ mover);
        }
    }

    private Clearings() {}

    /** The least changes of each kind for each side; none of a kind where an open end forbids it. */
    static List<Clearing> of(Side a, Side b) {
        if ((long) a.volumes().size() * b.volumes().size() > PAIRS_MAX) return List.of();
        List<Pair> pairs = pairs(a, b);
        List<Pair> turned = pairs.stream().map(Pair::turned).toList();
        return Stream.of(higher(true, a, pairs), higher(false, b, turned), later(true, pairs), later(false, turned))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Pair> pairs(Side a, Side b) {
        List<Volume> others = b.volumes().stream().map(Clearings::everywhere).toList();
        List<Pair> pairs = new ArrayList<>();
        for (Volume one : a.volumes()) {
            Volume wide = everywhere(one);
            for (int i = 0; i < others.size(); i++)
                if (Meeting.possible(wide, others.get(i)))
                    pairs.add(new Pair(one, b.volumes().get(i)));
        }
        return pairs;
    }

    private static Volume everywhere(Volume volume) {
        return new Volume(volume.footprint(), Band.ALL, Window.ALWAYS);
    }

    private static Optional<Clearing> higher(boolean first, Side mover, List<Pair> pairs) {
        Clearing.Step step = step(mover.part());
        List<Obstacle> obstacles = pairs.stream()
                .filter(p -> p.mover.window().meets(p.stayer.window()))
                .map(p -> (Obstacle) new Layer(p.mover.band(), p.stayer.band(), step.finest()))
                .distinct()
                .toList();
        return cleared(first, Clearing.Kind.HIGHER, step, obstacles);
    }

    private static Optional<Clearing> later(boolean first, List<Pair> pairs) {
        List<Obstacle> obstacles = pairs.stream()
                .filter(p -> p.mover.band().meets(p.stayer.band()) != Verdict.CLEAR)
                .map(p -> (Obstacle) Delay.between(p.mover.window(), p.stayer.window()))
                .distinct()
                .toList();
        return cleared(first, Clearing.Kind.LATER, Clearing.Step.MINUTES, obstacles);
    }

    private static Optional<Clearing> cleared(
            boolean first, Clearing.Kind kind, Clearing.Step step, List<Obstacle> obstacles) {
        OptionalLong steps = Obstacle.least(obstacles, step.finest());
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Clearing(first, kind, steps.getAsLong() * step.amount(), step));
    }

    private static Clearing.Step step(Part part) {
        Optional<Unit> unit = part.floor().or(part::ceiling).map(DeclaredHeight::unit);
        return unit.isPresent() && unit.get() != Unit.METRES ? Clearing.Step.FEET : Clearing.Step.METRES;
    }
}
