package org.tansiq.app.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tansiq.wire.Submission;

/** {@code tansiq engine} on a record in processes of their own. */
record Killed(Path record, Path errors, String language) {
    /** What a process was answered by, line by line, and how it ended. */
    record Ended(long pid, List<String> answers, int exit) {}

    /** Sends the notes, and ends the process with -9 once at least so many answers came through. */
    Ended after(int least, List<Submission> notes) throws IOException {
        return held(notes, least);
    }

    /** Sends the notes, and waits for all answers and the end. */
    Ended never(List<Submission> notes) throws IOException {
        return held(notes, Integer.MAX_VALUE);
    }

    private Ended held(List<Submission> notes, int least) throws IOException {
        Process process = start();
        try (BufferedReader from =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Thread.ofVirtual().start(() -> send(process, notes));
            List<String> answers = new ArrayList<>();
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                if (line.endsWith("}")) answers.add(line); // The end may cut the last line short.
                if (answers.size() == least) process.toHandle().destroyForcibly();
            }
            return new Ended(process.pid(), answers, process.onExit().join().exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tansiq.app.Main",
                        "engine",
                        record.toString(),
                        "--lang",
                        language)
                .redirectError(errors.toFile())
                .start();
    }

    // Whoever is killed reads no more: what was on the way is lost, and nobody was told otherwise.
    private static void send(Process process, List<Submission> notes) {
        try (BufferedWriter to =
                new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
            for (Submission note : notes) {
                to.write(note.line().text());
                to.write('\n');
                to.flush();
            }
        } catch (IOException _) {
            Thread.currentThread().interrupt();
        }
    }
}
