package org.tansiq.bench.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tansiq.bench.Main;

/** {@code ./tansiq serve} on a folder, in a process of its own and with the flags that everybody gets. */
final class Served implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("\\{\"listening\":\"http://.*:(\\d+)\"}");
    private static final int MICROS_PER_TICK = 10_000; // The system counts in hundredths of a second.
    private static final int TICKS_AT = 11; // Fields behind the name: user time, and then system time.
    private static final long STOP_MAX_S = 30;
    private static final byte[] HEALTH =
            "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Process process;
    private final int port;
    private final double seconds;

    private Served(Process process, int port, double seconds) {
        this.process = process;
        this.port = port;
        this.seconds = seconds;
    }

    /** Returns once it has answered that it is well. */
    static Served start(Path folder) throws IOException {
        String tansiq = Main.home().resolve("tansiq").toString();
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(
                        tansiq, "serve", "--data", folder.toString(), "--listen", "127.0.0.1:0", "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // Also where the measuring is broken off.
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            Matcher said = PORT.matcher(String.valueOf(out.readLine()));
            if (!said.matches()) throw new IOException("the server did not start");
            int port = Integer.parseInt(said.group(1));
            try (Caller caller = new Caller(port)) {
                if (caller.call(HEALTH) != 200) throw new IOException("the server is not well");
            }
            return new Served(process, port, (System.nanoTime() - begun) / 1e9);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** From the start of the process to its first answer. */
    double seconds() {
        return seconds;
    }

    /** Memory of the process that is not swapped out. */
    double residentMib() throws IOException {
        try (Stream<String> lines = Files.lines(proc("status"))) {
            String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
    }

    /** Microseconds of processor time since it began. */
    long micros() throws IOException {
        return micros(Files.readString(proc("stat")));
    }

    /** The same of each thread that lives, by its number, under the name that the system knows. */
    Map<Long, Task> threads() throws IOException {
        Map<Long, Task> threads = new TreeMap<>();
        try (Stream<Path> tasks = Files.list(proc("task"))) {
            for (Path task : tasks.toList()) {
                String stat = Files.readString(task.resolve("stat"));
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                threads.put(Long.parseLong(task.getFileName().toString()), new Task(name, micros(stat)));
            }
        }
        return threads;
    }

    record Task(String name, long micros) {}

    private Path proc(String name) {
        return Path.of("/proc", Long.toString(process.pid()), name);
    }

    static long micros(String stat) {
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return MICROS_PER_TICK * (Long.parseLong(fields.get(TICKS_AT)) + Long.parseLong(fields.get(TICKS_AT + 1)));
    }

    /** Tells it to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_MAX_S, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }
}
