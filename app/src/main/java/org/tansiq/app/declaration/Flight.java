package org.tansiq.app.declaration;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Fault;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Unfit;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * A flight of a scenario: straight on its heading, at its speed and level, as slices of 30 s.
 *
 * <p>Each slice is the corridor between where the flight begins and ends it, half the separation wide on
 * either side, and its own window. Every end is computed from the start, so errors do not add up.
 */
record Flight(ScenarioLine line, Terms terms) {
    static final Duration SLICE = Duration.ofSeconds(30);

    private static final double HEADING_MAX = 360;
    private static final double SPOT_MAX = 0.01; // Metres; ends nearer than this are one place.

    String name() {
        return Names.checked("name", line.argument(0, "name"));
    }

    /** The flight until some time since 00:00:00 of its day. */
    Part part(String name, Duration until) {
        if (line.arguments().size() > 7)
            throw Faulty.at("", InputFault.WRONG_COUNT, line.arguments().size(), 7);
        Position start = line.position(2, "position");
        double heading = heading();
        double metresPerSecond = speed() * Measure.METRES_PER_NM / 3600;
        DeclaredHeight level = line.level(5, "level", -1);
        Band band = band(level);
        List<Volume> volumes = new ArrayList<>();
        Duration from = line.at();
        Position here = start;
        do {
            Duration next = from.plus(SLICE).compareTo(until) < 0 ? from.plus(SLICE) : until;
            double flown = metresPerSecond * (next.minus(line.at()).toMillis() / 1000.0);
            Position there = flown == 0 ? start : start.destination(heading, flown);
            volumes.add(new Volume(footprint(here, there), band, window(from, next)));
            from = next;
            here = there;
        } while (from.compareTo(until) < 0);
        Drawing.checkVolumes(volumes.size());
        return new Part(
                name,
                Optional.of(declared(level, -1)),
                Optional.of(declared(level, 1)),
                true,
                volumes,
                List.of(),
                List.of());
    }

    private Footprint footprint(Position here, Position there) {
        Core core = here.metresTo(there) < SPOT_MAX ? Core.spot(here) : Core.chain(List.of(here, there));
        return new Footprint(core, terms.separationNm() / 2 * Measure.METRES_PER_NM);
    }

    private Window window(Duration from, Duration until) {
        Instant midnight = terms.day().atStartOfDay().toInstant(ZoneOffset.UTC);
        return Times.window("time", Optional.of(midnight.plus(from)), Optional.of(midnight.plus(until)));
    }

    private double heading() {
        double heading = line.number(4, "heading");
        if (Math.abs(heading) > HEADING_MAX) throw Faulty.at("heading", InputFault.BEARING, heading, HEADING_MAX);
        return heading;
    }

    // A scenario writes Mach numbers below 1; they need the air's temperature and are not read.
    private double speed() {
        double knots = line.number(6, "speed");
        boolean mach = knots > 0 && knots < 1;
        if (mach || knots < 0) throw Faulty.at("speed", InputFault.SPEED, knots, mach ? 1 : 0);
        if (knots > Moving.SPEED_MAX) throw Faulty.at("speed", InputFault.SPEED, knots, Moving.SPEED_MAX);
        return knots;
    }

    private Band band(DeclaredHeight level) {
        double feet = level.unit() == Unit.LEVEL ? level.value() * 100 : level.value();
        double half = terms.separationFeet() / 2;
        if (Math.abs(feet) > Height.METRES_MAX / Height.METRES_PER_FOOT)
            throw Faulty.at("level", new Unfit(Fault.HEIGHT, feet * Height.METRES_PER_FOOT, Height.METRES_MAX));
        return Faulty.fit(
                "level",
                () -> Band.between(
                        Height.floorFeet(Reference.FL, (long) StrictMath.floor(feet - half)),
                        Height.ceilingFeet(Reference.FL, (long) StrictMath.ceil(feet + half))));
    }

    private DeclaredHeight declared(DeclaredHeight level, int side) {
        double half = terms.separationFeet() / 2;
        boolean hundreds = level.unit() == Unit.LEVEL;
        double value = level.value() + side * (hundreds ? half / 100 : half);
        return new DeclaredHeight(Reference.FL, level.unit(), hundreds ? value : side * StrictMath.ceil(side * value));
    }
}
