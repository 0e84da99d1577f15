package org.tansiq.app.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tansiq.app.drawing.OverlapArea;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Box;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Window;

/** Compares all items of a roll. The order of the answer does not depend on the number of threads. */
final class Comparison {
    // The surest first, then what overlaps before what touches, then the deepest.
    private static final Comparator<Encounter> DEEPEST = Comparator.comparing(Encounter::verdict)
            .thenComparing(Encounter::touching)
            .thenComparingDouble(e -> e.overlap().gap().metres());

    private Comparison() {}

    /** Every conflict that begins no later than a moment, soonest first. */
    static List<Conflict> of(Roll roll, long horizon, boolean touching, Progress progress) {
        return runs(encounters(roll, progress)).stream()
                .filter(run -> run.getFirst().overlap().window().from() <= horizon)
                .filter(run -> touching || !run.stream().allMatch(Encounter::touching))
                .toList()
                .parallelStream()
                .map(run -> conflict(roll, run))
                .sorted(Conflict.ORDER)
                .toList();
    }

    private static List<Encounter> encounters(Roll roll, Progress progress) {
        Neighbours neighbours = new Neighbours(roll);
        return IntStream.range(0, roll.items().size())
                .parallel()
                .boxed()
                .flatMap(i -> met(roll, neighbours, i, progress))
                .sorted(Encounter.ORDER)
                .toList();
    }

    private static Stream<Encounter> met(Roll roll, Neighbours neighbours, int asked, Progress progress) {
        Roll.Item item = roll.items().get(asked);
        progress.step();
        return neighbours.of(asked).flatMap(other -> Encounter.between(roll, item, other).stream());
    }

    /** Encounters of the same two sides whose windows touch or overlap, from the first to the last. */
    static List<List<Encounter>> runs(List<Encounter> sorted) {
        List<List<Encounter>> runs = new ArrayList<>();
        long until = 0;
        for (Encounter next : sorted) {
            Window window = next.overlap().window();
            boolean continued = !runs.isEmpty() && sameSides(runs.getLast().getFirst(), next) && window.from() <= until;
            if (!continued) runs.add(new ArrayList<>());
            runs.getLast().add(next);
            until = continued ? Math.max(until, window.until()) : window.until();
        }
        return runs;
    }

    private static boolean sameSides(Encounter one, Encounter two) {
        return one.a().side() == two.a().side() && one.b().side() == two.b().side();
    }

    private static Conflict conflict(Roll roll, List<Encounter> run) {
        Encounter deepest = run.stream().min(DEEPEST).orElseThrow();
        Side a = roll.side(deepest.a().side());
        Side b = roll.side(deepest.b().side());
        Window window = run.stream()
                .map(e -> e.overlap().window())
                .reduce(Window::joined)
                .orElseThrow();
        Band band =
                run.stream().map(e -> e.overlap().band()).reduce(Band::joined).orElseThrow();
        List<Box> boxes = run.stream().map(Comparison::box).toList();
        Box box = boxes.stream().reduce(Box::joined).orElseThrow();
        Optional<Double> area = area(deepest, boxes.get(run.indexOf(deepest)));
        return new Conflict(a, b, List.copyOf(run), deepest, window, band, box, area, Clearings.of(a, b));
    }

    private static Optional<Double> area(Encounter e, Box box) {
        if (e.touching()) return Optional.empty();
        Footprint a = e.a().volume().footprint();
        Footprint b = e.b().volume().footprint();
        return OverlapArea.of(a, b, box.middle());
    }

    private static Box box(Encounter e) {
        return Box.of(e.a().volume().footprint(), e.b().volume().footprint());
    }
}
