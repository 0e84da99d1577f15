package org.tansiq.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tansiq.bench.Results;

/** The table of a server's processor time by stage, the most costly first. */
final class Stages {
    private final Results results;
    private final Served served;
    private final Path folder;

    Stages(Results results, Served served, Path folder) {
        this.results = results;
        this.served = served;
        this.folder = folder;
    }

    /** Of so many notes, which some work says. */
    void table(int notes, Runnable work) throws IOException {
        Map<String, Double> stages = new Profile(served, folder).of(work);
        results.line(
                "One round more: what each thread took as the system counts it, that of Java's threads divided by the");
        results.line("JDK's samples of processor time, every 5 ms.");
        results.line("");
        results.table("the server's CPU by stage", "µs of a declaration");
        stages.entrySet().stream()
                .filter(stage -> stage.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(stage -> results.row(List.of(stage.getKey(), Results.number(stage.getValue() / notes))));
        double all = stages.values().stream().mapToDouble(Double::doubleValue).sum();
        results.row(List.of("all", Results.number(all / notes)));
        results.line("");
    }
}
