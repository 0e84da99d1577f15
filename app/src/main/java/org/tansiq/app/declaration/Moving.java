package org.tansiq.app.declaration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Unfit;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * A reservation that moves along its fixes: a chain of leg volumes, each with its own window.
 *
 * <p>A leg is held from the time of its first fix until the time of its second. A range of speeds widens
 * that: from when the fastest can be at its first fix until when the slowest has reached its second, both
 * counted from the time of the first fix of all.
 */
final class Moving {
    /** The greatest speed a reservation or a flight may have, in knots. */
    static final double SPEED_MAX = 5_000;

    private final Drawing whole;
    private final List<Position> fixes;
    private final List<Instant> times;
    private final Optional<double[]> speeds;

    Moving(Drawing whole) {
        this.whole = whole;
        this.fixes = whole.geometry().line();
        this.speeds = whole.node().optional("speedKnots").map(Moving::speeds);
        this.times = times(whole.node().required("times"));
        if (fixes.size() < 2) throw Faulty.at(whole.geometry().path(), InputFault.WRONG_COUNT, fixes.size(), 2);
        for (String other : List.of("windows", "from", "until"))
            if (whole.node().optional(other).isPresent())
                throw Faulty.at(whole.node().path(other), InputFault.GIVEN_TWICE, other, "times");
    }

    Sketch sketch() {
        Measure half = Measure.required(whole.node(), "width").positive().half();
        List<Volume> volumes = new ArrayList<>();
        double flown = 0;
        for (int i = 0; i + 1 < fixes.size(); i++) {
            double length = fixes.get(i).metresTo(fixes.get(i + 1));
            Footprint footprint = half.round(leg(i), whole.accuracy().precision());
            Window window = window(i, flown, flown + length);
            volumes.add(new Volume(footprint, whole.extent().band(), window));
            flown += length;
        }
        return new Sketch(whole.extent(), volumes, List.of());
    }

    // Two fixes in one place are a wait there.
    private Core leg(int i) {
        Position a = fixes.get(i);
        Position b = fixes.get(i + 1);
        return Faulty.fit(whole.geometry().path(), () -> a.metresTo(b) == 0 ? Core.spot(a) : Core.chain(List.of(a, b)));
    }

    private Window window(int i, double reached, double left) {
        Instant from = times.get(times.size() == 1 ? 0 : i);
        Instant until = times.get(times.size() == 1 ? 0 : i + 1);
        String field = Node.item(whole.node().path("times"), i + 1);
        if (until.isBefore(from)) throw Faulty.at(field, new Unfit(Fault.UNTIL_BEFORE_FROM, until, from));
        if (speeds.isEmpty()) return Times.window(field, Optional.of(from), Optional.of(until));
        Instant earliest = after(reached, speeds.get()[1]);
        Instant latest = after(left, speeds.get()[0]);
        if (times.size() > 1 && from.isBefore(earliest)) earliest = from;
        if (until.isAfter(latest)) latest = until;
        return Times.window(field, Optional.of(earliest), Optional.of(latest));
    }

    private Instant after(double metres, double knots) {
        double seconds = metres / (knots * Measure.METRES_PER_NM / 3600);
        return times.getFirst().plus(Duration.ofNanos((long) (seconds * 1e9)));
    }

    private List<Instant> times(Node node) {
        List<Node> items = node.items();
        boolean first = items.size() == 1 && speeds.isPresent();
        if (!first && items.size() != fixes.size())
            throw Faulty.at(node.path(), InputFault.WRONG_COUNT, items.size(), fixes.size());
        return items.stream().map(Times::instant).toList();
    }

    private static double[] speeds(Node node) {
        List<Node> ends = node.items(2);
        double slowest = ends.getFirst().number();
        double fastest = ends.getLast().number();
        if (slowest <= 0) throw Faulty.at(node.path(), InputFault.NOT_POSITIVE, slowest, 0);
        if (fastest > SPEED_MAX || slowest > fastest)
            throw Faulty.at(node.path(), InputFault.SPEED, fastest, fastest > SPEED_MAX ? SPEED_MAX : slowest);
        return new double[] {slowest, fastest};
    }
}
