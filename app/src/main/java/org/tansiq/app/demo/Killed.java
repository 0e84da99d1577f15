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
import org.tansiq.core.Bytes;
import org.tansiq.wire.Answer;
import org.tansiq.wire.Json;
import org.tansiq.wire.Submission;

/**
 * {@code tansiq engine} in a process of its own, ended with -9 while it owes answers; and what it had
 * answered.
 */
final class Killed {
    private Killed() {}

    /** The answers to the first notes that came through before the process was killed, at least so many. */
    static List<Answer> during(Path record, List<Submission> notes, int least) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tansiq.app.Main",
                        "engine",
                        record.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader from =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Thread.ofVirtual().start(() -> send(process, notes));
            List<Answer> answers = new ArrayList<>();
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                answers.add(Answer.FORM.read(Json.parse(Bytes.of(line))));
                if (answers.size() == least) process.toHandle().destroyForcibly();
            }
            return answers;
        } finally {
            process.destroyForcibly().onExit().join();
        }
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
