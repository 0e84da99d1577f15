package org.tansiq.bench;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.geometry.Volume;

/** Searchers filled with the volumes of one workload, and what filling them cost. */
final class Field implements AutoCloseable {
    private final Volume[] volumes;
    private final double volumeBytes;
    private final List<Filled> filled = new ArrayList<>();

    /** One searcher, volumes taken per second, and bytes for each beside the volume itself. */
    record Filled(Searcher searcher, double perSecond, double bytesEach) {}

    Field(int count, int hours) {
        long before = Machine.heap();
        volumes = Workload.volumes(count, hours);
        volumeBytes = (double) (Machine.heap() - before) / count;
    }

    void fill(Searcher searcher) {
        System.err.printf("bench: filling %s with %,d volumes%n", searcher.name(), volumes.length);
        long before = Machine.heap();
        long start = System.nanoTime();
        searcher.fill(volumes);
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes = Machine.heap() - before + searcher.bytes();
        filled.add(new Filled(searcher, volumes.length / seconds, (double) bytes / volumes.length));
    }

    List<Filled> filled() {
        return filled;
    }

    List<Searcher> searchers() {
        return filled.stream().map(Filled::searcher).toList();
    }

    /** Heap bytes of one volume, its geometry included, as the caller of any searcher holds it. */
    double volumeBytes() {
        return volumeBytes;
    }

    /** How many of some questions a searcher answers otherwise than comparing with every volume would. */
    int wrong(Searcher searcher, List<Volume> questions) {
        BruteForce truth = new BruteForce();
        truth.fill(volumes);
        int wrong = 0;
        for (Volume asked : questions) if (!searcher.meeting(asked).same(truth.meeting(asked))) wrong++;
        return wrong;
    }

    @Override
    public void close() {
        searchers().forEach(Searcher::close);
    }
}
