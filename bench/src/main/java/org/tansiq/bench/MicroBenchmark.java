package org.tansiq.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tansiq.geometry.Band;
import org.tansiq.geometry.Core;
import org.tansiq.geometry.Finding;
import org.tansiq.geometry.Footprint;
import org.tansiq.geometry.Meeting;
import org.tansiq.geometry.Position;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/** The parts on their own: one comparison of two volumes, one distance. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MicroBenchmark {
    private final Volume disc = volume(spot(34.75, 39), 500);
    private final Volume discBeside = volume(spot(34.75, 39.005), 500);
    private final Volume discApart = volume(spot(34.75, 39.2), 500);
    private final Volume polygon = volume(square(34.75, 39, 0.005), 0);
    private final Volume polygonAcross = volume(square(34.753, 39.003, 0.005), 0);
    private final Volume corridor = volume(bar(34.75, 38.9, 39.1), 300);
    private final Volume area = volume(square(34.9, 39.2, 0.25), 0);
    private final Position here = new Position(34.75, 39);
    private final Position there = new Position(34.95, 39.2);

    @Setup(Level.Trial)
    public void check() {
        if (!(Meeting.between(disc, discBeside) instanceof Finding.Overlap)) throw new IllegalStateException();
        if (!(Meeting.between(disc, discApart) instanceof Finding.Clear)) throw new IllegalStateException();
        if (!(Meeting.between(corridor, area) instanceof Finding.Overlap)) throw new IllegalStateException();
    }

    @Benchmark
    public Finding discsMeet() {
        return Meeting.between(disc, discBeside);
    }

    @Benchmark
    public Finding discsApart() {
        return Meeting.between(disc, discApart);
    }

    @Benchmark
    public Finding discAndPolygonMeet() {
        return Meeting.between(disc, polygon);
    }

    @Benchmark
    public Finding polygonsMeet() {
        return Meeting.between(polygon, polygonAcross);
    }

    @Benchmark
    public Finding corridorAndAreaMeet() {
        return Meeting.between(corridor, area);
    }

    @Benchmark
    public boolean polygonsMeetYesOrNo() {
        return Meeting.possible(polygon, polygonAcross);
    }

    @Benchmark
    public double distanceOurs() {
        return here.metresTo(there);
    }

    @Benchmark
    public double distanceGeographicLib() {
        return Geodesic.WGS84.Inverse(here.lat(), here.lng(), there.lat(), there.lng(), GeodesicMask.DISTANCE).s12;
    }

    private static Volume volume(Core core, double radius) {
        return new Volume(new Footprint(core, radius), Band.ALL, Window.ALWAYS);
    }

    private static Core spot(double lat, double lng) {
        return Core.spot(new Position(lat, lng));
    }

    private static Core bar(double lat, double west, double east) {
        return Core.chain(List.of(new Position(lat, west), new Position(lat + 0.02, east)));
    }

    private static Core square(double lat, double lng, double half) {
        return Core.ring(List.of(
                new Position(lat - half, lng - half),
                new Position(lat - half, lng + half),
                new Position(lat + half, lng + half),
                new Position(lat + half, lng - half)));
    }
}
