package org.tansiq.app.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Ground;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** The heights and times of a part. What a layer or a leg does not say, it has from the whole. */
record Extent(Optional<DeclaredHeight> floor, Optional<DeclaredHeight> ceiling, Band band, List<Window> windows) {
    /** Every height, always. */
    static final Extent OPEN = new Extent(Optional.empty(), Optional.empty(), Band.ALL, List.of(Window.ALWAYS));

    private static final Set<String> UNITS = new TreeSet<>(Set.of("m", "ft", "FL"));
    private static final Set<String> REFERENCES = new TreeSet<>(Set.of("W84", "AMSL", "AGL", "FL"));

    static Extent of(Node node, Extent whole) {
        Optional<DeclaredHeight> floor =
                node.optional("floor").map(Extent::declared).or(whole::floor);
        Optional<DeclaredHeight> ceiling =
                node.optional("ceiling").map(Extent::declared).or(whole::ceiling);
        Ground ground = node.optional("groundMetres").map(Extent::ground).orElse(whole.band.ground());
        Optional<Height> low = floor.map(h -> Faulty.fit(() -> node.path("floor"), () -> low(h)));
        Optional<Height> high = ceiling.map(h -> Faulty.fit(() -> node.path("ceiling"), () -> high(h)));
        Band band = Faulty.fit(() -> node.path("ceiling"), () -> new Band(low, high, ground));
        return new Extent(floor, ceiling, band, Times.windows(node).orElse(whole.windows));
    }

    /** Each footprint in each window. */
    List<Volume> volumes(List<Footprint> footprints) {
        List<Volume> volumes = new ArrayList<>();
        for (Footprint footprint : footprints)
            for (Window window : windows) volumes.add(new Volume(footprint, band, window));
        return volumes;
    }

    private static DeclaredHeight declared(Node node) {
        Node given = node.object().required("value");
        double value = given.number();
        String unit = node.required("unit").oneOf(UNITS);
        Reference reference = unit.equals("FL") ? level(node) : reference(node.required("reference"));
        if (!unit.equals("m") && value != StrictMath.rint(value))
            throw Faulty.at(given.path(), InputFault.NOT_WHOLE, value);
        return new DeclaredHeight(reference, unit(unit), value);
    }

    private static Reference level(Node node) {
        return node.optional("reference")
                .map(r -> Reference.valueOf(r.oneOf(Set.of("FL"))))
                .orElse(Reference.FL);
    }

    private static Reference reference(Node node) {
        return Reference.valueOf(node.oneOf(REFERENCES));
    }

    private static Unit unit(String unit) {
        return switch (unit) {
            case "m" -> Unit.METRES;
            case "ft" -> Unit.FEET;
            default -> Unit.LEVEL;
        };
    }

    private static Ground ground(Node node) {
        List<Node> ends = node.items(2);
        return Faulty.fit(
                node.path(),
                () -> Ground.between(ends.getFirst().number(), ends.getLast().number()));
    }

    private static Height low(DeclaredHeight h) {
        return switch (h.unit()) {
            case METRES -> Height.floor(h.reference(), h.value());
            case FEET -> Height.floorFeet(h.reference(), (long) h.value());
            case LEVEL -> Height.floorFeet(h.reference(), (long) (h.value() * 100));
        };
    }

    private static Height high(DeclaredHeight h) {
        return switch (h.unit()) {
            case METRES -> Height.ceiling(h.reference(), h.value());
            case FEET -> Height.ceilingFeet(h.reference(), (long) h.value());
            case LEVEL -> Height.ceilingFeet(h.reference(), (long) (h.value() * 100));
        };
    }
}
