package org.tansiq.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a server's processor time goes: the system counts it by thread, and the JDK's own sampling of
 * processor time divides that of the Java threads.
 */
final class Profile {
    private static final String SAMPLE = "jdk.CPUTimeSample";
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0"><event name="jdk.CPUTimeSample">
            <setting name="enabled">true</setting><setting name="throttle">5ms</setting>
            </event></configuration>
            """;

    /** Threads of the engine and of the edge, by their names. */
    private static final TreeMap<String, String> THREADS = new TreeMap<>(Map.of(
            "tansiq-decider", "decide and apply",
            "tansiq-appender", "seal, write, sync and answer",
            "tansiq-snapshots", "snapshots",
            "tansiq-feeds", "read what is new for the streams"));

    /** On all others, the innermost of these tells. */
    private static final TreeMap<String, String> CLASSES = new TreeMap<>(Map.of(
            "org.tansiq.ledger.Ed25519", "verify: the signature",
            "org.tansiq.engine.Gate", "wire: reading the note",
            "org.tansiq.edge.http.Problems", "wire: writing the answer",
            "org.tansiq.edge.http.Replies", "wire: writing the answer",
            "org.tansiq.edge.http.Stream", "streams",
            "org.tansiq.edge.http.Feed", "streams",
            "org.tansiq.edge.http.Sessions", "streams",
            "org.tansiq.edge.http.", "edge: the rest",
            "io.helidon.", "HTTP: Helidon and its sockets"));

    private final Served served;
    private final Path folder;

    Profile(Served served, Path folder) {
        this.served = served;
        this.folder = folder;
    }

    /** Microseconds of each stage while some work was done. */
    Map<String, Double> of(Runnable work) throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.jfc"), SETTINGS);
        Path recording = folder.resolve("server.jfr");
        tell("JFR.start", "name=bench", "settings=" + settings);
        Map<Long, Served.Task> before = served.threads();
        long begun = served.micros();
        work.run();
        long all = served.micros() - begun;
        Map<Long, Served.Task> after = served.threads();
        tell("JFR.stop", "name=bench", "filename=" + recording);
        Map<String, Double> stages = machine(before, after);
        double java =
                all - stages.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Integer> samples = samples(recording);
        double count = samples.values().stream().mapToInt(Integer::intValue).sum();
        samples.forEach((stage, some) -> stages.merge(stage, java * some / count, Double::sum));
        return stages;
    }

    // What the virtual machine's own threads took: no sample tells of these.
    private static Map<String, Double> machine(Map<Long, Served.Task> before, Map<Long, Served.Task> after) {
        Map<String, Double> stages = new TreeMap<>();
        after.forEach((number, thread) -> {
            String stage = machine(thread.name());
            if (stage.isEmpty()) return;
            long was = before.containsKey(number) ? before.get(number).micros() : 0;
            stages.merge(stage, (double) thread.micros() - was, Double::sum);
        });
        return stages;
    }

    private static String machine(String thread) {
        if (thread.startsWith("GC Thread")) return "JVM: collecting garbage";
        if (thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler")) return "JVM: compiling";
        if (thread.startsWith("JFR")) return "JVM: this sampling";
        return thread.startsWith("VM ") ? "JVM: the rest" : "";
    }

    private static Map<String, Integer> samples(Path recording) throws IOException {
        Map<String, Integer> samples = new TreeMap<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (!event.getEventType().getName().equals(SAMPLE) || stack == null) continue;
                RecordedThread thread = event.getThread("eventThread");
                List<String> classes = stack.getFrames().stream()
                        .map(RecordedFrame::getMethod)
                        .map(method -> method.getType().getName())
                        .toList();
                samples.merge(stage(thread == null ? "" : thread.getJavaName(), classes), 1, Integer::sum);
            }
        }
        return samples;
    }

    /** The stage that a thread is in; its frames' classes from the innermost on. */
    static String stage(String thread, List<String> classes) {
        String known = THREADS.get(thread == null ? "" : thread);
        if (known != null) return known;
        for (String frame : classes)
            for (Map.Entry<String, String> stage : CLASSES.descendingMap().entrySet())
                if (frame.startsWith(stage.getKey())) return stage.getValue();
        return "JDK: virtual threads, waking them";
    }

    private void tell(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(served.pid())));
        all.addAll(List.of(command));
        try {
            int exit = new ProcessBuilder(all)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) throw new IOException("jcmd " + exit);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
