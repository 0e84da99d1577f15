package org.tansiq.app.drawing;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Position;

/** What is drawn of one conflict, its words already in their language. */
public record Panel(List<String> lines, String a, String b, Plan plan, Axis heights, Axis times) {

    /** Both outlines, and the pairs of them that meet; the length says metres in words. */
    public record Plan(
            String caption,
            Position centre,
            List<Footprint> a,
            List<Footprint> b,
            List<Pair> pairs,
            String north,
            DoubleFunction<String> length) {}

    public record Pair(Footprint a, Footprint b) {}

    /** Both spans along one axis and what they share. */
    public record Axis(String caption, Span a, Span b, Span shared) {}

    /** From a low to a high value, each with its words; an end that is absent is open. */
    public record Span(Optional<Double> low, Optional<Double> high, String lowLabel, String highLabel) {}
}
