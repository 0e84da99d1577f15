package org.tansiq.app.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tansiq.app.Main;

/** A server in a process of its own, which can be killed like one. */
public final class ServeProcess implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("http://[^ \";\\p{Cf}]+");

    private final Process process;
    private final String ready;

    /** On a port of its own choice where {@code port} is 0; returns once it listens. */
    public ServeProcess(Path record, int port) throws IOException {
        this(record, List.of(), "--port", Integer.toString(port), "--json");
    }

    /** With options beside {@code --data}; returns once it listens. */
    public ServeProcess(Path record, String... options) throws IOException {
        this(record, List.of(), options);
    }

    /** One that may not have more than so many files open. */
    static ServeProcess withFiles(Path record, int files) throws IOException {
        List<String> limited = List.of("bash", "-c", "ulimit -n " + files + "; exec \"$@\"", "bash");
        return new ServeProcess(record, limited, "--port", "0", "--json");
    }

    private ServeProcess(Path record, List<String> before, String... options) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--data",
                record.toString()));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .redirectError(record.resolveSibling("serve.err").toFile())
                .start();
        var from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = from.readLine();
        if (line == null) throw new IOException("the server did not begin");
        ready = line;
    }

    /** What it printed once it listened. */
    public String ready() {
        return ready;
    }

    /** Every address that it names, in order. */
    List<String> urls() {
        return URL.matcher(ready).results().map(MatchResult::group).toList();
    }

    public String url() {
        return urls().getFirst();
    }

    public int port() {
        return Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
    }

    /** As Ctrl-C does; gives the exit status. */
    public int stop() throws InterruptedException {
        told();
        return process.waitFor();
    }

    /** The same, but for the waiting. */
    void told() {
        process.toHandle().destroy();
    }

    /** Kill -9. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
