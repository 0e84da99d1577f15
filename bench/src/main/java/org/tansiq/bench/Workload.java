package org.tansiq.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Height;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Reference;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * TSQ-W: a stream of volumes as a busy theatre would declare them, the same for the same seed everywhere.
 *
 * <p>40 % discs and 48 % polygons of drones, 9 % corridors, 2 % legs of manned flights, 0.5 % military
 * areas, 0.5 % zones round protected sites. Queries are drawn from a second stream of the same mix. All
 * heights are over W84.
 */
final class Workload {
    /** How many volumes fill the full region at the density that everything is measured at. */
    static final int FULL = 1_000_000;

    static final int WEEK = 168;
    static final int DAY = 24;

    static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final long MINUTE = 60_000_000L; // Microseconds.
    private static final double FOOT = 0.3048;
    private static final double NAUTICAL_MILE = 1852;
    private static final int[] MILITARY_FLOORS = {0, 1500, 3000, 6000};

    private final Chance chance;
    private final Region region;
    private final int hours;

    private Workload(Chance chance, Region region, int hours) {
        this.chance = chance;
        this.region = region;
        this.hours = hours;
    }

    /** As many volumes as the region holds at full density, over some hours. */
    static Volume[] volumes(int count, int hours) {
        return stream(count, hours, 1).take(count);
    }

    /** Questions to put to that many volumes. */
    static Volume[] queries(int volumes, int hours, int count) {
        return stream(volumes, hours, 2).take(count);
    }

    /** Other questions, to warm up with. */
    static Volume[] rehearsal(int volumes, int hours, int count) {
        return stream(volumes, hours, 3).take(count);
    }

    private static Workload stream(int volumes, int hours, long seed) {
        Region region = Region.share((double) volumes / FULL, new Chance(42));
        return new Workload(new Chance(seed << 32), region, hours);
    }

    private Volume[] take(int count) {
        Volume[] volumes = new Volume[count];
        for (int i = 0; i < count; i++) volumes[i] = next();
        return volumes;
    }

    private Volume next() {
        double kind = chance.unit();
        if (kind < 0.40) return droneDisc();
        if (kind < 0.88) return dronePolygon();
        if (kind < 0.97) return corridor();
        if (kind < 0.99) return mannedLeg();
        return kind < 0.995 ? militaryArea() : zone();
    }

    private Volume droneDisc() {
        Place centre = region.hot(0.6, 12_000, chance);
        Footprint disc = disc(centre, chance.logarithmic(100, 1000));
        double floor = centre.ground();
        return new Volume(disc, band(floor, floor + chance.between(30, 120)), minutes(15, 60));
    }

    private Volume dronePolygon() {
        Place centre = region.hot(0.6, 12_000, chance);
        Footprint star = star(centre, chance.whole(4, 10), chance.logarithmic(100, 1000), 0.55);
        double floor = centre.ground() + (chance.happens(0.5) ? 60 : 0);
        return new Volume(star, band(floor, floor + chance.between(30, 90)), minutes(15, 60));
    }

    private Volume corridor() {
        Place centre = region.hot(0.3, 20_000, chance);
        Footprint bar = rectangle(centre, chance.logarithmic(2_000, 20_000), chance.between(200, 1000));
        double floor = centre.ground() + chance.between(60, 150);
        return new Volume(bar, band(floor, floor + 60), minutes(10, 40));
    }

    private Volume mannedLeg() {
        Place centre = region.anywhere(chance);
        Footprint bar = rectangle(centre, chance.between(20_000, 60_000), 10 * NAUTICAL_MILE);
        double floor = 1000 * FOOT * chance.whole(5, 40);
        return new Volume(bar, band(floor, floor + 2000 * FOOT), minutes(5, 20));
    }

    private Volume militaryArea() {
        Place centre = region.anywhere(chance);
        Footprint star = star(centre, chance.whole(4, 12), chance.between(10_000, 50_000), 0.7);
        double floor = MILITARY_FLOORS[chance.whole(0, 3)];
        return new Volume(star, band(floor, floor + chance.between(1500, 9500)), minutes(60, 360));
    }

    // A zone may have begun long before; half of them have no end.
    private Volume zone() {
        Footprint disc = disc(region.hot(0.5, 12_000, chance), chance.between(300, 2000));
        Band band = band(-100, chance.happens(1.0 / 3) ? 20_000 : 1000);
        long length = MINUTE * chance.whole(2 * DAY * 60, 30 * DAY * 60);
        long from = Window.micros(START) + MINUTE * chance.whole(-30 * DAY * 60, hours * 60);
        return new Volume(disc, band, new Window(from, chance.happens(0.5) ? Window.OPEN_UNTIL : from + length));
    }

    private Window minutes(int least, int most) {
        long from = Window.micros(START) + MINUTE * chance.whole(0, hours * 60 - 1);
        return new Window(from, from + MINUTE * chance.whole(least, most));
    }

    private static Band band(double floor, double ceiling) {
        return Band.between(Height.floor(Reference.W84, floor), Height.ceiling(Reference.W84, ceiling));
    }

    private static Footprint disc(Place centre, double radius) {
        return new Footprint(Core.spot(centre.position()), radius);
    }

    /** A polygon whose vertices lie at uneven distances and bearings, so uneven that it stays simple. */
    private Footprint star(Place centre, int vertices, double radius, double least) {
        List<Position> ring = new ArrayList<>();
        for (int i = 0; i < vertices; i++) {
            double bearing = 2 * StrictMath.PI * (i + 0.6 * chance.unit()) / vertices;
            ring.add(centre.towards(bearing, radius * chance.between(least, 1)).position());
        }
        return new Footprint(Core.ring(ring), 0);
    }

    private Footprint rectangle(Place centre, double length, double width) {
        double bearing = 2 * StrictMath.PI * chance.unit();
        double half = StrictMath.atan2(width, length);
        double reach = StrictMath.hypot(width, length) / 2;
        double[] corners = {half, StrictMath.PI - half, StrictMath.PI + half, -half};
        List<Position> ring = new ArrayList<>();
        for (double corner : corners)
            ring.add(centre.towards(bearing + corner, reach).position());
        return new Footprint(Core.ring(ring), 0);
    }
}
