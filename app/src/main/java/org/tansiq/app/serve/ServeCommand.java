package org.tansiq.app.serve;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tansiq.app.check.Complaint;
import org.tansiq.app.check.Console;
import org.tansiq.app.check.Exit;
import org.tansiq.app.record.Common;
import org.tansiq.app.record.Folder;
import org.tansiq.app.words.Messages;
import org.tansiq.app.words.Phrase;
import org.tansiq.core.Hash;
import org.tansiq.edge.http.Api;
import org.tansiq.edge.http.Handler;
import org.tansiq.edge.http.HttpServer;
import org.tansiq.edge.http.Metrics;
import org.tansiq.engine.Engine;
import org.tansiq.engine.FolderInUse;
import org.tansiq.ledger.Ed25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the record of a folder over HTTP until the process is told to end. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:]+]|[^:\\[\\]]+):([0-9]{1,5})");
    private static final Logger LIBRARY = Logger.getLogger("io.helidon"); // Kept: a logger that nobody holds is lost.
    private static final int PORT_MAX = 65_535;
    private static final int WATCHERS_MAX = 64; // Connections for the metrics.

    @Mixin
    private final Common common = new Common();

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "help.data")
    private Path data = Path.of("");

    @Option(names = "--listen", paramLabel = "HOST:PORT", descriptionKey = "help.listen")
    private String listen = "127.0.0.1:7878";

    @Option(names = "--port", descriptionKey = "help.port")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--metrics-port", paramLabel = "N", descriptionKey = "help.metrics-port")
    private Optional<Integer> metricsPort = Optional.empty();

    private final Console console;

    public ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        InetSocketAddress at = address();
        if (metricsPort.isPresent()) counted();
        Folder.hold(data);
        LIBRARY.setLevel(Level.OFF); // What keeps it from starting is said in one line of ours.
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            waited(ended);
        }));
        try (Folder folder = Folder.open(data, console, common.messages())) {
            serve(folder, at, told);
            return Exit.NONE;
        } catch (FolderInUse _) {
            throw new Complaint("folder.in-use", "folder", data.toString());
        } finally {
            ended.countDown();
        }
    }

    // Counts are bound first: nothing is served unless all is. Streams end first, then those get their
    // answers who have asked, and only then the engine stops.
    private void serve(Folder folder, InetSocketAddress at, CountDownLatch told) {
        folder.broken().exceptionally(failure -> stop("engine.stopped", failure));
        Optional<Metrics> metrics = metricsPort.map(_ -> new Metrics(System::nanoTime, gauges(folder.engine())));
        Api api = new Api(ground(folder), kind -> metrics.ifPresent(all -> all.noted(kind)));
        api.broken().exceptionally(failure -> stop("serve.stopped", failure));
        Handler calls = metrics.map(all -> all.around(api)).orElse(api);
        try (HttpServer counts = metrics.isPresent()
                        ? listening("--metrics-port", counted(), metrics.get().page(), WATCHERS_MAX)
                        : null;
                HttpServer server =
                        listening(port.isPresent() ? "--port" : "--listen", at, calls, HttpServer.CONNECTIONS_MAX)) {
            LIBRARY.setLevel(Level.WARNING);
            ready(at, server.port(), counts == null ? "" : "http://127.0.0.1:" + counts.port() + "/metrics");
            waited(told);
            api.end();
        } finally {
            api.end();
        }
    }

    // Whoever watches over the machine reads them on it, whatever else is listened on.
    private InetSocketAddress counted() {
        int wanted = metricsPort.orElseThrow();
        if (wanted < 0 || wanted > PORT_MAX)
            throw new Complaint(
                    "option.number", "option", "--metrics-port", "value", wanted, "least", 0, "limit", PORT_MAX);
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted);
    }

    private static List<Metrics.Gauge> gauges(Engine engine) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        var memory = ManagementFactory.getMemoryMXBean();
        return List.of(
                new Metrics.Gauge(
                        "tansiq_entries",
                        "Entries that are shown.",
                        () -> engine.world().next()),
                new Metrics.Gauge(
                        "tansiq_heap_bytes",
                        "Bytes of the heap in use.",
                        () -> memory.getHeapMemoryUsage().getUsed()),
                new Metrics.Gauge(
                        "tansiq_uptime_seconds", "Seconds since the process began.", () -> runtime.getUptime() / 1000));
    }

    private static void waited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    // Nothing that is still in the air may be answered any more, and nothing can be finished.
    private Void stop(String message, Throwable failure) {
        Messages messages = common.messages();
        console.error(messages.line(messages.say(message, "why", failure.toString())));
        console.err().flush();
        Runtime.getRuntime().halt(Exit.FAILED);
        throw new IllegalStateException(failure);
    }

    private Api.Ground ground(Folder folder) {
        SecureRandom random = new SecureRandom();
        return new Api.Ground(
                folder.engine(),
                folder::submit,
                new Ed25519(),
                new HttpWords(),
                () -> ChronoUnit.MICROS.between(Instant.EPOCH, console.clock().instant()),
                () -> chance(random));
    }

    private static Hash chance(SecureRandom random) {
        byte[] bytes = new byte[Hash.BYTES];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    private InetSocketAddress address() {
        Matcher found = ADDRESS.matcher(listen);
        if (!found.matches()) throw new Complaint("serve.address", "value", listen);
        int wanted = port.orElse(Integer.parseInt(found.group(2)));
        if (wanted < 0 || wanted > PORT_MAX)
            throw new Complaint("option.number", "option", "--port", "value", wanted, "least", 0, "limit", PORT_MAX);
        InetSocketAddress at = new InetSocketAddress(found.group(1).replaceAll("[\\[\\]]", ""), wanted);
        if (at.isUnresolved()) throw new Complaint("serve.address", "value", listen);
        return at;
    }

    private static HttpServer listening(String option, InetSocketAddress at, Handler handler, int connections) {
        try {
            return HttpServer.start(at, handler, connections);
        } catch (IllegalStateException _) {
            throw new Complaint("serve.taken", "option", option, "value", at.getHostString() + ":" + at.getPort());
        }
    }

    private void ready(InetSocketAddress at, int bound, String counts) {
        Messages messages = common.messages();
        String host = at.getHostString().contains(":") ? "[" + at.getHostString() + "]" : at.getHostString();
        String url = "http://" + host + ":" + bound;
        console.line(common.json() ? json(url, counts) : messages.line(words(messages, url, counts)));
        console.out().flush();
        if (!at.getAddress().isLoopbackAddress()) console.error(messages.line(messages.say("serve.open")));
    }

    private static String json(String url, String counts) {
        String more = counts.isEmpty() ? "" : ",\"metrics\":\"" + counts + "\"";
        return "{\"listening\":\"" + url + "\"" + more + "}";
    }

    private static Phrase words(Messages messages, String url, String counts) {
        return counts.isEmpty()
                ? messages.say("serve.ready", "url", messages.name(url))
                : messages.say("serve.counted", "url", messages.name(url), "counts", messages.name(counts));
    }
}
