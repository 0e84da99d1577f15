package org.tansiq.edge.http;

import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.tansiq.core.Bytes;

/**
 * Counts calls for whoever watches over a server, and gives the counts as Prometheus reads them (text format
 * 0.0.4). No party, key or id is ever in a label: each label has its values from a list in the program.
 */
public final class Metrics {
    private static final String OTHER = "other";
    private static final int FAILED = 500;

    /** Upper ends of the buckets of a note's time, in seconds; one more holds the rest. */
    private static final double[] BUCKETS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0};

    private static final double NANOS = 1e9;

    /** What the program says counts, whatever the library would read from files or the environment. */
    private static final PrometheusProperties PLAIN =
            PrometheusProperties.builder().build();

    /** A number that is read when it is asked for. */
    public record Gauge(String name, String help, LongSupplier value) {}

    private final LongSupplier nanos;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter calls = counter("tansiq_calls_total", "Calls by name and class of status.", "call", "status");
    private final Counter answers = counter("tansiq_answers_total", "Answers to notes by kind.", "kind");
    private final Histogram notes = Histogram.builder(PLAIN)
            .name("tansiq_note_seconds")
            .help("Seconds from a note to its durable answer.")
            .classicOnly()
            .classicUpperBounds(BUCKETS)
            .withoutExemplars()
            .register(registry);
    private final AtomicLong streams = new AtomicLong();

    /** {@code nanos}: a clock that only goes forward. */
    public Metrics(LongSupplier nanos, List<Gauge> gauges) {
        this.nanos = nanos;
        read(new Gauge("tansiq_streams", "Streams that are open.", streams::get));
        gauges.forEach(this::read);
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder(PLAIN)
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    private void read(Gauge gauge) {
        GaugeWithCallback.builder(PLAIN)
                .name(gauge.name())
                .help(gauge.help())
                .callback(to -> to.call((double) gauge.value().getAsLong()))
                .register(registry);
    }

    /** Counts what became of a note; {@code kind} MUST be of a bounded set, as an {@link Api} says it. */
    public void noted(String kind) {
        answers.labelValues(kind).inc();
    }

    /** A handler that counts what another one answers. */
    public Handler around(Handler inner) {
        return new Handler() {
            @Override
            public Response handle(Request request) {
                long from = nanos.getAsLong();
                int status = FAILED; // Unless there is an answer.
                try {
                    Response response = inner.handle(request);
                    status = status(response);
                    return response instanceof Response.Events events ? counted(events) : response;
                } finally {
                    count(request, status);
                    if (call(request).equals("notes") && request.method().equals("POST"))
                        notes.observe((nanos.getAsLong() - from) / NANOS);
                }
            }

            @Override
            public boolean knows(Request request) {
                return inner.knows(request);
            }

            @Override
            public Response.Whole refuse(Request request, Bad bad) {
                Response.Whole whole = inner.refuse(request, bad);
                // What failed was counted where it failed.
                if (bad.status() != FAILED) count(request, whole.status());
                return whole;
            }
        };
    }

    private static int status(Response response) {
        return switch (response) {
            case Response.Whole whole -> whole.status();
            case Response.Events _ -> 200;
        };
    }

    private Response.Events counted(Response.Events events) {
        AtomicBoolean open = new AtomicBoolean(true);
        streams.incrementAndGet();
        return new Response.Events(events.running(), () -> {
            if (open.getAndSet(false)) streams.decrementAndGet();
            events.close();
        });
    }

    private void count(Request request, int status) {
        calls.labelValues(call(request), status / 100 + "xx").inc();
    }

    private static String call(Request request) {
        List<String> path = request.path();
        boolean known = path.size() > 2
                && path.get(0).equals("api")
                && path.get(1).equals("v1")
                && Api.CALLS.contains(path.get(2));
        return known ? path.get(2) : OTHER;
    }

    /** Answers {@code GET /metrics}, and nothing else. */
    public Handler page() {
        return request -> {
            if (!request.path().equals(List.of("metrics"))) return other(404, List.of());
            if (!request.method().equals("GET")) return other(405, List.of(new Response.Header("Allow", "GET")));
            return new Response.Whole(200, PrometheusTextFormatWriter.CONTENT_TYPE, List.of(), text());
        };
    }

    private static Response.Whole other(int status, List<Response.Header> headers) {
        return new Response.Whole(status, "text/plain", headers, Bytes.of("GET /metrics\n"));
    }

    Bytes text() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(to, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Memory takes everything.
        }
        return Bytes.of(to.toByteArray());
    }
}
