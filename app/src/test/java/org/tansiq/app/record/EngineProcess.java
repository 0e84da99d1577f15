package org.tansiq.app.record;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.tansiq.app.Main;
import org.tansiq.wire.Submission;

/** {@code tansiq engine DIR} in a process of its own, spoken to by lines. */
final class EngineProcess implements AutoCloseable {
    private final Process process;
    private final BufferedWriter to;
    private final BufferedReader from;

    EngineProcess(Path folder) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "engine",
                        folder.toString()))
                .redirectError(folder.resolveSibling("engine.err").toFile())
                .start();
        to = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    void send(List<Submission> notes) throws IOException {
        for (Submission note : notes) {
            to.write(note.line().text());
            to.write('\n');
        }
        to.flush();
    }

    /** The next answer, waited for. */
    String answer() throws IOException {
        String line = from.readLine();
        if (line == null) throw new IOException("the engine ended");
        return line;
    }

    /** Kill -9, and what had come through the pipe by then. */
    List<String> kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // Which leaves its pipes open.
        process.waitFor();
        return from.lines().toList();
    }

    /** Ends the lines, and gives the exit status. */
    int finish() throws IOException, InterruptedException {
        to.close();
        return process.waitFor();
    }

    /** Ends it, if it has not ended, and waits until it has let its folder go. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
