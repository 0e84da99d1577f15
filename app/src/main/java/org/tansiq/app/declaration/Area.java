package org.tansiq.app.declaration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Volume;

/** A {@code POLYALT} of a scenario: a ring between two levels, in either order, from its time on. */
record Area(ScenarioLine line, Terms terms) {

    String name() {
        return Names.checked("name", line.argument(0, "name"));
    }

    Part part(String name) {
        DeclaredHeight one = line.level(1, "level", ScenarioLine.LEVEL_MAX);
        DeclaredHeight other = line.level(2, "level", ScenarioLine.LEVEL_MAX);
        boolean ordered = feet(one) <= feet(other);
        DeclaredHeight floor = ordered ? one : other;
        DeclaredHeight ceiling = ordered ? other : one;
        Band band = Faulty.fit(
                "level",
                () -> Band.between(
                        Height.floor(Reference.FL, feet(floor) * Height.METRES_PER_FOOT),
                        Height.ceiling(Reference.FL, feet(ceiling) * Height.METRES_PER_FOOT)));
        Core core = Faulty.fit("positions", () -> Core.ring(positions()));
        Instant from = terms.day().atStartOfDay().toInstant(ZoneOffset.UTC).plus(line.at());
        Volume volume =
                new Volume(new Footprint(core, 0), band, Times.window("time", Optional.of(from), Optional.empty()));
        return new Part(name, Optional.of(floor), Optional.of(ceiling), true, List.of(volume), List.of(), List.of());
    }

    private List<Position> positions() {
        int numbers = line.arguments().size() - 3;
        if (numbers % 2 != 0) throw Faulty.at("positions", InputFault.WRONG_COUNT, numbers, numbers + 1);
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < numbers; i += 2) positions.add(line.position(i + 3, Node.item("positions", i / 2)));
        return positions;
    }

    private static double feet(DeclaredHeight level) {
        return level.unit() == Unit.LEVEL ? level.value() * 100 : level.value();
    }
}
