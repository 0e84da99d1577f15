package org.tansiq.edge.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.tansiq.core.Bytes;

/**
 * Counts calls for whoever watches over a server, and gives the counts as Prometheus reads them (text format
 * 0.0.4). No party, key or id is ever in a label.
 */
public final class Metrics {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OTHER = "other";
    private static final List<String> CALLS = List.of(
            "notes",
            "check",
            "challenges",
            "sessions",
            "theatre",
            "me",
            "view",
            "inbox",
            "entries",
            "parties",
            "keys",
            "declarations",
            "conflicts",
            "stream",
            OTHER);
    private static final int CLASSES = 6; // The first digit of a status.

    /** Upper ends of the buckets of a note's time, in seconds; one more holds the rest. */
    private static final List<Double> BUCKETS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0);

    private static final double NANOS = 1e9;

    /** A number that is read when it is asked for. */
    public record Gauge(String name, String help, LongSupplier value) {}

    private final LongSupplier nanos;
    private final List<Gauge> gauges;
    private final List<LongAdder> calls = adders(CALLS.size() * CLASSES);
    private final List<LongAdder> notes = adders(BUCKETS.size() + 1);
    private final DoubleAdder seconds = new DoubleAdder();
    private final LongAdder streams = new LongAdder();

    /** {@code nanos}: a clock that only goes forward. */
    public Metrics(LongSupplier nanos, List<Gauge> gauges) {
        this.nanos = nanos;
        this.gauges = gauges;
    }

    private static List<LongAdder> adders(int count) {
        List<LongAdder> adders = new ArrayList<>();
        for (int i = 0; i < count; i++) adders.add(new LongAdder());
        return adders;
    }

    /** A handler that counts what another one answers. */
    public Handler around(Handler inner) {
        return new Handler() {
            @Override
            public Response handle(Request request) {
                long from = nanos.getAsLong();
                Response response = inner.handle(request);
                String call = call(request);
                if (call.equals("notes") && request.method().equals("POST")) note((nanos.getAsLong() - from) / NANOS);
                return switch (response) {
                    case Response.Whole whole -> counted(call, whole);
                    case Response.Events events -> counted(call, events);
                };
            }

            @Override
            public boolean knows(Request request) {
                return inner.knows(request);
            }

            @Override
            public Response.Whole refuse(Request request, Bad bad) {
                return counted(OTHER, inner.refuse(request, bad));
            }
        };
    }

    private static String call(Request request) {
        List<String> path = request.path();
        boolean known =
                path.size() > 2 && path.get(0).equals("api") && path.get(1).equals("v1") && CALLS.contains(path.get(2));
        return known ? path.get(2) : OTHER;
    }

    private Response.Whole counted(String call, Response.Whole whole) {
        count(call, whole.status());
        return whole;
    }

    private Response.Events counted(String call, Response.Events events) {
        count(call, 200);
        return new Response.Events(
                out -> {
                    streams.increment();
                    try {
                        events.running().run(out);
                    } finally {
                        streams.decrement();
                    }
                },
                events.closed());
    }

    private void count(String call, int status) {
        calls.get(CALLS.indexOf(call) * CLASSES + status / 100).increment();
    }

    private void note(double took) {
        int bucket = 0;
        while (bucket < BUCKETS.size() && took > BUCKETS.get(bucket)) bucket++;
        notes.get(bucket).increment();
        seconds.add(took);
    }

    /** Answers {@code GET /metrics}, and nothing else. */
    public Handler page() {
        return request -> {
            if (!request.path().equals(List.of("metrics"))) return plain(404, "GET /metrics\n");
            if (!request.method().equals("GET")) return plain(405, "GET /metrics\n");
            return plain(200, text());
        };
    }

    private static Response.Whole plain(int status, String text) {
        return new Response.Whole(status, TYPE, List.of(), Bytes.of(text));
    }

    String text() {
        StringBuilder to = new StringBuilder();
        head(to, "tansiq_calls_total", "counter", "Calls by name and class of status.");
        for (int call = 0; call < CALLS.size(); call++)
            for (int digit = 1; digit < CLASSES; digit++) {
                long count = calls.get(call * CLASSES + digit).sum();
                if (count > 0)
                    to.append("tansiq_calls_total{call=\"" + CALLS.get(call) + "\",status=\"" + digit + "xx\"} " + count
                            + "\n");
            }
        head(to, "tansiq_note_seconds", "histogram", "Seconds from a note to its durable answer.");
        long below = 0;
        for (int i = 0; i <= BUCKETS.size(); i++) {
            below += notes.get(i).sum();
            String end = i < BUCKETS.size() ? Double.toString(BUCKETS.get(i)) : "+Inf";
            to.append("tansiq_note_seconds_bucket{le=\"" + end + "\"} " + below + "\n");
        }
        to.append(String.format(Locale.ROOT, "tansiq_note_seconds_sum %.6f\n", seconds.sum()));
        to.append("tansiq_note_seconds_count " + below + "\n");
        gauge(to, "tansiq_streams", "Streams that are open.", streams.sum());
        for (Gauge gauge : gauges)
            gauge(to, gauge.name(), gauge.help(), gauge.value().getAsLong());
        return to.toString();
    }

    private static void gauge(StringBuilder to, String name, String help, long value) {
        head(to, name, "gauge", help);
        to.append(name).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder to, String name, String type, String help) {
        to.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
    }
}
