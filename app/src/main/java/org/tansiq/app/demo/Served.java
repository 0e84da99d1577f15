package org.tansiq.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code tansiq serve} on a record, in a process of its own; begun anew after a kill, it keeps its port. */
final class Served implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("\\{\"listening\":\"(http://[^\"]*:([0-9]+))\"}");
    private static final long STOP_SECONDS_MAX = 20;

    private final Path record;
    private final Path errors;
    private final String language;
    private final Process process;
    private final String url;
    private final int port;

    private Served(Path record, Path errors, String language, Process process, Matcher listening) {
        this.record = record;
        this.errors = errors;
        this.language = language;
        this.process = process;
        this.url = listening.group(1);
        this.port = Integer.parseInt(listening.group(2));
    }

    /** Listens when it returns; on any port that is free where {@code port} is 0. */
    static Served on(Path record, Path errors, String language, int port) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tansiq.app.Main",
                        "serve",
                        "--data",
                        record.toString(),
                        "--port",
                        Integer.toString(port),
                        "--json",
                        "--lang",
                        language))
                .redirectError(errors.toFile())
                .start();
        var from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = from.readLine();
        Matcher listening = LISTENING.matcher(line == null ? "" : line);
        if (!listening.matches()) {
            process.destroyForcibly();
            throw new IOException(java.nio.file.Files.readString(errors).strip());
        }
        return new Served(record, errors, language, process, listening);
    }

    String url() {
        return url;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Kill -9. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    Served again() throws IOException {
        return on(record, errors, language, port);
    }

    /** Until it ends, or whoever looks has had enough. */
    void await() {
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
